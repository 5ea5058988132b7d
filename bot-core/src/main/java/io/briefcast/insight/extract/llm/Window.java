package io.briefcast.insight.extract.llm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A stretch of an episode that fits one call.
 *
 * @param lines in order
 */
record Window(List<Line> lines) {
    /** English has about 3.6 characters a token; marks between the words make that fewer. */
    private static final double CHARACTERS_A_TOKEN = 2.8;
    /** What every tenth line says is said again in the next window, so that nothing falls between two. */
    private static final int OVERLAP = 10;

    private static final int LONGEST_NAME = 60;

    Window {
        lines = List.copyOf(lines);
    }

    /**
     * A sentence with its number.
     *
     * @param number index among all sentences of the episode
     * @param seconds offset from the start of the episode
     */
    record Line(int number, long seconds, String speaker, String text) {
        /** As the model sees it, not yet marked. */
        String written() {
            String name =
                    speaker.isEmpty() ? "" : speaker.substring(0, Math.min(LONGEST_NAME, speaker.length())) + ": ";
            return String.format(
                    Locale.ROOT,
                    "L%04d [%02d:%02d:%02d] %s%s",
                    number,
                    seconds / 3600,
                    seconds / 60 % 60,
                    seconds % 60,
                    name,
                    text);
        }

        int tokens() {
            return Window.tokens(written());
        }
    }

    /** About how many tokens a text costs; rather too many. */
    static int tokens(String text) {
        return (int) Math.ceil(text.length() / CHARACTERS_A_TOKEN);
    }

    /** Windows of at most so many tokens, in order, each beginning with the last tenth of the one before. */
    static List<Window> cut(List<Line> lines, int tokens) {
        List<Window> windows = new ArrayList<>();
        int start = 0;
        while (start < lines.size()) {
            int end = start;
            for (int sum = 0;
                    end < lines.size() && (end == start || sum + lines.get(end).tokens() <= tokens);
                    end++) {
                sum += lines.get(end).tokens();
            }
            windows.add(new Window(lines.subList(start, end)));
            start = end == lines.size() ? end : Math.max(start + 1, end - (end - start) / OVERLAP);
        }
        return windows;
    }

    long from() {
        return lines.getFirst().seconds();
    }

    long to() {
        return lines.getLast().seconds();
    }
}
