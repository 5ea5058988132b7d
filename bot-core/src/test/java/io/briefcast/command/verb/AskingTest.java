package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Answer;
import io.briefcast.command.Answer.Reach;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.Place;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class AskingTest extends Dialogue {
    @Test
    void aTopicIsAnsweredFiveAtATime() {
        show("The Rack", "Rents fall", "Rents rise", "Rents stay", "Rents end", "Rents begin", "Rents rest");

        Answer first = answer(ADA, CHANNEL, "/insights rents");
        assertThat(first.reach()).isEqualTo(Reach.ASKER);
        assertThat(labels(first)).containsExactly("More results", "Share to channel");
        assertThat(text(first)).contains("Insights on rents").doesNotContain("[Rents stay]");

        Answer second = pressed(ADA, CHANNEL, button(first, "More results"));
        assertThat(text(second)).contains("Insights on rents, page 2", "[Rents stay]");
        assertThat(labels(second)).containsExactly("Previous results", "Share to channel");
        assertThat(text(pressed(ADA, CHANNEL, button(second, "Previous results"))))
                .isEqualTo(text(first));
    }

    @Test
    void theWordsOfTheTopicStandOutInTheCards() {
        show("The Rack", "Rents fall");

        assertThat(answer(ADA, CHANNEL, "/insights rents").message().blocks())
                .filteredOn(Block.InsightCard.class::isInstance)
                .singleElement()
                .extracting("marked")
                .isEqualTo(List.of("rents"));
    }

    @Test
    void aSharedAnswerIsForEverybodyAndSaysByWhom() {
        show("The Rack", "Rents fall");
        Answer answer = answer(ADA, CHANNEL, "/insights rents");

        Answer shared = pressed(BOB, CHANNEL, button(answer, "Share to channel"));

        assertThat(shared.reach()).isEqualTo(Reach.EVERYBODY);
        assertThat(text(shared)).contains("[Rents fall]", "Shared by Bob");
        assertThat(labels(shared)).isEmpty();
        assertThat(labels(answer(ADA, DIRECT, "/insights rents"))).isEmpty();
        assertThat(text(pressed(ADA, DIRECT, button(answer, "Share to channel"))))
                .contains("cannot be shared here");
    }

    @Test
    void whatIsSharedTwiceStandsThereOnce() {
        show("The Rack", "Rents fall");
        String share = button(answer(ADA, CHANNEL, "/insights rents"), "Share to channel");

        assertThat(pressed(ADA, CHANNEL, share).reach()).isEqualTo(Reach.EVERYBODY);
        Answer again = pressed(ADA, CHANNEL, share);
        assertThat(again.reach()).isEqualTo(Reach.ASKER);
        assertThat(text(again)).isEqualTo("It is shared already.");
        assertThat(pressed(ADA, new Place("c2", "#other", false), share).reach())
                .isEqualTo(Reach.EVERYBODY);
    }

    @Test
    void aSharedBriefOfAPersonSaysNothingOfWhatThePersonFollows() {
        show("The Rack", "Rents fall");
        say("/briefcast topics follow rents");
        Answer own = answer(ADA, CHANNEL, "/brief");
        assertThat(reasons(own)).contains("you follow rents");

        Answer shared = pressed(ADA, CHANNEL, button(own, "Share to channel"));
        assertThat(text(shared)).contains("[Rents fall]");
        assertThat(reasons(shared)).isEmpty();

        say("/briefcast schedule topics:rents");
        Answer posted = answer(BOB, CHANNEL, "/brief");
        assertThat(reasons(pressed(BOB, CHANNEL, button(posted, "Share to channel"))))
                .contains("you follow rents");
    }

    private static List<String> reasons(Answer answer) {
        return answer.message().blocks().stream()
                .filter(Block.InsightCard.class::isInstance)
                .flatMap(card -> ((Block.InsightCard) card).reasons().stream())
                .toList();
    }

    @Test
    void whatBelongsToAPersonIsNeverShared() {
        Answer export = answer(ADA, CHANNEL, "/briefcast privacy export");
        assertThat(labels(export)).isEmpty();
        var question = new io.briefcast.command.Question("briefcast privacy export", java.util.Map.of());
        ports.questions().remember(question);

        assertThat(press(ADA, "share:" + question.id())).contains("cannot be shared");
        assertThat(press(ADA, "page:unknown")).contains("forgotten by now");
    }

    @Test
    void aShowAndATimeNarrowIt() {
        show("The Rack", "Rents fall");
        show("Slow Money", "Rents rise");

        assertThat(say("/insights rents show:slow")).contains("[Rents rise]").doesNotContain("[Rents fall]");
        assertThat(say("/insights rents show:nobody")).contains("No show called 'nobody' is followed.");
        assertThat(say("/insights rents since:today")).contains("[Rents rise]");
        assertThat(say("/insights rents since:soon")).contains("is no time that I can count from", "7d, 2w");
        assertThat(say("/insights rents since:2027-01-01")).contains("has not come yet");
        assertThat(say("/insights banks show:slow"))
                .contains("Nothing was said")
                .contains("without show or since");
    }

    @Test
    void endlessAndWordlessTopicsAreExplained() {
        assertThat(say("/insights " + "x".repeat(5_000)))
                .contains("too long", "at most 300")
                .hasSizeLessThan(400);
        assertThat(say("/insights 🎉 👍🏽")).contains("has no words in it", "Example: /insights compute strategy");
        assertThat(say("/insights")).contains("needs a topic");
        assertThat(say("/insights nothing")).contains("Nothing was said about it");
    }

    @Test
    void theBriefOfTodayAndOfOtherDays() {
        show("The Rack", "Rents fall");

        assertThat(say("/brief")).contains("Your brief for Monday, 9 March 2026", "[Rents fall]");
        assertThat(say("/brief yesterday")).contains("Sunday, 8 March 2026", "Nothing today");
        assertThat(say("/brief 2026-04-01")).contains("has not come yet");
        assertThat(say("/brief 2020-01-01")).contains("too long ago", "30 days");
        assertThat(say("/brief pumpkin")).contains("'pumpkin' is no day.");
    }

    @Test
    void aBriefThatWasSentIsShownAsItWasSent() {
        show("The Rack", "Rents fall");
        say("/briefcast schedule at:9:00 zone:UTC");
        var order = ports.subscriptions().all().getFirst();
        ports.deliveries()
                .add(Delivery.pending(
                        new DeliveryKey(order.id(), LocalDate.of(2026, 3, 9)),
                        order.audience().id(),
                        "chat",
                        "c1",
                        new Message("", List.of(new Block.Heading("As it was"))),
                        NOON));

        assertThat(say("/brief")).contains("As it was");
        assertThat(say(ADA, DIRECT, "/brief")).contains("[Rents fall]");
    }

    @Test
    void helpNamesEveryCommandAndExplainsOne() {
        String help = say("/briefcast help");

        catalogue.specs().forEach(spec -> assertThat(help).contains("/" + spec.path() + ": "));
        assertThat(say("/briefcast help subscribe")).contains("[at]", "zone: Time zone", "Example: ");
        assertThat(say("/briefcast help dance")).contains("There is no command 'dance'.");
        assertThat(say("/briefcast shouw"))
                .contains("There is no command '/briefcast shouw'.", "/briefcast shows list");
    }

    @Test
    void theBeginningOfCommandsIsExplained() {
        assertThat(say("/briefcast")).contains("What you can ask", "/brief: ");
        assertThat(say("/briefcast  shows"))
                .contains("/briefcast shows list", "/briefcast shows export")
                .doesNotContain("There is no command", "/briefcast topics");
        assertThat(say("/BRIEFCAST privacy")).contains("/briefcast privacy delete");
    }

    @Test
    void aNearMissNamesWhatWasMeant() {
        assertThat(say("/briefcast subscrib")).contains("Did you mean /briefcast subscribe or /briefcast unsubscribe?");
        assertThat(say("/brif")).contains("Did you mean /brief?").doesNotContain("/briefcast saved");
        assertThat(say("/briefcast topic follow power")).contains("Did you mean /briefcast topics follow");
        assertThat(say("/briefcast shows lst"))
                .contains(
                        "Did you mean /briefcast shows list?", "There are /briefcast shows list, /briefcast shows add")
                .doesNotContain("/briefcast topics");
        assertThat(say("/status")).contains("Did you mean /briefcast status?");
        assertThat(say("/briefcast qqqqqqqqq")).doesNotContain("Did you mean").contains("/briefcast saved");
    }

    @Test
    void theLastHoursAreATime() {
        show("The Rack", "Rents fall");

        assertThat(say("/insights rents since:24h")).contains("[Rents fall]");
        assertThat(say("/insights rents since:\"1 hour ago\"")).contains("[Rents fall]");
        clock.set(NOON.plusSeconds(7_200));
        assertThat(say("/insights rents since:2h")).doesNotContain("[Rents fall]");
    }

    @Test
    void theReadmeNamesEveryCommandAndNoOther() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));

        List<String> named = Pattern.compile("(?m)^\\| `/([a-z ]+)` \\|")
                .matcher(readme)
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(named)
                .containsExactlyElementsOf(
                        catalogue.specs().stream().map(CommandSpec::path).toList());
    }

    @Test
    void everyExampleIsACommandThatIsUnderstood() {
        assertThat(catalogue.specs()).isNotEmpty();
        catalogue.specs().forEach(spec -> {
            show("The Rack");
            assertThat(say(ADA, CHANNEL, spec.example()))
                    .as(spec.example())
                    .doesNotContain("There is no command")
                    .doesNotContain("is no ");
        });
    }

    @Test
    void whatTheTextSaysBesideItsTopicIsUnderstoodAndSaid() {
        show("Fast Money", "Rents fall");
        show("Slow Money", "Rents rise");

        assertThat(say("/insights rents in Slow Money"))
                .startsWith("Insights on rents in Slow Money\nUnderstood as in Slow Money;")
                .contains("[Rents rise]")
                .doesNotContain("[Rents fall]");
        assertThat(say("/insights Li Moss on rents since yesterday"))
                .startsWith("Insights on rents by Li Moss, since ")
                .contains("[Rents rise]", "[Rents fall]");
    }

    @Test
    void whatIsNotThereIsLookedForWithoutIt() {
        show("Fast Money", "Rents fall");
        show("Slow Money", "Banks rise");

        assertThat(say("/insights rents in Slow Money"))
                .startsWith("Insights on rents in Slow Money\nNothing in Slow Money; this is without that.")
                .contains("[Rents fall]");
    }
}
