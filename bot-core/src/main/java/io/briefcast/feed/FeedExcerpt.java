package io.briefcast.feed;

/**
 * As much of an ill-formed feed as is worth repairing, which takes several times as long as reading a well-formed one:
 * so many tags, so many items, so many attributes of a tag, none of them endless. What is too much is left out, with a problem that says so.
 * Line numbers stay.
 */
final class FeedExcerpt {
    /** End tags among them; ten thousand items have as many. */
    private static final int MAX_TAGS = 300_000;

    /** Of a name or of a value without quotes; the parser takes the square of it in time. */
    private static final int MAX_WORD = 5_000;

    private final String text;
    private final Problems problems;
    private final StringBuilder kept;
    private int at;
    private int copied;
    private int tags;
    private int items;

    private FeedExcerpt(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.kept = new StringBuilder(text.length());
    }

    static String of(String text, Problems problems) {
        return new FeedExcerpt(text, problems).read();
    }

    private String read() {
        for (at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
            if (text.startsWith("<!--", at)) {
                skip("-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                skip("]]>");
            } else if (isTooMuch()) {
                return kept.append(text, copied, at).toString();
            } else {
                at++;
                tag();
            }
        }
        return copied == 0 ? text : kept.append(text, copied, text.length()).toString();
    }

    private void skip(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    /** Counts the tag that begins here. One item more is kept than is read, so that somebody notices that. */
    private boolean isTooMuch() {
        if (++tags > MAX_TAGS) {
            problems.add("this is not well-formed, and only its first %,d tags are read".formatted(MAX_TAGS), 0);
            return true;
        }
        boolean isItem =
                text.regionMatches(true, at + 1, "item", 0, 4) || text.regionMatches(true, at + 1, "entry", 0, 5);
        items += isItem ? 1 : 0;
        return items > FeedOutline.MAX_ITEMS + 1;
    }

    /** Goes on to the end of a tag; its words are its name, its attributes, and values without quotes. */
    private void tag() {
        int words = 0;
        int word = 0;
        boolean beforeValue = false;
        for (; at < text.length() && text.charAt(at) != '>'; at++) {
            char c = text.charAt(at);
            if (beforeValue && (c == '"' || c == '\'')) {
                at = endOfQuote(c);
                word = 0;
                beforeValue = false;
            } else if (Character.isWhitespace(c) || c == '/') {
                word = 0;
            } else {
                words += word == 0 ? 1 : 0;
                word++;
                beforeValue = c == '=';
            }
            if (words > FeedTree.MAX_ATTRIBUTES || word > MAX_WORD) {
                leaveOutTheRest();
                return;
            }
        }
    }

    private int endOfQuote(char quote) {
        int end = text.indexOf(quote, at + 1);
        return end < 0 ? text.length() - 1 : end;
    }

    private void leaveOutTheRest() {
        problems.add("a tag has too many attributes or too long ones; only its beginning is read", 0);
        kept.append(text, copied, at);
        for (; at < text.length() && text.charAt(at) != '>'; at++) {
            if (text.charAt(at) == '\n') {
                kept.append('\n');
            }
        }
        copied = at;
    }
}
