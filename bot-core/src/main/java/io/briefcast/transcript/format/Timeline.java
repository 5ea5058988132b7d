package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives every turn a time. Stamps are believed where they rise with the text; between two of them time is shared by
 * words, and outside of them people speak {@value Words#PER_MINUTE} words a minute.
 */
final class Timeline {
    /** A few turns between exact ones are exact enough; more, and the moments are announced as "about". */
    private static final double MAX_UNTIMED_SHARE = 0.1;

    private final List<Turn> turns;
    private final long[] wordsBefore;
    private final NavigableMap<Long, Duration> anchors = new TreeMap<>();
    private final Draft draft = new Draft();
    private int untimed;

    Timeline(List<Turn> turns) {
        this.turns = turns;
        this.wordsBefore = new long[turns.size() + 1];
        for (int i = 0; i < turns.size(); i++) {
            wordsBefore[i + 1] = wordsBefore[i] + Words.count(turns.get(i).text());
        }
    }

    Transcript lay(String format) {
        anchor();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            Duration start = at(wordsBefore[i]);
            Duration end = at(wordsBefore[i + 1]);
            draft.cue(start, end.compareTo(start) < 0 ? start : end, turn.speaker(), turn.text(), turn.line());
        }
        return draft.finish(format, untimed > MAX_UNTIMED_SHARE * turns.size());
    }

    /** Keeps the longest run of rising stamps: one mistyped stamp must not cost those after it. */
    private void anchor() {
        boolean[] rising = Rising.longest(
                turns.stream().map(turn -> turn.stamp().map(Duration::toNanos)).toList());
        Duration last = Duration.ofNanos(-1);
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            if (rising[i]) {
                last = turn.stamp().orElseThrow();
                anchors.put(wordsBefore[i], last);
            } else if (!turn.stamp().equals(Optional.of(last))) {
                untimed++;
                turn.stamp().ifPresent(stamp -> draft.problem("time stamp out of order, not used", turn.line()));
            }
        }
    }

    private Duration at(long word) {
        Map.Entry<Long, Duration> before = anchors.floorEntry(word);
        Map.Entry<Long, Duration> after = anchors.ceilingEntry(word);
        if (before == null) {
            return after == null ? Words.spoken(word) : leadingUpTo(after, word);
        }
        if (after == null) {
            return before.getValue().plus(Words.spoken(word - before.getKey()));
        }
        return between(before, after, word);
    }

    /** Counts back from the first stamp, faster where the words would not fit before it. */
    private static Duration leadingUpTo(Map.Entry<Long, Duration> first, long word) {
        Duration spoken = Words.spoken(first.getKey());
        if (spoken.compareTo(first.getValue()) > 0) {
            return first.getValue().multipliedBy(word).dividedBy(first.getKey());
        }
        return first.getValue().minus(Words.spoken(first.getKey() - word));
    }

    private static Duration between(Map.Entry<Long, Duration> before, Map.Entry<Long, Duration> after, long word) {
        long words = after.getKey() - before.getKey();
        if (words == 0) {
            return before.getValue();
        }
        Duration gap = after.getValue().minus(before.getValue());
        return before.getValue().plus(gap.multipliedBy(word - before.getKey()).dividedBy(words));
    }
}
