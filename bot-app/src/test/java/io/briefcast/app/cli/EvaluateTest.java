package io.briefcast.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.cli.Cli.Ran;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of our own, laid out like those that everybody knows, and far too few to say how good anything is. */
class EvaluateTest {
    private static final Path EVALUATION = Path.of("src/test/resources/evaluation");
    private static final String LABELS = EVALUATION.resolve("labels").toString();
    private static final String TRANSCRIPTS = EVALUATION.resolve("transcripts").toString();

    @TempDir
    private Path folder = Path.of("");

    private Cli cli;

    @BeforeEach
    void open() throws IOException {
        cli = new Cli(folder.resolve("data"));
    }

    @Test
    void oneTableHasEveryTaskWithItsSampleOursAndTheBaselines() {
        Ran ran = cli.run("evaluate", LABELS, "--transcripts", TRANSCRIPTS);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        List<String> table = ran.out().lines().toList();
        assertThat(table).startsWith("| Task | Sample | System | Measured |", "| --- | --- | --- | --- |");
        assertThat(table.stream().map(EvaluateTest::withoutFigures))
                .contains(rows(
                        "important turns (qmsum-evidence) | val, 1 meetings, 12 marked turns",
                        "ours | P@5, MAP",
                        "longest turn | P@5, MAP",
                        "lead | P@5, MAP",
                        "LexRank | P@5, MAP"))
                .contains(rows("topic query (syntax-timestamps) | 3 topics, 2 passages", "ours | hit@1, hit@10"))
                .contains(rows(
                        "topic query (syntax-timestamps) | 3 topics, 4 windows",
                        "BM25 over 60 s windows | hit@1, hit@10",
                        "dense alone | hit@1, hit@10",
                        "both, ranks fused | hit@1, hit@10"))
                .contains(rows(
                        "key points (argkp-kpa2021) | dev, 3 arguments, 2 key points",
                        "ours | strict mAP, relaxed mAP",
                        "tf-idf | strict mAP, relaxed mAP",
                        "dense alone | strict mAP, relaxed mAP"))
                .contains(rows(
                        "note coverage (python-bytes-notes) | 2 episodes, 2 bullets, 5 sentences each",
                        "ours | covered",
                        "longest sentences | covered",
                        "LexRank | covered",
                        "lead | covered",
                        "random, mean of 10 draws | covered"))
                .contains(rows("embedder (stsbenchmark) | dev, 3 pairs", "ours | Spearman", "tf-idf | Spearman"));
    }

    @Test
    void quotesAreCheckedInEveryVariantAndEpisodesAreCounted() {
        Ran ran = cli.run("evaluate", LABELS, "--transcripts", TRANSCRIPTS, "--only", "quotes,yield");

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .contains(
                        "| quote check, exact | 4 quotes | ours | accepted 1.000 |",
                        "| quote check, negation inserted | 2 quotes | ours | accepted 0.000 |",
                        "| quote check, number changed | 1 quotes | ours | accepted 0.000 |",
                        "| quote check, stitched of two places | 4 quotes | ours | accepted 0.000 |",
                        "| quote check, another episode | 2 quotes | ours | accepted 0.000 |",
                        "| yield | 4 episodes | ours | insights per episode 0.000, episodes with none 1.000 |")
                .anyMatch(row -> row.startsWith("| quote check, cleaned of stumbling | 4 quotes | ours | accepted "))
                .anyMatch(row -> row.startsWith("| quote check, word swapped | 4 quotes | ours | accepted "));
    }

    @Test
    void whatCannotBeMeasuredEndsWithATrouble() {
        assertThat(cli.run("evaluate", LABELS, "--only", "horoscopes"))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.err()).contains("--only knows ", "stsbenchmark"));
        assertThat(cli.run("evaluate", folder.resolve("none").toString()))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.err()).contains("There is no folder '"));
        assertThat(cli.run("evaluate", folder.toString()).exitCode())
                .as("a folder without labels")
                .isEqualTo(1);
    }

    /** Rows of one task and sample, each a system with the names of its measures. */
    private static String[] rows(String task, String... systems) {
        return Stream.of(systems).map("| %s | %%s |".formatted(task)::formatted).toArray(String[]::new);
    }

    private static String withoutFigures(String row) {
        return row.replaceAll(" \\d\\.\\d{3}(?=,| \\|$)", "");
    }
}
