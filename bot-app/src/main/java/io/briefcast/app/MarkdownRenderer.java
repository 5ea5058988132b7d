package io.briefcast.app;

import io.briefcast.message.Block;
import io.briefcast.message.Block.InsightCard;
import io.briefcast.message.Marked;
import io.briefcast.message.Message;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** A message as Markdown for terminals, files and mail. Texts are escaped, so that a title cannot become markup. */
public final class MarkdownRenderer {
    private MarkdownRenderer() {}

    /** The blocks in order, separated by blank lines, ending with a line feed. */
    public static String render(Message message) {
        return message.blocks().stream().map(MarkdownRenderer::block).collect(Collectors.joining("\n\n")) + "\n";
    }

    private static String block(Block block) {
        return switch (block) {
            case Block.Heading heading -> "# " + escape(heading.text());
            case Block.Paragraph paragraph -> escape(paragraph.text());
            case Block.Footnote footnote -> "_" + escape(footnote.text()) + "_";
            case Block.Divider ignored -> "---";
            case Block.Image image -> "![%s](%s)".formatted(escape(image.alt()), image.source());
            case Block.Quotation quotation ->
                "> %s\n> %s".formatted(words(quotation.words()), link(quotation.attribution(), quotation.source()));
            case Block.Buttons buttons ->
                buttons.actions().stream()
                        .map(action -> link(action.label(), action.link()))
                        .collect(Collectors.joining(" | "));
            case Block.Choice choice ->
                escape(choice.label()) + ": "
                        + choice.options().stream()
                                .map(option -> escape(option.label()))
                                .collect(Collectors.joining(", "));
            case InsightCard card -> card(card);
        };
    }

    private static String words(Marked words) {
        return words.pieces().stream()
                .map(piece -> piece.marked() ? "**" + escape(piece.text()) + "**" : escape(piece.text()))
                .collect(Collectors.joining());
    }

    private static String card(InsightCard card) {
        StringBuilder text = new StringBuilder();
        text.append(card.position() > 0 ? "## %d. ".formatted(card.position()) : "## ")
                .append(words(card.words(card.title())));
        if (!card.explanation().isEmpty()) {
            text.append("\n\n").append(words(card.words(card.explanation())));
        }
        text.append("\n\n> ");
        if (!card.headlineIsQuote()) {
            text.append('"').append(words(card.words(card.quote()))).append("\"\n>\n> ");
        }
        text.append(source(card));
        if (!card.reasons().isEmpty()) {
            text.append("\n\nWhy: ")
                    .append(escape(String.join("; ", card.reasons())))
                    .append('.');
        }
        card.page().ifPresent(page -> text.append("\n\n").append(link("More about this", card.page())));
        return text.toString();
    }

    private static String source(InsightCard card) {
        String speaker = card.speaker().isEmpty() ? "" : escape(card.speaker()) + ", ";
        String moment = (card.approximate() ? "about " : "") + clock(card.moment());
        return speaker + "*" + escape(card.show()) + "*, " + escape(card.episode()) + ", "
                + link(moment, card.listen());
    }

    private static String link(String text, Optional<URI> address) {
        return address.map(uri -> "[%s](%s)".formatted(escape(text), destination(uri)))
                .orElse(escape(text));
    }

    private static String destination(URI uri) {
        return uri.toASCIIString().replace("(", "%28").replace(")", "%29");
    }

    /** {@code 1:02:03}, or {@code 2:03} below an hour. */
    public static String clock(Duration offset) {
        return offset.toHours() > 0
                ? "%d:%02d:%02d".formatted(offset.toHours(), offset.toMinutesPart(), offset.toSecondsPart())
                : "%d:%02d".formatted(offset.toMinutes(), offset.toSecondsPart());
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(point -> append(escaped, point));
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        if (Character.isISOControl(point)) {
            escaped.append(' ');
            return;
        }
        if ("\\`*_[]<>#|".indexOf(point) >= 0) {
            escaped.append('\\');
        }
        escaped.appendCodePoint(point);
    }
}
