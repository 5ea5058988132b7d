package io.briefcast.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.SyndFeedInput;
import io.briefcast.app.RunningBriefcast;
import io.briefcast.delivery.Installation;
import io.briefcast.delivery.Installations;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.Tenant;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private RunningBriefcast briefcast;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        briefcast =
                RunningBriefcast.start(folder.resolve("data"), "--briefcast.public-url=https://bot.example/briefcast/");
    }

    @AfterAll
    void stop() {
        briefcast.close();
    }

    @Test
    void todayShowsFiveCardsWithTheWordsTheyRestOn() throws Exception {
        Document page = page("/today");

        assertThat(page.select("article.card")).hasSize(5).allSatisfy(card -> {
            assertThat(card.select("h2, blockquote").text()).contains("\u201c", "\u201d");
            assertThat(card.select(".source").text()).isNotBlank();
            assertThat(card.select("img.art").attr("alt")).startsWith("Artwork of ");
        });
    }

    @Test
    void anInsightHasAPageWithPreviewTagsAndRelatedOnes() throws Exception {
        int related = 0;
        for (Element link : page("/today").select("article.card h2 a")) {
            Document page = page(link.attr("href"));
            assertThat(page.select("h1").eachText()).containsExactly(link.text());
            assertThat(meta(page, "og:title"))
                    .isNotBlank()
                    .isEqualTo(page.title().replace(" · Briefcast", ""));
            assertThat(meta(page, "og:description")).isNotBlank().doesNotStartWith("The top podcast insights");
            assertThat(meta(page, "og:type")).isEqualTo("article");
            assertThat(meta(page, "og:url")).isEqualTo("https://bot.example/briefcast" + link.attr("href"));
            assertThat(meta(page, "og:image")).startsWith("http");
            assertThat(meta(page, "og:image:alt")).startsWith("Artwork of ");
            assertThat(page.select(".signals th").eachText()).contains("quality");
            assertThat(page.select(".whence a").text()).startsWith("Listen at ");
            assertThat(page.select("main h2").text())
                    .containsAnyOf("Related, from other shows", "No other show says something near");
            related += page.select("article.card").size();
        }
        assertThat(related).as("related insights of the day's five").isPositive();
    }

    private static String meta(Document page, String property) {
        return page.select("meta[property=%s]".formatted(property)).attr("content");
    }

    @Test
    void aTopicIsAnsweredAndOneWithoutWordsIsRefused() throws Exception {
        assertThat(page("/search?topic=compute+strategy").select("article.card"))
                .isNotEmpty();
        assertThat(page("/search?topic=price+list").select("article.card mark").eachText())
                .as("the words that were asked for stand out")
                .isNotEmpty()
                .allMatch(word -> word.toLowerCase(Locale.ROOT).matches("prices?|lists?"));
        assertThat(page("/search?topic=%F0%9F%98%80").text()).contains("The topic needs words");
    }

    @Test
    void todaysBriefIsAFeedToo() throws Exception {
        HttpResponse<String> answer = briefcast.get("/today.atom");
        SyndFeed feed = new SyndFeedInput().build(new StringReader(answer.body()));

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
        assertThat(feed.getEntries()).hasSize(5).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(feed.getEntries()).allSatisfy(entry -> {
            assertThat(entry.getLink()).startsWith("https://bot.example/briefcast/insights/");
            assertThat(entry.getAuthors())
                    .extracting(SyndPerson::getName)
                    .isNotEmpty()
                    .doesNotContain("");
            assertThat(entry.getContents())
                    .singleElement()
                    .satisfies(content -> assertThat(content.getValue()).contains("\u201c", "\u201d"));
        });
        assertThat(answer.body()).contains("rel=\"self\" href=\"https://bot.example/briefcast/today.atom\"");
        assertThat(briefcast.get("/today.atom").body()).isEqualTo(answer.body());
    }

    @Test
    void aShowThatOnlyAWorkspaceFollowsIsOnNoPageButThatOfItsInsight() throws Exception {
        Element first = page("/today").select("article.card").getFirst();
        Show show = briefcast.part(Shows.class).all().stream()
                .filter(known -> first.text().contains(known.title()))
                .findFirst()
                .orElseThrow();
        Tenant workspace = new Tenant("slack", "T2");
        briefcast
                .part(Installations.class)
                .save(new Installation("slack", "T2", "B", "U", "sealed", Optional.empty(), Instant.EPOCH));
        follow(workspace, show);
        briefcast.part(ShowLists.class).unfollow(Tenant.INSTALLATION, show.id());
        try {
            Document today = page("/today");
            assertThat(today.select("article.card")).isNotEmpty();
            assertThat(today.text()).doesNotContain(show.title());
            assertThat(page("/search?topic=compute+strategy").text()).doesNotContain(show.title());
            for (Element link : today.select("article.card h2 a")) {
                assertThat(page(link.attr("href")).text()).doesNotContain(show.title());
            }
            assertThat(page(first.select("h2 a").attr("href")).text()).contains(show.title());
        } finally {
            follow(Tenant.INSTALLATION, show);
        }
    }

    private void follow(Tenant tenant, Show show) {
        briefcast.part(ShowLists.class).follow(tenant, show, FeedState.untried(show.id(), Instant.EPOCH));
    }

    @Test
    void whatIsNotThereHasAPageThatSaysSo() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(briefcast.at("/insights/none"))
                .header("Accept", "text/html")
                .build();
        HttpResponse<String> answer = briefcast.send(request);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("There is nothing here");
    }

    @Test
    void anotherHostsNameIsRefused() throws Exception {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), briefcast.at("/").getPort())) {
            socket.getOutputStream()
                    .write("GET /today HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void theChatIsClosedWhereAPublicAddressIsSet() throws Exception {
        for (String path : List.of("/chat/insights", "/%63hat/insights", "/chat;x=y/insights", "/./chat/insights")) {
            assertThat(briefcast.get(path).statusCode()).as(path).isNotEqualTo(200);
        }
        HttpRequest typed = HttpRequest.newBuilder(briefcast.at("/chat/insights/messages"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("text=/brief&zone=UTC"))
                .build();
        assertThat(briefcast.send(typed).statusCode()).isEqualTo(403);
        assertThat(briefcast.get("/").headers().firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/today"));
    }

    private Document page(String path) throws Exception {
        HttpResponse<String> answer = briefcast.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
