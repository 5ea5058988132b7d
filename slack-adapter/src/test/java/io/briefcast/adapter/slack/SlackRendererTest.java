package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.slack.api.util.json.GsonFactory;
import io.briefcast.adapter.slack.SlackRenderer.Rendered;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Inline;
import io.briefcast.message.Inline.Moment.Length;
import io.briefcast.message.Message;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlackRendererTest {
    /** Pieces that have broken bots: mentions, links, markup, overrides, halves of characters, entities. */
    private static final List<String> HOSTILE = List.of(
            "<!channel>",
            "<!here|x>",
            "<@U0123ABC>",
            "<#C0123|general>",
            "<https://evil.example|click>",
            "@everyone",
            "&amp;",
            "&",
            "<",
            ">",
            "\n> ",
            "*",
            "_",
            "~",
            "`",
            "```",
            ":tada:",
            ":100:",
            "|",
            "\u202E",
            "\u2066",
            "\uD83C\uDF99",
            "\uD83C",
            "\uDF99",
            "e\u0301",
            "\u0000",
            "\u200B",
            "\uFEFF",
            "\r\n",
            "\u2028",
            " ",
            "a",
            "https://evil.example/",
            "!date^1^{date}|x",
            "<!date^1^{date}|x>",
            "\\",
            "\"",
            "{\"type\":\"section\"}");

    private static final Instant DUE = Instant.parse("2026-06-11T12:00:00Z");
    private static final Gson JSON = GsonFactory.createSnakeCase();
    private final SlackRenderer renderer = SlackRenderer.complete();

    @Test
    void showsAClaimWithItsQuoteItsSourceAndItsButtons() {
        Block card = Cards.card(1, "Small models win", "They run on laptops.", "We moved to a 7B model");

        JsonArray blocks = json(renderer.render(new Message("Brief", List.of(card))));

        assertThat(blocks.get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("text")
                        .get("text")
                        .getAsString())
                .isEqualTo("*1. Small models win*\nThey run on laptops.\n>“We moved to a 7B model”");
        assertThat(blocks.get(1).toString())
                .contains("Ada Moreno · _Held-Out Set_ · ")
                .contains("<https://cdn.example.org/e.mp3#t=754|about 12:34>")
                .contains("<!date^1781096400^{date_short_pretty}|10 Jun 2026>")
                .contains("Why: It is about what you follow");
        assertThat(blocks.get(2).toString())
                .contains("\"action_id\":\"more:4f0c\",\"value\":\"press\"", "\"url\":\"https://cdn.example.org/");
        assertThat(blocks.toString()).contains("\"alt_text\":\"Artwork of Held-Out Set\"");
        assertThat(BlockKitRules.faults(blocks)).isEmpty();
    }

    @Test
    void standsForItselfInNotifications() {
        Rendered rendered = renderer.render(new Message("Five <insights> & more", List.of()));

        assertThat(rendered.text()).isEqualTo("Five &lt;insights&gt; &amp; more");
        assertThat(BlockKitRules.faults(json(rendered))).isEmpty();
    }

    @Test
    void tellsScreenReadersEveryInsightAndWhichOneAButtonIsAbout() {
        Message message = new Message(
                "Your brief",
                List.of(
                        new Block.Heading("Your brief"),
                        Cards.card(1, "Small models <win>", "They run.", "We moved"),
                        Cards.card(2, "Rents fall", "They do.", "We build")));

        Rendered rendered = renderer.render(message);

        assertThat(rendered.text()).isEqualTo("""
                Your brief
                1. Small models &lt;win&gt; (Ada Moreno, Held-Out Set, about 12:34)
                2. Rents fall (Ada Moreno, Held-Out Set, about 12:34)""");
        assertThat(json(rendered).toString()).contains("\"accessibility_label\":\"Save: Rents fall\"");
        assertThat(BlockKitRules.faults(json(rendered))).isEmpty();
    }

    @Test
    void tellsScreenReadersNoMoreThanThreeThousandCharacters() {
        assertThat(renderer.render(new Message("Brief", longCards(40))).text()).hasSizeBetween(2_500, 3_000);
    }

    @Test
    void carriesTheMarkerInItsFirstBlock() {
        Message message = new Message("Brief", List.of(new Block.Heading("Today"), new Block.Paragraph("Words")));

        JsonArray blocks = json(renderer.render(message, "briefcast:abc"));

        assertThat(blocks.get(0).getAsJsonObject().get("block_id").getAsString())
                .isEqualTo("briefcast:abc");
    }

    @Test
    void rendersEveryKindOfBlockWithinTheRules() {
        Message message = new Message(
                "All",
                List.of(
                        new Block.Heading("Heading"),
                        new Block.Paragraph("Words"),
                        new Block.Divider(),
                        new Block.Image(URI.create("https://example.org/a.png"), ""),
                        new Block.Quotation(
                                "Said", "Somebody", Optional.of(URI.create("https://example.org/?a=1&b=2"))),
                        new Block.Buttons(List.of(Action.press("a:1", "One"), Action.press("a:1", "Again"))),
                        new Block.Choice("time", "When", List.of(new Block.Choice.Option("8", "Eight"))),
                        new Block.Footnote("Small print")));

        JsonArray blocks = json(renderer.render(message));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks).hasSize(9);
        assertThat(blocks.toString()).contains("<https://example.org/?a=1&amp;b=2|Somebody>");
    }

    @Test
    void theWordsThatSomebodyLookedForAreBold() {
        Message message = new Message(
                "Insights on rents",
                List.of(new Block.Quotation(
                        "Rents *fall*, and a rent is no wage.", "Li", Optional.empty(), List.of("rents", "rent"))));

        JsonArray blocks = json(renderer.render(message));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks.toString().replace("\u200B", ""))
                .contains("“*Rents* *fall*, and a *rent* is no wage.”")
                .isNotEqualTo(blocks.toString());
    }

    @Test
    void theWordsThatSomebodyLookedForStandOutInCards() {
        Block card = Cards.card(0, "Small *models* win", "Models run on laptops.", "We moved to small models")
                .marking(List.of("models"));

        JsonArray blocks = json(renderer.render(new Message("Insights on models", List.of(card))));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks.toString().replace("\u200B", ""))
                .contains("*Small *_models_* win*", "*Models* run on laptops.", "“We moved to small *models*”");
    }

    @Test
    void leavesPicturesOutWhenAsked() {
        Block card = Cards.card(1, "Claim", "", "Quote");

        JsonArray blocks = json(SlackRenderer.withoutImages().render(new Message("Brief", List.of(card))));

        assertThat(blocks.toString()).doesNotContain("image");
    }

    @Test
    void fitsFiveLongCardsWithTheirExplanationsIntoOneMessage() {
        JsonArray blocks = json(renderer.render(new Message("Brief", longCards(5))));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks.toString()).contains("*5. ", "Words").doesNotContain("left out");
    }

    @Test
    void showsTheClaimsOfTenCardsWhenThereIsNoRoomForMore() {
        JsonArray blocks = json(renderer.render(new Message("Brief", longCards(10))));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks.toString()).contains("*10. ").doesNotContain("Words", "left out");
    }

    private static List<Block> longCards(int count) {
        List<Block> cards = new ArrayList<>();
        IntStream.rangeClosed(1, count)
                .forEach(i -> cards.add(Cards.card(i, "Claim ".repeat(20), "Words ".repeat(80), "Quote ".repeat(60))));
        return cards;
    }

    @Test
    void saysHowManyPartsHaveNoRoom() {
        List<Block> many = Collections.nCopies(80, new Block.Paragraph("word ".repeat(20)));

        JsonArray blocks = json(renderer.render(new Message("Many", many)));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks).hasSize(50);
        assertThat(blocks.toString()).contains("31 more parts are left out");
    }

    @Test
    void showsMomentsByTheClockOfWhoeverReads() {
        Message message = new Message(
                "Status",
                List.of(new Block.Paragraph(List.of(
                        new Inline.Words("The next one comes on "),
                        new Inline.Moment(DUE, Length.LONG, "Thursday, 11 June at 8:00 (America/New_York)"),
                        new Inline.Words(".\nThe Rack: last read "),
                        new Inline.Moment(DUE, Length.SHORT, "11 Jun, 8:00"),
                        new Inline.Words(", stopped")))));

        JsonArray blocks = json(renderer.render(message));

        assertThat(blocks.get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("text")
                        .get("text")
                        .getAsString())
                .isEqualTo("The next one comes on <!date^1781179200^{date_long} at {time}|"
                        + "Thursday, 11 June at 8:00 (America/New\u200B_\u200BYork)>.\n"
                        + "The Rack: last read <!date^1781179200^{date_short}, {time}|11 Jun, 8:00>, stopped");
    }

    @Test
    void breaksALongListBetweenItsLinesAndNoMoment() {
        List<Inline> lines = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            lines.add(new Inline.Words("A show of some length & title " + i + ": last read "));
            lines.add(new Inline.Moment(DUE, Length.SHORT, "11 Jun, 8:00"));
            lines.add(new Inline.Words("\n"));
        }

        JsonArray blocks = json(renderer.render(new Message("Status", List.of(new Block.Paragraph(lines)))));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks).hasSize(3);
        assertThat(blocks.toString().split("<!date", -1)).hasSize(61);
    }

    @Test
    void breaksALongParagraphBetweenWords() {
        Message message = new Message("Long", List.of(new Block.Paragraph("a sentence & more ".repeat(300))));

        JsonArray blocks = json(renderer.render(message));

        assertThat(BlockKitRules.faults(blocks)).isEmpty();
        assertThat(blocks).hasSize(3);
    }

    @Test
    void tenThousandHostileTitlesStayText() {
        Random random = new Random(20_260_610);

        for (int i = 0; i < 10_000; i++) {
            Message message = hostile(random);
            Rendered rendered = renderer.render(message, "briefcast:abcdefghijklm");

            JsonArray blocks = json(rendered);
            assertThat(BlockKitRules.faults(blocks)).as(message.toString()).isEmpty();
            assertThat(MrkdwnRules.faults(rendered.text())).isEmpty();
        }
    }

    private static Message hostile(Random random) {
        String title = words(random, 12);
        return new Message(
                title,
                List.of(
                        new Block.Heading(words(random, 80)),
                        new Block.Paragraph(words(random, 100)),
                        new Block.Paragraph(List.of(
                                new Inline.Words(words(random, 400)),
                                new Inline.Moment(DUE, Length.LONG, words(random, 20)),
                                new Inline.Words(words(random, 20)),
                                new Inline.Moment(DUE, Length.SHORT, words(random, 5)))),
                        Cards.card(1, title, words(random, 80), words(random, 150), words(random, 9)),
                        new Block.Quotation(words(random, 100), words(random, 40), Optional.of(address(random))),
                        new Block.Image(address(random), words(random, 30)),
                        new Block.Buttons(
                                List.of(Action.press("a:1", words(random, 9)), Action.open("b", "x", address(random)))),
                        new Block.Choice(
                                "pick", words(random, 20), List.of(new Block.Choice.Option("v", words(random, 9)))),
                        new Block.Footnote(words(random, 150))));
    }

    private static URI address(Random random) {
        List<String> addresses = List.of(
                "https://example.org/a%3Eb?x=1&y=<|>".replace("<|>", "%3C%7C%3E"),
                "javascript:alert(1)",
                "mailto:a@example.org",
                "https://example.org/" + "a".repeat(3_500),
                "http:opaque",
                "https://example.org/\u00fc");
        return URI.create(addresses.get(random.nextInt(addresses.size())));
    }

    private static String words(Random random, int most) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            words.append(HOSTILE.get(random.nextInt(HOSTILE.size())));
        }
        return words.toString();
    }

    private static JsonArray json(Rendered rendered) {
        return JSON.toJsonTree(rendered.blocks()).getAsJsonArray();
    }
}
