package io.briefcast.app.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.briefcast.app.RunningBriefcast;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A visitor's hour in the simulated chat, in a real browser; pictures of it are left in {@code target/screenshots}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChatBrowserTest {
    private RunningBriefcast briefcast;
    private Browser browser;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        assumeTrue(Browser.isInstalled(), "no Chromium on this machine (Debian: chromium and chromium-driver)");
        briefcast = RunningBriefcast.start(folder.resolve("data"));
        browser = Browser.open();
    }

    @AfterAll
    void stop() {
        if (Browser.isInstalled()) {
            browser.close();
            briefcast.close();
        }
    }

    @BeforeEach
    void open() {
        browser.go(briefcast.at("/chat/insights").toString());
    }

    @Test
    @Order(1)
    void commandsAreCompletedFromTheKeyboard() {
        browser.type("/ins");
        browser.until(() -> browser.suggestions().contains("/insights <topic> [show:…] [since:…]"));
        browser.screenshot("completion");
        browser.type("\t");
        browser.until(() -> browser.typed().equals("/insights "));
    }

    @Test
    @Order(2)
    void aTopicIsAnsweredWithCardsAndEveryButtonAnswers() {
        browser.say("/insights compute strategy");
        browser.until(() -> browser.count("#messages article.card") > 0);
        assertThat(browser.texts("#messages article.card:not(:has(blockquote)) h2"))
                .as("a headline without a quote under it is the quote")
                .allMatch(title -> title.contains("\u201c"));
        browser.screenshot("topic");
        assertThat(browser.links("Listen"))
                .isNotEmpty()
                .allMatch(link -> link.contains(".wav") || link.contains(".mp3"));
        everyOneAnswers("More like this", "Undo", "Less like this", "Save", "Why", "Related");
        browser.screenshot("related");
        browser.say("/insights software");
        browser.until(() -> browser.count("#messages article.card") > 5);
        everyOneAnswers("More results", "Previous results", "Share to channel");
        assertThat(browser.brokenImages()).isEmpty();
    }

    private void everyOneAnswers(String... buttons) {
        for (String button : buttons) {
            List<String> before = browser.answers();
            browser.press(button);
            browser.until(() -> !browser.answers().equals(before));
            assertThat(browser.lastAnswer()).as(button).doesNotContain("older version");
        }
    }

    @Test
    @Order(3)
    void whatIsWrongIsSaidWithAnExample() {
        int before = browser.answers().size();
        browser.say("/briefcast schedule 25:00");
        browser.until(() -> browser.answers().size() > before);
        assertThat(browser.lastAnswer()).contains("'25:00' is no time of day", "Example: /briefcast");
    }

    @Test
    @Order(4)
    void aScheduledPostArrivesOnceWhenTheClockGetsThere() {
        browser.say("/briefcast schedule 8:00");
        browser.until(() -> browser.lastAnswer().contains("gets a post every day at 8:00"));
        browser.click("#clock button");
        browser.until(
                () -> browser.texts("#messages h2").stream().anyMatch(title -> title.startsWith("Your brief for")));
        browser.screenshot("brief");
        browser.go(briefcast.at("/chat/insights").toString());
        assertThat(browser.texts("#messages h2"))
                .filteredOn(title -> title.startsWith("Your brief for"))
                .hasSize(1);
    }

    @Test
    @Order(5)
    void aDirectMessageArrivesForWhoSubscribed() {
        browser.go(briefcast.at("/chat/direct").toString());
        browser.say("/briefcast subscribe 8:00");
        browser.until(() -> browser.lastAnswer().contains("You get a direct message every day at 8:00"));
        browser.click("#clock button");
        browser.until(
                () -> browser.texts("#messages h2").stream().anyMatch(title -> title.startsWith("Your brief for")));
    }

    @Test
    @Order(6)
    void aBriefIsPausedPutOffAndStoppedByItsButtons() {
        browser.go(briefcast.at("/chat/direct").toString());
        everyOneAnswers("Pause");
        assertThat(browser.lastAnswer()).contains("Paused: no more briefs come.");
        everyOneAnswers("Go on", "A week off");
        assertThat(browser.lastAnswer()).contains("No briefs until and including");
        everyOneAnswers("Stop these briefs");
        browser.screenshot("stopped");
        browser.go(briefcast.at("/chat/insights").toString());
        everyOneAnswers("Get this yourself");
    }

    @Test
    @Order(7)
    void whatAPersonHasIsErasedByAButton() {
        browser.say("/briefcast privacy delete");
        browser.until(() -> browser.lastAnswer().contains("Erase everything"));
        everyOneAnswers("Erase everything");
        browser.say("/briefcast saved");
        browser.until(() -> browser.lastAnswer().contains("saved nothing"));
    }

    @Test
    @Order(8)
    void everyPageFitsWideAndNarrowLightAndDark() {
        for (String page : List.of("/chat/insights", "/today", "/search?topic=compute+strategy", "/insights/none")) {
            for (int width : new int[] {420, 1280}) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.resize(width, 900);
                    browser.prefersDark(dark);
                    browser.go(briefcast.at(page).toString());
                    assertThat(browser.fits()).as("%s, %d wide", page, width).isTrue();
                    assertThat(browser.brokenImages()).as(page).isEmpty();
                    browser.screenshot(page.replaceAll("\\W+", "-").substring(1) + "-" + width + (dark ? "-dark" : ""));
                }
            }
        }
    }
}
