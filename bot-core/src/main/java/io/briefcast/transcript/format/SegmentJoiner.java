package io.briefcast.transcript.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes cues of JSON segments; where the segments are single words, joins them to sentences. */
final class SegmentJoiner {
    /** Fewer words a segment than this on average, and they are words, not lines. */
    private static final double WORD_LEVEL = 2.5;

    /** A sentence that nobody ends is cut after this many words. */
    private static final int LONG_SENTENCE = 40;

    /** Silence that ends a sentence even where no full stop is written. */
    private static final Duration PAUSE = Duration.ofMillis(1500);

    private static final Pattern SENTENCE_END = Pattern.compile("(?s).*(?:[.?!…。！？][\"”’)\\]]?\\s*|\\n\\s*)$");
    private static final String NO_SPACE_BEFORE = ".,;:?!…%)]’";

    private final boolean spaced;
    private final List<Segment> sentences = new ArrayList<>();
    private final List<Segment> open = new ArrayList<>();

    private SegmentJoiner(boolean spaced) {
        this.spaced = spaced;
    }

    /** Sentences of one speaker each; lists of lines come back as they are. */
    static List<Segment> join(List<Segment> segments) {
        long words = segments.stream()
                .mapToLong(segment -> Words.count(segment.text()))
                .sum();
        if (words >= WORD_LEVEL * segments.size()) {
            return segments;
        }
        long spaced = segments.stream().filter(SegmentJoiner::bringsItsSpace).count();
        SegmentJoiner joiner = new SegmentJoiner(2 * spaced > segments.size());
        segments.forEach(joiner::take);
        joiner.close();
        return joiner.sentences;
    }

    /** Recognisers that cut words into parts put the space into the part: {@code " un"}, {@code "like"}. */
    private static boolean bringsItsSpace(Segment segment) {
        return segment.text().startsWith(" ") || segment.text().endsWith(" ");
    }

    private void take(Segment segment) {
        if (!open.isEmpty() && startsAnew(open.getLast(), segment)) {
            close();
        }
        open.add(segment);
        if (SENTENCE_END.matcher(segment.text()).matches() || open.size() >= LONG_SENTENCE) {
            close();
        }
    }

    private static boolean startsAnew(Segment before, Segment next) {
        Optional<Duration> until = before.end().or(before::start);
        boolean pause = until.isPresent()
                && next.start().isPresent()
                && next.start().get().minus(until.get()).compareTo(PAUSE) > 0;
        return pause || !before.speaker().equals(next.speaker());
    }

    private void close() {
        if (!open.isEmpty()) {
            Segment first = open.getFirst();
            sentences.add(new Segment(first.start(), open.getLast().end(), first.speaker(), text(), first.line()));
            open.clear();
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (Segment segment : open) {
            boolean attached = spaced || text.isEmpty() || isPunctuation(segment.text());
            text.append(attached ? "" : " ").append(segment.text());
        }
        return text.toString();
    }

    private static boolean isPunctuation(String text) {
        return !text.isEmpty() && NO_SPACE_BEFORE.indexOf(text.charAt(0)) >= 0;
    }
}
