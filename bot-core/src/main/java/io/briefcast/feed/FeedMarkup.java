package io.briefcast.feed;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Turns the HTML that feeds carry in their texts into plain text. */
final class FeedMarkup {
    /** Show notes are limited to 4,000 bytes by directories; whole transcripts in them reach 200,000 characters. */
    private static final int MAX_NOTES = 300_000;

    private static final int MAX_TITLE = 1_000;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern ENTITY = Pattern.compile("&[#\\p{L}]");
    private static final Pattern MAKES_LINES = Pattern.compile("<(?i:p|br|div|li|h[1-6])\\b");
    private static final Set<String> LINES =
            Set.of("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "hr");

    private FeedMarkup() {}

    /** One line. */
    static String title(String markup) {
        String text = cut(markup, MAX_TITLE);
        return BLANKS.matcher(plain(text)).replaceAll(" ").strip();
    }

    /** A page is made of text only where it has tags: that costs a hundred times as much. */
    private static String plain(String text) {
        if (text.indexOf('<') >= 0) {
            return Jsoup.parse(text).text();
        }
        return ENTITY.matcher(text).find() ? Parser.unescapeEntities(text, false) : text;
    }

    /** A line for each paragraph, heading or list item. */
    static String lines(String markup) {
        String text = cut(markup, MAX_NOTES);
        if (text.indexOf('<') < 0 && text.indexOf('&') < 0) {
            return text.strip();
        }
        boolean markedUp = MAKES_LINES.matcher(text).find();
        Lines simple = new Lines(markedUp);
        if (SimpleMarkup.walk(text, simple)) {
            return simple.text();
        }
        Lines lines = new Lines(markedUp);
        NodeTraversor.traverse(lines, Jsoup.parse(text).body());
        return lines.text();
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }

    /** Line breaks of the source count only where no tag makes lines. */
    private static final class Lines implements NodeVisitor, SimpleMarkup.Walker {
        private final StringBuilder text = new StringBuilder();
        private final boolean markedUp;

        Lines(boolean markedUp) {
            this.markedUp = markedUp;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                words(words.getWholeText());
            } else {
                breakAt(node);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            breakAt(node);
        }

        @Override
        public void words(String words) {
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean blank = Character.isWhitespace(c) || c == '\u00A0';
                if (!blank) {
                    text.append(c);
                } else if (c == '\n' && !markedUp) {
                    text.append('\n');
                } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                    text.append(' ');
                }
            }
        }

        private void breakAt(Node node) {
            if (node instanceof Element element && LINES.contains(element.normalName())) {
                line();
            }
        }

        @Override
        public void line() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        String text() {
            return text.toString().strip();
        }
    }
}
