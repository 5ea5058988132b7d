package io.briefcast.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Walks through HTML that is made of the few tags of show notes and keeps their rules, in a tenth of the time that a
 * page takes to be made of it. Gives up at whatever only a real parser knows how to mend.
 */
final class SimpleMarkup {
    /** What is told of the text, in its order. */
    interface Walker {
        void words(String text);

        /** A tag that makes a line begins or ends. */
        void line();
    }

    private static final Set<String> INLINE = Set.of(
            "a", "b", "i", "em", "strong", "span", "u", "s", "small", "sub", "sup", "code", "font", "img", "cite");
    private static final Set<String> BLOCKS = Set.of("div", "ul", "ol", "li", "blockquote");
    private static final Set<String> ALONE = Set.of("br", "hr");

    private final String text;
    private final Walker walker;
    /** Those of {@link #BLOCKS}; paragraphs end by themselves. */
    private final Deque<String> open = new ArrayDeque<>();

    private SimpleMarkup(String text, Walker walker) {
        this.text = text;
        this.walker = walker;
    }

    /** False when it gave up; then forget what was told. */
    static boolean walk(String text, Walker walker) {
        return new SimpleMarkup(text, walker).walk();
    }

    private boolean walk() {
        int at = 0;
        for (int tag = text.indexOf('<'); tag >= 0; tag = text.indexOf('<', at)) {
            words(at, tag);
            int end = text.indexOf('>', tag);
            if (end < 0 || !isWhole(tag + 1, end) || !take(tag + 1, end)) {
                return false;
            }
            at = end + 1;
        }
        words(at, text.length());
        return true;
    }

    private void words(int from, int to) {
        if (from < to) {
            String words = text.substring(from, to);
            walker.words(words.indexOf('&') < 0 ? words : Parser.unescapeEntities(words, false));
        }
    }

    /** Whether the end of the tag is its end, and no mark in a value. */
    private boolean isWhole(int from, int to) {
        int single = 0;
        int twofold = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            single += c == '\'' ? 1 : 0;
            twofold += c == '"' ? 1 : 0;
            if (c == '<') {
                return false;
            }
        }
        return single % 2 == 0 && twofold % 2 == 0;
    }

    private boolean take(int from, int to) {
        boolean ends = from < to && text.charAt(from) == '/';
        Optional<String> name = name(ends ? from + 1 : from, to);
        if (name.isEmpty()) {
            return false;
        }
        return ends ? end(name.get()) : start(name.get(), text.charAt(to - 1) == '/');
    }

    private Optional<String> name(int from, int to) {
        int end = from;
        while (end < to && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        boolean isName = end > from && (end == to || text.charAt(end) == '/' || text.charAt(end) <= ' ');
        return isName ? Optional.of(text.substring(from, end).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    private boolean start(String name, boolean closed) {
        if (INLINE.contains(name)) {
            return true;
        }
        if (name.equals("li") && name.equals(open.peek())) {
            open.pop();
        }
        boolean isBlock = BLOCKS.contains(name);
        if (isBlock && !closed) {
            open.push(name);
        }
        return line(isBlock || name.equals("p") || ALONE.contains(name));
    }

    private boolean end(String name) {
        if (INLINE.contains(name)) {
            return true;
        }
        if (!name.equals("li") && "li".equals(open.peek())) {
            open.pop();
        }
        return line(name.equals("p") || (BLOCKS.contains(name) && name.equals(open.poll())));
    }

    private boolean line(boolean known) {
        if (known) {
            walker.line();
        }
        return known;
    }
}
