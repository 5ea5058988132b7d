package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkdownRendererTest {
    private static final Block.InsightCard CARD = card("Renting is cheaper until you need it in a hurry");

    private static Block.InsightCard card(String headline) {
        return new Block.InsightCard(
                "i1",
                1,
                headline,
                "Prices follow the queue.",
                "renting is, um, cheaper until you need it in a hurry",
                "Ada Brook",
                "The Rack",
                "Who owns the room",
                Instant.parse("2026-01-05T06:00:00Z"),
                Duration.ofSeconds(3723),
                false,
                Optional.of(URI.create("https://rack.example/a(1).mp3#t=3723")),
                Optional.empty(),
                Optional.empty(),
                List.of("3 other shows say so"),
                List.of(),
                Optional.empty(),
                List.of());
    }

    @Test
    void anInsightShowsClaimWordsSpeakerAndMoment() {
        String markdown = MarkdownRenderer.render(new Message("Today", List.of(CARD)));

        assertThat(markdown)
                .startsWith("## 1. Renting is cheaper until you need it in a hurry\n\nPrices follow the queue.")
                .contains("> \"renting is, um, cheaper until you need it in a hurry\"")
                .contains("Ada Brook, *The Rack*, Who owns the room, "
                        + "[1:02:03](https://rack.example/a%281%29.mp3#t=3723)")
                .endsWith("Why: 3 other shows say so.\n");
    }

    @Test
    void aHeadlineThatIsTheQuoteIsPrintedOnceInQuotationMarks() {
        Block.InsightCard card = card("Renting is, um, cheaper until you need it in a hurry.");

        String markdown = MarkdownRenderer.render(new Message("Today", List.of(card)));

        assertThat(markdown)
                .startsWith("## 1. \u201crenting is, um, cheaper until you need it in a hurry\u201d\n\n"
                        + "Prices follow the queue.\n\n> Ada Brook, *The Rack*, ")
                .containsOnlyOnce("cheaper until you need it in a hurry");
    }

    @Test
    void theWordsThatSomebodyLookedForAreBoldInCards() {
        String markdown = MarkdownRenderer.render(new Message("x", List.of(CARD.marking(List.of("renting", "queue")))));

        assertThat(markdown)
                .startsWith("## 1. **Renting** is cheaper until you need it in a hurry\n\nPrices follow the **queue**.")
                .contains("> \"**renting** is, um, cheaper");
    }

    @Test
    void aTitleCannotBecomeMarkup() {
        String markdown = MarkdownRenderer.render(
                new Message("x", List.of(new Block.Paragraph("[click](http://evil.example) <b>*now*</b>\n# you"))));

        assertThat(markdown).isEqualTo("\\[click\\](http://evil.example) \\<b\\>\\*now\\*\\</b\\> \\# you\n");
    }

    @Test
    void theWordsThatSomebodyLookedForAreBold() {
        Message message = new Message(
                "", List.of(new Block.Quotation("Rents *fall*.", "Li", Optional.empty(), List.of("rents"))));

        assertThat(MarkdownRenderer.render(message)).isEqualTo("> **Rents** \\*fall\\*.\n> Li\n");
    }
}
