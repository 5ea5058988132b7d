package io.briefcast.transcript.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cuts running text into turns at speakers, time stamps and paragraphs. Reads {@code **Anna:** words}, {@code Anna:
 * words}, {@code [00:12] words}, {@code Anna (0:12): words}, and stamps inside of sentences.
 */
final class Turns {
    private static final Pattern BOLD = Pattern.compile("^\\*\\*([^*]{1,80})\\*\\*:?");
    private static final Pattern STAMP_INSIDE =
            Pattern.compile("[\\[(]" + Timestamp.SYNTAX + "(?:\\s?(?:-{1,2}>?|–)\\s?[\\d:.,]{4,15})?[\\])]:?");
    private static final Pattern STAMP_FIRST = Pattern.compile("^" + Timestamp.SYNTAX + "(?=\\s|$)(?:\\s[-–]\\s)?");
    /** As Otter and others write it, on a line of its own: {@code Anna Berg 0:12}. */
    private static final Pattern NAME_AND_STAMP =
            Pattern.compile("^(" + SpeakerNames.NAME + ")\\s{1,4}[\\[(]?" + Timestamp.SYNTAX + "[\\])]?\\s?:?$");

    private static final Pattern INNER_NAME = Pattern.compile(" (?=\\*\\*" + SpeakerNames.NAME + ":\\*\\*)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\\[\\]#*_()<>.!&-])");

    private static final Pattern SENTENCE_END = Pattern.compile("[.?!…]\\s");

    /** In characters: about a hundred words. */
    private static final int LONG_PART = 600;

    private final List<Line> lines;
    private final SpeakerNames names = new SpeakerNames();
    private final boolean marked;
    private final List<Turn> turns = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private Optional<Duration> stamp = Optional.empty();
    private String speaker = "";
    private int openedAt;

    private Turns(List<Line> raw) {
        this.lines = raw.stream().flatMap(Turns::atInnerNames).toList();
        this.marked = lines.stream()
                .anyMatch(line ->
                        line.speaker().isPresent() || speakerInBold(line.text()).isPresent());
    }

    static List<Turn> of(List<Line> lines) {
        return new Turns(lines).cut();
    }

    private List<Turn> cut() {
        if (!marked) {
            lines.forEach(line -> names.look(withoutStampInFront(line.text())));
        }
        lines.forEach(line -> read(line, line.text()));
        close();
        return turns;
    }

    /** Two people may share a line where a writer forgot to break it. */
    private static Stream<Line> atInnerNames(Line line) {
        String text = unescaped(line.text());
        if (!text.contains(" **")) {
            return Stream.of(new Line(line.speaker(), text, line.number()));
        }
        String[] parts = INNER_NAME.split(text);
        Stream<Line> first = Stream.of(new Line(line.speaker(), parts[0], line.number()));
        Stream<Line> others = Arrays.stream(parts).skip(1).map(part -> new Line(Optional.empty(), part, line.number()));
        return Stream.concat(first, others);
    }

    private void read(Line line, String text) {
        openedAt = words.isEmpty() ? line.number() : openedAt;
        line.speaker().ifPresent(this::turnTo);
        Matcher header = NAME_AND_STAMP.matcher(text);
        if (text.isBlank()) {
            close();
        } else if (header.matches()) {
            turnTo(header.group(1));
            stamp = Optional.of(Timestamp.of(header, 2));
        } else {
            say(afterLabel(afterStamp(text)));
        }
    }

    private void turnTo(String name) {
        close();
        speaker = SpeakerNames.known(name);
    }

    /** Takes a stamp that opens the line; stamps in brackets are found by {@link #say} wherever they are. */
    private String afterStamp(String text) {
        Matcher first = STAMP_FIRST.matcher(text);
        Matcher bracketed = STAMP_INSIDE.matcher(text);
        Matcher found = first.find() ? first : bracketed;
        if (found == first || bracketed.lookingAt()) {
            close();
            stamp = Optional.of(Timestamp.of(found, 1));
            return text.substring(found.end()).stripLeading();
        }
        return text;
    }

    private String afterLabel(String text) {
        Optional<SpeakerNames.Labelled> label = marked ? speakerInBold(text) : names.split(text);
        label.map(SpeakerNames.Labelled::name).ifPresent(this::turnTo);
        return label.map(SpeakerNames.Labelled::words).orElse(text);
    }

    private void say(String text) {
        Matcher stamps = STAMP_INSIDE.matcher(text);
        int from = 0;
        while (stamps.find()) {
            append(text.substring(from, stamps.start()));
            close();
            stamp = Optional.of(Timestamp.of(stamps, 1));
            from = stamps.end();
        }
        append(text.substring(from));
    }

    private void append(String text) {
        if (!text.isBlank()) {
            words.append(words.isEmpty() ? "" : " ").append(text.strip());
        }
    }

    /** A stamp without words, such as that of a break, is kept for the words that follow. */
    private void close() {
        // One more than allowed, so that the reader learns that something was left out.
        if (!words.isEmpty() && turns.size() <= Draft.MAX_CUES) {
            boolean monologue = stamp.isEmpty() && speaker.isEmpty();
            List<String> parts = monologue ? parts(words.toString()) : List.of(words.toString());
            parts.forEach(part -> turns.add(new Turn(stamp, speaker, part, openedAt)));
            stamp = Optional.empty();
        }
        words.setLength(0);
    }

    /** A whole episode may stand in one paragraph: it is cut at ends of sentences, so that its words get times. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher ends = SENTENCE_END.matcher(text);
        int from = 0;
        while (text.length() - from > 2 * LONG_PART && ends.find(from + LONG_PART)) {
            parts.add(text.substring(from, ends.end()).strip());
            from = ends.end();
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    private static Optional<SpeakerNames.Labelled> speakerInBold(String text) {
        Matcher matcher = BOLD.matcher(text);
        if (!matcher.lookingAt()
                || !(matcher.group().endsWith(":")
                        || matcher.group(1).stripTrailing().endsWith(":"))) {
            return Optional.empty();
        }
        String rest = text.substring(matcher.end()).strip();
        return Optional.of(new SpeakerNames.Labelled(matcher.group(1), rest));
    }

    private static String withoutStampInFront(String text) {
        Matcher first = STAMP_FIRST.matcher(text);
        Matcher bracketed = STAMP_INSIDE.matcher(text);
        if (first.find()) {
            return text.substring(first.end()).stripLeading();
        }
        return bracketed.lookingAt() ? text.substring(bracketed.end()).stripLeading() : text;
    }

    /** Markdown protects brackets and the like with backslashes. */
    private static String unescaped(String text) {
        String stripped = text.strip();
        return stripped.indexOf('\\') < 0 ? stripped : ESCAPE.matcher(stripped).replaceAll("$1");
    }
}
