package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left to do has a number under which it can be talked about. */
class LeftoversTest {
    private static final Pattern SOURCE = Pattern.compile(".*\\.(java|html|css|js|sql|xml|yml|properties)");
    private static final Pattern WITHOUT_NUMBER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b(?!\\W{0,2}#\\d)");

    @Test
    void whatIsLeftToDoHasANumber() throws IOException {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(300);

        List<String> found = new ArrayList<>();
        for (Path source : sources) {
            List<String> lines = Files.readAllLines(source);
            for (int i = 0; i < lines.size(); i++) {
                if (WITHOUT_NUMBER.matcher(lines.get(i)).find()) {
                    found.add("%s:%d: %s".formatted(source, i + 1, lines.get(i).strip()));
                }
            }
        }

        assertThat(found).as("open ends without #number").isEmpty();
    }

    /** Of every module; texts of shows and test data are somebody's words, and may say what they like. */
    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("bot-core", "slack-adapter", "discord-adapter", "bot-app")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src"))) {
                files.filter(file -> SOURCE.matcher(file.toString()).matches())
                        .filter(file -> !file.toString().contains("/resources/demo/"))
                        .filter(file -> !file.toString().contains("/test/resources/"))
                        .forEach(sources::add);
            }
        }
        return sources;
    }
}
