package io.briefcast.transcript.format;

import io.briefcast.podcast.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The entries of the first list of segments in a JSON text. Read as a stream, so that a file which breaks off still
 * gives what it holds.
 */
final class JsonSegments {
    /** Reads entry by entry, so that something always follows. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> LISTS =
            Set.of("segments", "transcription", "utterances", "cues", "transcript", "results");
    private static final List<String> STARTS = List.of("startTime", "start", "start_time", "from");
    private static final List<String> ENDS = List.of("endTime", "end", "end_time", "to");
    private static final List<String> TEXTS = List.of("body", "text", "transcript", "content", "word");
    private static final List<String> SPEAKERS =
            List.of("speaker", "speakerName", "speaker_name", "speaker_label", "name");

    /** No episode is longer; a start beyond it is a mistake. */
    private static final long MAX_SECONDS = Duration.ofHours(1000).toSeconds();

    private final List<Segment> found = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private JsonSegments() {}

    static JsonSegments of(String text) {
        JsonSegments segments = new JsonSegments();
        try (JsonParser parser = JSON.createParser(text)) {
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
        return found;
    }

    List<Problem> problems() {
        return problems;
    }

    private static int line(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private void read(JsonParser parser) {
        boolean list = parser.nextToken() == JsonToken.START_ARRAY;
        while (!list && parser.nextToken() != null) {
            list = parser.currentToken() == JsonToken.START_ARRAY
                    && LISTS.contains(String.valueOf(parser.currentName()));
        }
        while (list && parser.nextToken() == JsonToken.START_OBJECT && found.size() <= Draft.MAX_CUES) {
            int line = parser.currentTokenLocation().getLineNr();
            JsonNode entry = JSON.readTree(parser);
            found.add(segment(entry, line));
        }
    }

    private static Segment segment(JsonNode entry, int line) {
        JsonNode times = entry.path("timestamps").isObject() ? entry.path("timestamps") : entry;
        return new Segment(
                time(first(times, STARTS)),
                time(first(times, ENDS)),
                speaker(entry),
                first(entry, TEXTS).asString(""),
                line);
    }

    private static JsonNode first(JsonNode entry, List<String> names) {
        return names.stream()
                .map(entry::path)
                .filter(JsonNode::isValueNode)
                .filter(value -> !value.isNull())
                .findFirst()
                .orElseGet(() -> entry.path(""));
    }

    private static String speaker(JsonNode entry) {
        JsonNode value =
                entry.path("speaker").isObject() ? first(entry.path("speaker"), SPEAKERS) : first(entry, SPEAKERS);
        return value.isNumber() ? "Speaker " + value.asString() : SpeakerNames.known(value.asString(""));
    }

    /** Seconds as number or text, or a clock time. */
    private static Optional<Duration> time(JsonNode value) {
        String text = value.asString("").strip();
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
