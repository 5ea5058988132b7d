package io.briefcast.feed;

import io.briefcast.podcast.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what could not be read, and counts the rest when there is too much of it. */
final class Problems {
    /** Nobody reads more; a feed of 20,000 bad dates must not fill the store. */
    private static final int MAX = 100;

    /** Parts of the input may be quoted, but not at any length. */
    private static final int MAX_MESSAGE = 200;

    private final List<Problem> problems = new ArrayList<>();
    private int more;

    void add(String message, int line) {
        if (problems.size() < MAX) {
            String shown = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
            problems.add(new Problem(shown, Math.max(0, line)));
        } else {
            more++;
        }
    }

    List<Problem> list() {
        List<Problem> all = new ArrayList<>(problems);
        if (more > 0) {
            all.add(new Problem("%d more problems are not listed".formatted(more), 0));
        }
        return all;
    }
}
