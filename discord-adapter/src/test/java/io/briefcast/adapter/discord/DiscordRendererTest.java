package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Inline;
import io.briefcast.message.Inline.Moment.Length;
import io.briefcast.message.Message;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.thumbnail.Thumbnail;
import net.dv8tion.jda.api.components.utils.ComponentIterator;
import net.dv8tion.jda.api.components.utils.ComponentSerializer;
import org.junit.jupiter.api.Test;

class DiscordRendererTest {
    /** Pieces that have broken bots: mentions, links, markup, overrides, halves of characters, timestamps. */
    private static final List<String> HOSTILE = List.of(
            "@everyone",
            "@here",
            "<@123>",
            "<@&123>",
            "<#123>",
            "</brief:1>",
            "<id:home>",
            "<t:1:R>",
            "<:a:1>",
            "[click](https://evil.example)",
            "[click](<https://evil.example>)",
            "https://evil.example/",
            "||",
            "**",
            "__",
            "*",
            "_",
            "~~",
            "`",
            "```",
            "# ",
            "\n# ",
            "\n-# ",
            "\n> ",
            "\n>>> ",
            "\n- ",
            "\n1. ",
            "1) ",
            ":tada:",
            "\\",
            "(",
            ")",
            "[",
            "]",
            "<",
            ">",
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
            "1",
            ".",
            "!",
            "+",
            "{\"type\":10}");

    private static final DiscordMark MARK = DiscordMark.of(new DeliveryKey("s1", LocalDate.of(2026, 6, 10)));

    private final DiscordRenderer renderer = DiscordRenderer.complete(new DiscordMentions());

    @Test
    void showsAClaimWithItsQuoteItsSourceAndItsButtons() {
        Block card = Cards.card(1, "Small models win", "They run on laptops.", "We moved to a 7B model");

        List<MessageTopLevelComponent> components = renderer.render(new Message("Brief", List.of(card)), MARK);

        assertThat(json(components))
                .contains("**1\\\\. Small models win**\\nThey run on laptops\\n> “We moved to a 7B model”"
                        .replace("laptops", "laptops."))
                .contains("-# Ada Moreno · *Held\\\\-Out Set* · The small model in the middle · ")
                .contains("[about 12\\\\:34](<https://cdn.example.org/e.mp3#t=754>) · <t:1781096400:D>")
                .contains("-# Why: It is about what you follow")
                .contains("\"custom_id\":\"more:4f0c~" + MARK.token() + "\"")
                .contains("\"description\":\"Artwork of Held-Out Set\"");
        assertThat(DiscordRules.faults(components)).isEmpty();
    }

    @Test
    void showsItsTitleWhenItHasNothingElse() {
        List<MessageTopLevelComponent> components = renderer.render(new Message("Five <insights>", List.of()), MARK);

        assertThat(json(components)).contains("Five \\\\<insights\\\\>", "\"id\":" + MARK.componentId());
        assertThat(DiscordRules.faults(components)).isEmpty();
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

        List<MessageTopLevelComponent> components = renderer.render(message);

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(components).hasSize(8);
        assertThat(json(components)).contains("[Somebody](<https://example.org/?a=1&b=2>)");
    }

    @Test
    void theWordsThatSomebodyLookedForAreBold() {
        Message message = new Message(
                "Insights on rents",
                List.of(new Block.Quotation(
                        "Rents *fall*, and a rent is no wage.", "Li", Optional.empty(), List.of("rents", "rent"))));

        List<MessageTopLevelComponent> components = renderer.render(message);

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(json(components)).contains("“**Rents** \\\\*fall\\\\*, and a **rent** is no wage.”");
    }

    @Test
    void theWordsThatSomebodyLookedForStandOutInCards() {
        Block card = Cards.card(0, "Small *models* win", "Models run on laptops.", "We moved to small models")
                .marking(List.of("models"));

        List<MessageTopLevelComponent> components = renderer.render(new Message("Insights on models", List.of(card)));

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(json(components))
                .contains(
                        "**Small \\\\*__models__\\\\* win**",
                        "**Models** run on laptops.",
                        "“We moved to small **models**”");
    }

    @Test
    void leavesPicturesOutWhenAsked() {
        Block card = Cards.card(1, "Claim", "", "Quote");

        assertThat(json(DiscordRenderer.withoutImages(new DiscordMentions())
                        .render(new Message("Brief", List.of(card)))))
                .doesNotContain("art.png");
    }

    @Test
    void fitsABriefOfFiveLongCardsWithTheirButtonsIntoOneMessage() {
        List<MessageTopLevelComponent> components = renderer.render(brief(5), MARK);

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(json(components))
                .contains("## Your brief\\nThe top five", "**5", "less:4f0c", "Pause", "Stop")
                .contains("1. Save", "1. Why")
                .doesNotContain("left out", "More about number");
        assertThat(ComponentIterator.createStream(components))
                .filteredOn(Thumbnail.class::isInstance)
                .hasSize(5);
        assertThat(ComponentIterator.createStream(components))
                .filteredOn(component -> component instanceof Button button && "Listen".equals(button.getLabel()))
                .hasSize(5);
        assertThat(json(components).split(PICKED, -1)).as("one list for all").hasSize(2);
    }

    @Test
    void saysMomentsByTheReadersClock() {
        Instant at = Instant.parse("2026-03-10T07:00:00Z");
        Block sentence = new Block.Paragraph(List.of(
                new Inline.Words("*The* next one "),
                new Inline.Moment(at, Length.LONG, "Tuesday at 8:00"),
                new Inline.Words(", last "),
                new Inline.Moment(at, Length.SHORT, "10 Mar, 8:00")));

        assertThat(json(renderer.render(new Message("Next", List.of(sentence)))))
                .contains("\\\\*The\\\\* next one <t:1773126000:F>, last <t:1773126000:f>");
    }

    @Test
    void itsOwnWordsAreInTheLanguageOfTheMessage() {
        Message german = new Message(brief(1).title(), brief(1).blocks(), Locale.GERMAN);

        assertThat(json(renderer.render(german))).contains("Warum: It is", "etwa 12", "Bild von Held-Out Set");
        assertThat(json(renderer.render(new Message("Brief", brief(8).blocks(), Locale.GERMAN))))
                .contains("Mehr zu Nummer 8");
    }

    @Test
    void keepsTheButtonsOfFiveCardsWhenSomethingIsSaidBesides() {
        List<Block> blocks = new ArrayList<>(brief(5).blocks());
        blocks.add(new Block.Footnote("The brief for Tuesday was left behind"));

        List<MessageTopLevelComponent> components = renderer.render(new Message("Brief", blocks), MARK);

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(json(components))
                .contains("\"custom_id\":\"less:4f0c", "\"value\":\"stop:1\"")
                .doesNotContain("left out", "More about number");
    }

    private static final String PICKED = "\"custom_id\":\"" + DiscordRenderer.PICK;

    @Test
    void turnsButtonsIntoListsWhenThereIsNoRoomForMore() {
        List<MessageTopLevelComponent> components = renderer.render(brief(8), MARK);

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(json(components))
                .contains("**8", PICKED, "More about number 8")
                .doesNotContain("left out");
    }

    private static Message brief(int cards) {
        List<Block> blocks =
                new ArrayList<>(List.of(new Block.Heading("Your brief"), new Block.Paragraph("The top five of 30")));
        IntStream.rangeClosed(1, cards)
                .forEach(i -> blocks.add(Cards.card(i, "Claim ".repeat(18), "Words ".repeat(80), "Quote ".repeat(60))));
        blocks.add(new Block.Buttons(List.of(
                Action.press("pause:1", "Pause"),
                Action.press("holiday:1", "A week off"),
                Action.press("stop:1", "Stop these briefs"))));
        return new Message("Brief", blocks);
    }

    @Test
    void saysHowManyPartsHaveNoRoom() {
        List<Block> many = Collections.nCopies(80, new Block.Paragraph("word ".repeat(4)));

        List<MessageTopLevelComponent> components = renderer.render(new Message("Many", many));

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(components).hasSize(40);
        assertThat(json(components)).contains("41 more parts are left out");
    }

    @Test
    void cutsAParagraphThatIsLongerThanAMessage() {
        Message message = new Message("Long", List.of(new Block.Paragraph("a sentence & more ".repeat(900))));

        List<MessageTopLevelComponent> components = renderer.render(message);

        assertThat(DiscordRules.faults(components)).isEmpty();
        assertThat(json(components)).contains("…").doesNotContain("left out");
    }

    @Test
    void tenThousandHostileTitlesStayText() {
        Random random = new Random(20_260_610);

        for (int i = 0; i < 10_000; i++) {
            Message message = hostile(random);

            assertThat(DiscordRules.faults(renderer.render(message, MARK)))
                    .as("message %d", i)
                    .isEmpty();
        }
    }

    private static Message hostile(Random random) {
        String title = words(random, 12);
        return new Message(
                title,
                List.of(
                        new Block.Heading(words(random, 80)),
                        new Block.Paragraph(words(random, 150)),
                        Cards.card(1, title, words(random, 60), words(random, 100), words(random, 9)),
                        new Block.Quotation(words(random, 60), words(random, 40), Optional.of(address(random))),
                        new Block.Image(address(random), words(random, 30)),
                        new Block.Buttons(
                                List.of(Action.press("a:1", words(random, 9)), Action.open("b", "x", address(random)))),
                        new Block.Choice(
                                "pick", words(random, 20), List.of(new Block.Choice.Option("v", words(random, 9)))),
                        new Block.Footnote(words(random, 80))));
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

    private static String json(List<MessageTopLevelComponent> components) {
        return new ComponentSerializer().serializeAll(components).toString();
    }
}
