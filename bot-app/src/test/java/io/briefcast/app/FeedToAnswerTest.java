package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Place;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.pipeline.Progress;
import io.briefcast.search.InsightIndex;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/** What a publisher serves is read by the whole of Briefcast, and {@code /insights} finds in it who said what when. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedToAnswerTest {
    private static final Instant NOW = Instant.parse("2026-05-15T12:00:00Z");
    private static final Asker ADA = new Asker("chat", "", "u1", "Ada", true, true, ZoneOffset.UTC, Locale.ENGLISH);

    private static final String ROE_IN_MAY =
            "Custom chips are cheaper than rented ones only when demand is easy to forecast for years.";
    private static final String ROE_IN_FEBRUARY =
            "Custom chips without a good compiler are worth less than older ones that everybody can program.";
    private static final String POE_IN_MAY =
            "Used chips lose half their value in a year because buyers have no way to test them.";
    private static final String WEI_ELSEWHERE =
            "Memory chips from Haulwrigt will stay scarce for years, because a new factory takes so long to build.";

    private HttpServer publisher;
    private ConfigurableApplicationContext briefcast;

    /** The clock stands still. */
    static class Noon {
        @Bean
        InstantSource clock() {
            return InstantSource.fixed(NOW);
        }
    }

    @BeforeAll
    void readTheFeeds(@TempDir Path folder) throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/", this::serve);
        publisher.start();
        briefcast = new SpringApplicationBuilder(BriefcastApplication.class, Noon.class)
                .profiles("serve")
                .run(
                        "--server.port=0",
                        "--briefcast.data-dir=" + folder,
                        "--briefcast.fetch.allowed-hosts=127.0.0.1",
                        "--briefcast.demo.enabled=false",
                        "--briefcast.chat.enabled=false");
        Pipeline pipeline = briefcast.getBean(Pipeline.class);
        pipeline.follow(URI.create(root() + "/the-rack.xml"));
        pipeline.follow(URI.create(root() + "/held-out-set.xml"));
        pipeline.follow(URI.create(root() + "/die-mieten.xml"));
        pipeline.drain(Progress.NONE);
        briefcast.getBean(InsightIndex.class).follow();
    }

    private String root() {
        return "http://127.0.0.1:" + publisher.getAddress().getPort();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream file = FeedToAnswerTest.class.getResourceAsStream(
                        "/feed-to-answer" + exchange.getRequestURI().getPath())) {
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            byte[] body = text.replace("https://publisher.example", root()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @AfterAll
    void stop() {
        briefcast.close();
        publisher.stop(0);
    }

    @Test
    void allThatWasSaidIsFoundByTheTopicAlone() {
        assertThat(said(insights("chips")))
                .anyMatch(words -> words.contains(ROE_IN_MAY))
                .anyMatch(words -> words.contains(ROE_IN_FEBRUARY))
                .anyMatch(words -> words.contains(WEI_ELSEWHERE));
        assertThat(said(insights("used chips"))).anyMatch(words -> words.contains(POE_IN_MAY));
    }

    @Test
    void whatSomebodyInARoleSaidLatelyIsFoundAndNothingElse() {
        Message answer = insights("Acme founder on chips last month");

        assertThat(text(answer))
                .contains(
                        "Insights on chips by Jane Roe (founder of Acme), since 1 April 2026",
                        "Understood as by Jane Roe (founder of Acme), since 1 April 2026;")
                .doesNotContain("No strong match");
        assertThat(said(answer)).containsExactly(ROE_IN_MAY);
    }

    @Test
    void nobodyElseIsQuotedBesideTheOneWhoWasAskedFor() {
        Message answer = insights("Jane Roe on used chips");

        assertThat(text(answer)).contains("Understood as by Jane Roe;");
        assertThat(said(answer)).contains(ROE_IN_MAY).noneMatch(words -> words.contains(POE_IN_MAY));
        assertThat(answer.blocks())
                .filteredOn(Block.Quotation.class::isInstance)
                .allMatch(quoted -> quoted.toString().contains("attribution=Jane Roe,"));
    }

    @Test
    void aKindIsFoundAndNothingElse() {
        Message answer = insights("predictions about chips");

        assertThat(text(answer)).contains("Understood as among the predictions;");
        assertThat(said(answer)).containsExactly(WEI_ELSEWHERE);
    }

    @Test
    void aShowIsFoundAndNothingElse() {
        Message answer = insights("chips in Held-Out Set");

        assertThat(text(answer)).contains("Insights on chips in Held-Out Set", "Understood as in Held-Out Set;");
        assertThat(said(answer)).containsExactly(WEI_ELSEWHERE);
    }

    @Test
    void thePageOfAnInsightSaysInWhichChapterItWasSaid() throws Exception {
        String id = insights("Acme founder on chips last month").blocks().stream()
                .filter(Block.InsightCard.class::isInstance)
                .map(card -> ((Block.InsightCard) card).insightId())
                .findFirst()
                .orElseThrow();

        assertThat(Jsoup.parse(page("/insights/" + id)).select(".whence").text())
                .contains("The Rack, What racks cost, chapter “Renting and designing”");
    }

    @Test
    void aHeadlineWritesNamesAsThePublisherDoesAndItsQuoteStays() {
        Message answer = insights("chips in Held-Out Set");

        assertThat(answer.blocks())
                .filteredOn(Block.InsightCard.class::isInstance)
                .singleElement()
                .satisfies(card -> assertThat(((Block.InsightCard) card).headline())
                        .startsWith("Memory chips from Haulwright will stay scarce"));
        assertThat(said(answer)).containsExactly(WEI_ELSEWHERE);
    }

    @Test
    void anEpisodeInAnotherLanguageIsNotReadAndTheStatusSaysSo() {
        assertThat(text(answer("briefcast status")))
                .contains("Mieten oder kaufen (Die Mieten): Die Mieten is in German; Highlights reads English only");
        assertThat(text(insights("chips in Die Mieten"))).contains("Nothing in Die Mieten; this is without that.");
    }

    private String page(String path) throws Exception {
        String port = briefcast.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return browser.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private Message insights(String topic) {
        return answer("insights " + topic);
    }

    private Message answer(String line) {
        return briefcast
                .getBean(CommandRouter.class)
                .typed(ADA, new Place("c1", "#insights", false), line, NOW)
                .message();
    }

    /** The words that the answer rests on: those of insights, and what else was said. */
    private static List<String> said(Message answer) {
        return answer.blocks().stream()
                .flatMap(block -> switch (block) {
                    case Block.InsightCard card -> Stream.of(card.quote());
                    case Block.Quotation quotation -> Stream.of(quotation.text());
                    default -> Stream.<String>empty();
                })
                .toList();
    }

    private static String text(Message answer) {
        return answer.blocks().stream()
                .map(block -> switch (block) {
                    case Block.Heading heading -> heading.text();
                    case Block.Paragraph paragraph -> paragraph.text();
                    case Block.Footnote footnote -> footnote.text();
                    default -> "";
                })
                .collect(Collectors.joining("\n"));
    }
}
