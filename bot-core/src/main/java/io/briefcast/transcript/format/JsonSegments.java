package io.briefcast.transcript.format;

import io.briefcast.podcast.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries of the first list of segments in a JSON text. Read as a stream, so that a file which breaks off still
 * gives what it holds.
 */
final class JsonSegments {
    private static final Set<String> LISTS =
            Set.of("segments", "transcription", "utterances", "cues", "transcript", "results");
    private static final List<String> STARTS = List.of("startTime", "start", "start_time", "from");
    private static final List<String> ENDS = List.of("endTime", "end", "end_time", "to");
    private static final List<String> TEXTS =
            List.of("body", "text", "transcript", "content", "punctuated_word", "word");
    private static final List<String> SPEAKERS =
            List.of("voice", "speaker", "speakerName", "speaker_name", "speaker_label", "name");

    private static final Set<String> NESTED = Set.of("speaker", "timestamps");
    private static final Set<String> ASKED_FOR =
            Stream.of(STARTS, ENDS, TEXTS, SPEAKERS).flatMap(List::stream).collect(Collectors.toUnmodifiableSet());

    /** No episode is longer; a start beyond it is a mistake. */
    private static final long MAX_SECONDS = Duration.ofHours(1000).toSeconds();

    /** Single words beside or instead of segments; they often come without full stops, so segments are preferred. */
    private static final String WORDS = "words";

    private static final Set<String> WHOLE = Set.of("transcript", "text");

    private final List<Segment> found = new ArrayList<>();
    private final List<Segment> words = new ArrayList<>();
    private String whole = "";
    private final List<Problem> problems = new ArrayList<>();

    private JsonSegments() {}

    static JsonSegments of(String text) {
        JsonSegments segments = new JsonSegments();
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            segments.read(parser);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " at column " + e.getLocation().getColumnNr();
            segments.problems.add(
                    new Problem("the JSON breaks off%s; what stands before it was read".formatted(where), line(e)));
        }
        return segments;
    }

    List<Segment> found() {
        return found.isEmpty() ? words : found;
    }

    /** All words as one text, for files without any list; empty when there is none. */
    String whole() {
        return whole;
    }

    List<Problem> problems() {
        return problems;
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private void read(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null && found.isEmpty(); token = parser.nextToken()) {
            String name = parser.currentName();
            if (token == JsonToken.START_ARRAY && (name == null || LISTS.contains(name))) {
                readList(parser, found);
            } else if (token == JsonToken.START_ARRAY && WORDS.equals(name)) {
                readList(parser, words);
            } else if (token == JsonToken.VALUE_STRING && name != null && WHOLE.contains(name) && whole.isEmpty()) {
                whole = parser.getString();
            }
        }
    }

    private static void readList(JsonParser parser, List<Segment> found) {
        while (parser.nextToken() != JsonToken.END_ARRAY && found.size() <= Draft.MAX_CUES) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                int line = parser.currentTokenLocation().getLineNr();
                Map<String, String> values = new HashMap<>();
                readValues(parser, values);
                found.add(segment(values, line));
            }
            parser.skipChildren();
        }
    }

    /** Only what is asked for is kept, so that an entry of any size costs nothing. */
    private static void readValues(JsonParser parser, Map<String, String> values) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isScalarValue() && value != JsonToken.VALUE_NULL && ASKED_FOR.contains(name)) {
                values.putIfAbsent(name, scalar(parser, name));
            } else if (value == JsonToken.START_OBJECT && NESTED.contains(name)) {
                readValues(parser, values);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static String scalar(JsonParser parser, String name) {
        boolean numbered = name.equals("speaker") && parser.currentToken().isNumeric();
        return numbered ? "Speaker " + parser.getString() : parser.getString();
    }

    private static Segment segment(Map<String, String> values, int line) {
        return new Segment(
                time(first(values, STARTS)),
                time(first(values, ENDS)),
                SpeakerNames.known(first(values, SPEAKERS)),
                first(values, TEXTS),
                line);
    }

    private static String first(Map<String, String> values, List<String> names) {
        return names.stream()
                .filter(values::containsKey)
                .findFirst()
                .map(values::get)
                .orElse("");
    }

    /** Seconds as number or text, or a clock time. */
    private static Optional<Duration> time(String text) {
        return text.indexOf(':') >= 0 ? Timestamp.parse(text) : seconds(text);
    }

    private static Optional<Duration> seconds(String text) {
        try {
            double seconds = Double.parseDouble(text);
            boolean plausible = seconds >= 0 && seconds <= MAX_SECONDS;
            return plausible ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000))) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
