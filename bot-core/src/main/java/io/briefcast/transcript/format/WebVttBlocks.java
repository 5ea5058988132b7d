package io.briefcast.transcript.format;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Walks over the blocks of a WebVTT file: https://www.w3.org/TR/webvtt1/#collect-a-webvtt-block. */
final class WebVttBlocks {
    /** First and last moment of a cue. */
    private record Span(Duration start, Duration end) {}

    private static final String ARROW = "-->";

    /** Unlike our other clocks: two digits for minutes and seconds, three for thousandths, minutes below 60. */
    private static final String TIME = "(?:(\\d{1,9}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?!\\d)";

    private static final Pattern TIMING =
            Pattern.compile("[ \\t\\f]*" + TIME + "[ \\t\\f]*" + ARROW + "[ \\t\\f]*" + TIME + ".*", Pattern.DOTALL);

    private final List<String> lines;
    private final TimedScript script;
    private int position;

    WebVttBlocks(List<String> lines, TimedScript script) {
        this.lines = lines;
        this.script = script;
    }

    boolean hasNext() {
        return position < lines.size();
    }

    /** Passes the signature and what stands under it, up to an empty line or the first timing. */
    void skipHeader() {
        position = 1;
        while (hasNext() && !current().isEmpty() && !current().contains(ARROW)) {
            position++;
        }
    }

    /** Reads what stands up to the next empty line: a cue, a note, a style or a region. */
    void readBlock() {
        while (hasNext() && current().isEmpty()) {
            position++;
        }
        if (!hasNext()) {
            return;
        }
        int first = position;
        if (!current().contains(ARROW) && follows(ARROW)) {
            position++;
        }
        if (current().contains(ARROW)) {
            readCue();
        } else {
            passOver(first);
        }
    }

    private String current() {
        return lines.get(position);
    }

    private boolean follows(String mark) {
        return position + 1 < lines.size() && lines.get(position + 1).contains(mark);
    }

    private void readCue() {
        int line = position + 1;
        Optional<Span> span = timing(current());
        position++;
        String text = text();
        if (span.isEmpty()) {
            script.problem("the times of the cue cannot be read", line);
            return;
        }
        script.add(span.get().start(), span.get().end(), CueText.pieces(text, CueText.WEBVTT_TAG), line);
    }

    private static Optional<Span> timing(String line) {
        Matcher matcher = TIMING.matcher(line);
        return matcher.matches()
                ? Optional.of(new Span(Timestamp.of(matcher, 1), Timestamp.of(matcher, 1 + Timestamp.GROUPS)))
                : Optional.empty();
    }

    /** Lines up to an empty one or the next timing. */
    private String text() {
        StringBuilder text = new StringBuilder();
        while (hasNext() && !current().isEmpty() && !current().contains(ARROW)) {
            text.append(current()).append('\n');
            position++;
        }
        return text.toString();
    }

    private void passOver(int first) {
        String opening = lines.get(first).stripTrailing();
        boolean known = opening.startsWith("NOTE") || opening.equals("STYLE") || opening.equals("REGION");
        if (!known) {
            script.problem("words without a time were left out", first + 1);
        }
        text();
    }
}
