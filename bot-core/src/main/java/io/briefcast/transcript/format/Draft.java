package io.briefcast.transcript.format;

import io.briefcast.podcast.Problem;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A transcript in the making: repairs times, keeps limits, counts what could not be read. */
final class Draft {
    /** Six hours of single words are about 60,000; more than this is an attack or a mistake. */
    static final int MAX_CUES = 200_000;

    /** Four lines a cue and some to spare; files of empty lines must not fill the memory. */
    static final int MAX_LINES = 1_000_000;

    /** Enough to see what is wrong with a file, few enough to store and print. */
    private static final int MAX_PROBLEMS = 100;

    private static final Comparator<Cue> BY_START = Comparator.comparing(Cue::start);

    private final List<Cue> cues = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int unlisted;
    private boolean unordered;

    boolean isFull() {
        return cues.size() >= MAX_CUES;
    }

    void problem(String message, int line) {
        if (problems.size() < MAX_PROBLEMS) {
            problems.add(new Problem(message, line));
        } else {
            unlisted++;
        }
    }

    /** Adds a cue unless it has no words. */
    void cue(Duration start, Duration end, String speaker, String text, int line) {
        String words = Words.tidy(text);
        if (words.isEmpty()) {
            return;
        }
        if (isFull()) {
            problem("more than %,d cues; the rest was left out".formatted(MAX_CUES), line);
            return;
        }
        if (end.compareTo(start) < 0) {
            problem("the cue ends before it starts; it was given no length", line);
        }
        unordered |= !cues.isEmpty() && start.compareTo(cues.getLast().start()) < 0;
        cues.add(new Cue(start, end.compareTo(start) < 0 ? start : end, Words.tidy(speaker), words));
    }

    Transcript finish(String format, boolean approximate) {
        if (unordered) {
            cues.sort(BY_START);
            problem("the cues were not in time order; they were sorted", 0);
        }
        List<Problem> all = new ArrayList<>(problems);
        if (unlisted > 0) {
            all.add(new Problem("and %,d more problems".formatted(unlisted), 0));
        }
        return new Transcript(format, "published", approximate, cues, all);
    }
}
