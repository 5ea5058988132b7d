package io.briefcast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Inline;
import io.briefcast.message.Inline.Moment.Length;
import io.briefcast.message.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageJsonTest {
    private static final URI LINK = URI.create("https://cdn.example/a.mp3#t=61");
    private static final List<Block> EVERY_VARIANT = List.of(
            new Block.Heading("Monday, \"9 March\""),
            new Block.Paragraph("two\nlines <@everyone>"),
            new Block.Paragraph(List.of(
                    new Inline.Words("The next one: "),
                    new Inline.Moment(Instant.parse("2026-03-10T07:00:00Z"), Length.LONG, "Tuesday at 8:00"),
                    new Inline.Words("."))),
            new Block.Paragraph(
                    List.of(new Inline.Moment(Instant.parse("2026-03-10T07:00:00Z"), Length.SHORT, "10 Mar, 8:00"))),
            new Block.Footnote("\u2028 \uD83D\uDE00"),
            new Block.Divider(),
            new Block.Image(LINK, "art"),
            new Block.Quotation("words", "Li, 1:01", Optional.empty()),
            new Block.Quotation("words", "", Optional.of(LINK)),
            new Block.Quotation("words", "", Optional.of(LINK), List.of("words")),
            new Block.Buttons(List.of(Action.press("related:i1", "Related"), Action.open("listen:i1", "Listen", LINK))),
            new Block.Choice("show", "Which show?", List.of(new Block.Choice.Option("a", "A"))),
            new Block.InsightCard(
                    "i1",
                    1,
                    "headline",
                    "explanation",
                    "quote",
                    "Li",
                    "show",
                    "episode",
                    Instant.parse("2026-03-09T12:00:00.123Z"),
                    Duration.ofMillis(61_250),
                    true,
                    Optional.of(LINK),
                    Optional.empty(),
                    Optional.of(LINK),
                    List.of("because you follow compute strategy"),
                    List.of(Action.press("why:i1", "Why")),
                    Optional.empty(),
                    List.of()));

    @Test
    void everyBlockComesBackAsItWas() {
        Message message = new Message("Today's five", EVERY_VARIANT);

        assertThat(MessageJson.read(MessageJson.write(message))).isEqualTo(message);
    }

    @Test
    void theSampleHasEveryVariant() {
        assertThat(EVERY_VARIANT.stream().map(Block::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(List.of(Block.class.getPermittedSubclasses()).stream()
                        .<Class<? extends Block>>map(variant -> variant.asSubclass(Block.class))
                        .toList());
    }

    @Test
    void readsTextThatWasStoredBeforeItHadMoments() {
        String stored = "{\"title\":\"Hi\",\"blocks\":[{\"type\":\"paragraph\",\"text\":\"Good morning\"}]}";
        Message message = new Message("Hi", List.of(new Block.Paragraph("Good morning")));

        assertThat(MessageJson.read(stored)).isEqualTo(message);
        assertThat(MessageJson.write(message)).contains("{\"type\":\"paragraph\",\"text\":\"Good morning\"}");
    }

    @Test
    void theVariantIsNamed() {
        assertThat(MessageJson.write(new Message("", List.of(new Block.Heading("Hi")))))
                .contains("{\"type\":\"heading\",\"text\":\"Hi\"}");
    }

    @Test
    void whatWasWrittenBeforeWordsWereMarkedIsReadWithoutMarks() {
        assertThat(MessageJson.read("""
                {"title": "", "blocks": [{"type": "quotation", "text": "words", "attribution": "Li", "source": null}]}
                """).blocks())
                .containsExactly(new Block.Quotation("words", "Li", Optional.empty()));
    }

    @Test
    void cardsThatWereStoredBeforeWordsWereMarkedHaveNone() {
        Message message = new Message("", EVERY_VARIANT);
        String stored = MessageJson.write(message).replace(",\"marked\":[]", "");

        assertThat(stored).doesNotContain("\"marked\":[]");
        assertThat(MessageJson.read(stored)).isEqualTo(message);
    }

    @Test
    void cardsThatWereStoredBeforeTheySaidTheirKindArePlainClaims() {
        Message message = new Message("", EVERY_VARIANT);
        String stored = MessageJson.write(message).replace(",\"kind\":null", "");

        assertThat(stored).doesNotContain("\"kind\"");
        assertThat(MessageJson.read(stored)).isEqualTo(message);
    }
}
