package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.cli.BriefcastCommand;
import io.briefcast.ranking.Signal;
import io.briefcast.transcript.TranscriptFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadmeTest {
    private static final String README = read(Path.of("../README.md"));

    @Test
    void namesEverySettingWithItsDefaultAndNoOther() throws IOException {
        assertThat(documentedSettings()).isEqualTo(settings());
    }

    @Test
    void namesEveryCommandOfTheExecutableAndNoOther() {
        assertThat(firstColumn("### Commands of the executable")).containsExactlyElementsOf(BriefcastCommand.names());
    }

    @Test
    void namesEverySignalAndNoOther() {
        assertThat(firstColumn("## How five are picked"))
                .containsExactlyInAnyOrderElementsOf(names("io.briefcast.ranking.signal", Signal.class, Signal::name));
    }

    @Test
    void namesEveryFormOfTranscriptAndNoOther() {
        assertThat(firstColumn("## Where the words come from"))
                .containsExactlyInAnyOrderElementsOf(
                        names("io.briefcast.transcript.format", TranscriptFormat.class, TranscriptFormat::name));
    }

    @Test
    void namesBenchmarksThatCanBeRun() {
        assertThat(firstColumn("### Benchmarks"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(
                                Class.forName("io.briefcast." + name).getMethod("main", String[].class))
                        .isNotNull());
    }

    private static <T> List<String> names(String pack, Class<T> type, java.util.function.Function<T, String> name) {
        try (var context = new AnnotationConfigApplicationContext(pack)) {
            return context.getBeansOfType(type).values().stream().map(name).toList();
        }
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>();
        for (URL metadata : Collections.list(
                ReadmeTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
                    settings.put(
                            property.path("name").asString(),
                            property.path("defaultValue").asString(""));
                }
            }
        }
        settings.keySet().removeIf(name -> !name.startsWith("briefcast."));
        return settings;
    }

    private static Map<String, String> documentedSettings() {
        return Pattern.compile("(?m)^\\| `(briefcast\\.[a-z.-]+)` \\| (?:`([^`]*)`)? ?\\|")
                .matcher(README)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2) == null ? "" : row.group(2),
                        (first, second) -> "named twice",
                        TreeMap::new));
    }

    /** The first cells of the first table under a heading, without their backquotes. */
    private static List<String> firstColumn(String heading) {
        String section = README.substring(README.indexOf(heading + "\n") + heading.length());
        return Arrays.stream(section.split("\n"))
                .dropWhile(line -> !line.startsWith("|"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(row -> row.split("`", 3)[1])
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
