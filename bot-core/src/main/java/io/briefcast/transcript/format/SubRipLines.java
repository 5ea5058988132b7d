package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a SubRip file line by line: a timing opens a cue, everything up to the next timing is its text. */
final class SubRipLines {
    private static final Pattern COUNTER = Pattern.compile("\\s*\\d{1,9}\\s*");

    private final TimedScript script = new TimedScript();
    private final List<String> text = new ArrayList<>();
    private Duration start = Duration.ZERO;
    private Duration end = Duration.ZERO;
    private int number;
    private int openedAt;
    private int cues;

    private SubRipLines() {}

    static Transcript read(List<String> lines, String format) {
        SubRipLines reading = new SubRipLines();
        lines.stream().takeWhile(line -> !reading.script.isFull()).forEach(reading::read);
        reading.emit();
        return reading.script.finish(format);
    }

    private void read(String line) {
        number++;
        if (!line.contains("->")) {
            text.add(line);
            return;
        }
        Matcher matcher = SubRip.TIMING.matcher(line);
        if (matcher.matches()) {
            close();
            open(Timestamp.of(matcher, 1), Timestamp.of(matcher, 1 + Timestamp.GROUPS));
        } else if (line.contains("-->")) {
            close();
            script.problem("the times of the cue cannot be read; its words follow the cue before", number);
            open(end, end);
        } else {
            text.add(line);
        }
    }

    private void open(Duration newStart, Duration newEnd) {
        start = newStart;
        end = newEnd;
        openedAt = number;
        cues++;
    }

    /** Ends the open cue; the counter of the next one stands below its text. */
    private void close() {
        int last = text.size() - 1;
        if (last >= 0 && COUNTER.matcher(text.get(last)).matches()) {
            text.remove(last);
        } else {
            removeDetachedCounter();
        }
        emit();
    }

    /** Some writers leave an empty line between counter and timing; only the right number is taken for a counter. */
    private void removeDetachedCounter() {
        while (!text.isEmpty() && text.getLast().isBlank()) {
            text.removeLast();
        }
        if (!text.isEmpty() && text.getLast().strip().equals(String.valueOf(cues + 1))) {
            text.removeLast();
        }
    }

    private void emit() {
        if (openedAt > 0) {
            script.add(start, end, CueText.pieces(String.join("\n", text), CueText.SUBRIP_TAG), openedAt);
        } else if (text.stream().anyMatch(line -> !line.isBlank())) {
            script.problem("words before the first time were left out", 1);
        }
        text.clear();
    }
}
