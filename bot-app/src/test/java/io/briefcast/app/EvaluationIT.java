package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Prints the evaluation, leaves it in {@code target/evaluation.md} and wants what was promised of it. Takes a quarter of
 * an hour, so that only the nightly profile runs it, and only where {@code EVALUATION_LABELS} names the labels.
 */
@EnabledIfSystemProperty(named = "nightly", matches = "true")
@EnabledIfEnvironmentVariable(named = "EVALUATION_LABELS", matches = ".+")
class EvaluationIT {
    private static final Path JAR = Path.of("target/briefcast.jar").toAbsolutePath();
    private static final Path TABLE = Path.of("target/evaluation.md").toAbsolutePath();

    @Test
    void printsTheTableAndKeepsWhatWasPromised() throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Processes.executable(),
                "-jar",
                JAR.toString(),
                "evaluate",
                folder("LABELS").orElseThrow()));
        folder("TRANSCRIPTS").ifPresent(folder -> command.addAll(List.of("--transcripts", folder)));

        int exitCode = new ProcessBuilder(command)
                .redirectOutput(TABLE.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();

        List<String> table = Files.readAllLines(TABLE);
        table.forEach(System.out::println);
        assertThat(exitCode).isZero();
        check(table);
    }

    private static Optional<String> folder(String what) {
        return Optional.ofNullable(System.getenv("EVALUATION_" + what)).filter(name -> !name.isEmpty());
    }

    /** What of it was measured; whoever has labels for one task only sees that one judged. */
    static void check(List<String> table) {
        beats(table, "important turns", "| val,", "P@5", "longest turn");
        beats(table, "important turns", "| val,", "MAP", "longest turn");
        figure(table, "topic query", "", "ours", "hit@1")
                .ifPresent(hit -> assertThat(hit).as("topic query, hit@1").isGreaterThanOrEqualTo(0.55));
        figure(table, "topic query", "", "ours", "hit@10")
                .ifPresent(hit -> assertThat(hit).as("topic query, hit@10").isGreaterThanOrEqualTo(0.80));
        for (String baseline : List.of("tf-idf", "dense")) {
            beats(table, "key points", "", "strict mAP", baseline);
            beats(table, "key points", "", "relaxed mAP", baseline);
        }
        figure(table, "embedder", "", "ours", "Spearman")
                .ifPresent(spearman ->
                        assertThat(spearman).as("embedder, Spearman").isGreaterThanOrEqualTo(0.85));
        figure(table, "quote check, exact", "", "ours", "accepted")
                .ifPresent(
                        exact -> assertThat(exact).as("exact quotes accepted").isGreaterThanOrEqualTo(0.99));
        figure(table, "quote check, negation inserted", "", "ours", "accepted")
                .ifPresent(negated -> assertThat(negated)
                        .as("quotes with a negation inserted accepted")
                        .isLessThanOrEqualTo(0.01));
    }

    private static void beats(List<String> table, String task, String sample, String measure, String baseline) {
        figure(table, task, sample, "ours", measure)
                .ifPresent(ours -> assertThat(figure(table, task, sample, baseline, measure))
                        .as("%s, %s of %s", task, measure, baseline)
                        .hasValueSatisfying(theirs -> assertThat(ours)
                                .as("%s, %s of ours against %s", task, measure, baseline)
                                .isGreaterThan(theirs)));
    }

    private static Optional<Double> figure(
            List<String> table, String task, String sample, String system, String measure) {
        return table.stream()
                .filter(row -> row.startsWith("| " + task) && row.contains(sample))
                .map(row -> row.split(" \\| "))
                .filter(cells -> cells.length > 3 && cells[2].startsWith(system))
                .flatMap(cells -> Arrays.stream(cells[3].replace(" |", "").split(", ")))
                .filter(value -> value.startsWith(measure + " "))
                .map(value -> Double.valueOf(value.substring(measure.length() + 1)))
                .findFirst();
    }
}
