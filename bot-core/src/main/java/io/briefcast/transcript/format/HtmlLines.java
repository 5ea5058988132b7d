package io.briefcast.transcript.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/** Turns a page into lines as a reader sees them; names and times that markup points out are kept as such. */
final class HtmlLines implements NodeFilter {
    private static final Set<String> SKIPPED = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "header",
            "footer",
            "aside",
            "form",
            "button",
            "select",
            "svg",
            "iframe",
            "audio",
            "video");

    private static final int MAX_BOLD_NAME = 80;

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private HtmlLines() {}

    static List<Line> of(Document page) {
        HtmlLines lines = new HtmlLines();
        NodeTraversor.filter(lines, page);
        lines.endLine();
        return lines.lines;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            line.append(text.getWholeText());
        }
        return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && element.isBlock()) {
            endParagraph();
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        String tag = element.normalName();
        if (SKIPPED.contains(tag)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.isBlock()) {
            endParagraph();
        }
        return switch (tag) {
            case "br" -> {
                endLine();
                yield FilterResult.CONTINUE;
            }
            case "cite" -> cite(element);
            case "time" -> time(element);
            case "b", "strong" -> bold(element);
            default -> FilterResult.CONTINUE;
        };
    }

    /** A cite that opens a block is the speaker; one inside of a sentence is the title of a book. */
    private FilterResult cite(Element element) {
        String name = element.text().strip();
        boolean opens = line.toString().isBlank();
        boolean alone =
                element.parent() == null || !element.parent().normalName().equals("p");
        if (!opens || name.isEmpty() || !(alone || name.endsWith(":"))) {
            return FilterResult.CONTINUE;
        }
        lines.add(new Line(Optional.of(name), "", lines.size() + 1));
        return FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult time(Element element) {
        if (Timestamp.parse(element.text()).isEmpty()) {
            return FilterResult.CONTINUE;
        }
        line.append(" [").append(element.text().strip()).append("] ");
        return FilterResult.SKIP_ENTIRELY;
    }

    /** Bold words in front of a line may be a speaker; Markdown's way of saying so is understood further on. */
    private FilterResult bold(Element element) {
        if (!isLineBlank()) {
            return FilterResult.CONTINUE;
        }
        String text = element.text().strip();
        if (text.isEmpty() || text.length() > MAX_BOLD_NAME) {
            return FilterResult.CONTINUE;
        }
        line.append("**").append(text).append("**");
        return FilterResult.SKIP_ENTIRELY;
    }

    private boolean isLineBlank() {
        return line.chars().allMatch(Character::isWhitespace);
    }

    private void endLine() {
        String text = Words.tidy(line.toString());
        line.setLength(0);
        if (!text.isEmpty()) {
            lines.add(new Line(Optional.empty(), text, lines.size() + 1));
        }
    }

    private void endParagraph() {
        endLine();
        boolean afterWords = !lines.isEmpty() && !lines.getLast().text().isEmpty();
        if (afterWords) {
            lines.add(new Line(Optional.empty(), "", lines.size() + 1));
        }
    }
}
