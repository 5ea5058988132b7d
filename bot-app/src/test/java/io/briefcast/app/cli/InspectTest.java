package io.briefcast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.cli.Cli.Ran;
import io.briefcast.app.cli.InOrder.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectTest {
    private static final String WORDS = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Renting is cheaper today.\n";

    @TempDir
    private Path folder;

    private Cli cli;

    @BeforeEach
    void makeCli() throws IOException {
        cli = new Cli(folder.resolve("data"));
    }

    @Test
    void aListOfNamesMayHaveBlanksQuotesAndBackslashes() throws IOException {
        Path blank = Files.writeString(folder.resolve("who's first, \"now\".vtt"), WORDS);
        Path other = Files.writeString(folder.resolve("b.vtt"), WORDS);
        Path names = Files.writeString(folder.resolve("names.txt"), blank + "\n" + other + "\n");

        Ran ran = cli.run("inspect", "transcript", "@" + names);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(lines(ran))
                .extracting(line -> line.path("source").asString())
                .containsExactly(blank.toString(), other.toString());
    }

    @Test
    void whatIsUnderstoodOfSomeIsASuccess() throws IOException {
        Path good = Files.writeString(folder.resolve("a.vtt"), WORDS);

        Ran ran = cli.run("inspect", "transcript", folder.resolve("gone").toString(), good.toString());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(lines(ran)).hasSize(2);
    }

    @Test
    void everyLineHasTheFieldsOfItsKind() throws IOException {
        String gone = folder.resolve("gone").toString();
        String good = Files.writeString(folder.resolve("a.vtt"), WORDS).toString();

        assertThat(lines(cli.run("inspect", "feed", gone)).getFirst().propertyNames())
                .contains("source", "title", "items", "problems");
        assertThat(lines(cli.run("inspect", "transcript", good, gone)))
                .allSatisfy(line -> assertThat(line.propertyNames()).contains("source", "format", "cues", "problems"));
        assertThat(lines(cli.run("inspect", "insights", good, gone)))
                .allSatisfy(
                        line -> assertThat(line.propertyNames()).contains("source", "insights", "refused", "problems"));
    }

    @Test
    void oneInputThatBreaksTheProgramCostsItsOwnLineOnly() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

        int understood = InOrder.print(
                List.of("a", "deep", "b"),
                input -> input.equals("deep") ? deep(input) : new Line(input, true),
                (input, failure) -> new Line(input + " " + failure.getClass().getSimpleName(), false),
                out);

        assertThat(understood).isEqualTo(2);
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("a", "deep StackOverflowError", "b");
    }

    private static Line deep(String input) {
        throw new StackOverflowError(input);
    }

    private static List<JsonNode> lines(Ran ran) {
        return ran.out().lines().map(JsonMapper.shared()::readTree).toList();
    }
}
