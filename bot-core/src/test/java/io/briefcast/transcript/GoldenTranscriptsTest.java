package io.briefcast.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.transcript.TranscriptReader.Outcome;
import io.briefcast.transcript.format.Formats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every transcript among the fixtures has what is understood of it beside it: {@code voices.vtt} has
 * {@code voices.expected.json}. Run with {@code -DupdateGolden=true} to have those written, and look at the difference.
 */
class GoldenTranscriptsTest {
    private static final Path FIXTURES = Path.of("src/test/resources/io/briefcast/transcript");
    private static final String EXPECTED = ".expected.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private final TranscriptReader reader = new TranscriptReader(Formats.found());

    @ParameterizedTest
    @MethodSource
    void understandsWhatStandsBesideIt(Path fixture) throws IOException {
        Path expected = beside(fixture);
        String understood = JSON.writeValueAsString(understood(fixture));
        if (Boolean.getBoolean("updateGolden")) {
            Files.writeString(expected, understood + "\n");
        }

        assertThat(expected).as("run with -DupdateGolden=true and look at it").exists();
        assertThat(JSON.readTree(understood)).isEqualTo(JSON.readTree(Files.readString(expected)));
    }

    static List<Path> understandsWhatStandsBesideIt() throws IOException {
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(EXPECTED))
                    .sorted()
                    .toList();
        }
    }

    private static Path beside(Path fixture) {
        return fixture.resolveSibling(fixture.getFileName().toString().replaceFirst("\\.[a-z]+$", "") + EXPECTED);
    }

    private Map<String, Object> understood(Path fixture) throws IOException {
        return switch (reader.read(Files.readAllBytes(fixture), Optional.empty())) {
            case Outcome.Read read -> understood(read.transcript());
            case Outcome.NotATranscript not -> Map.of("nothing", not.why());
        };
    }

    private static Map<String, Object> understood(Transcript transcript) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", transcript.format());
        fields.put("approximate", transcript.approximate());
        fields.put(
                "cues",
                transcript.cues().stream().map(GoldenTranscriptsTest::line).toList());
        fields.put(
                "problems",
                transcript.problems().stream()
                        .map(problem -> "%d: %s".formatted(problem.line(), problem.message()))
                        .toList());
        return fields;
    }

    private static String line(Cue cue) {
        return "%s-%s %s: %s"
                .formatted(seconds(cue.start().toMillis()), seconds(cue.end().toMillis()), cue.speaker(), cue.text());
    }

    private static double seconds(long millis) {
        return millis / 1000.0;
    }
}
