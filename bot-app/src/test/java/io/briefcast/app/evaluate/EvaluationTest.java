package io.briefcast.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.InsightSettings;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.extract.ExtractiveExtractor;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.transcript.TranscriptFormat;
import io.briefcast.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class EvaluationTest {
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(2);

    @TempDir
    private Path folder = Path.of("");

    private final List<String> lines = new ArrayList<>();

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @BeforeEach
    void write() throws IOException {
        write("labels/stsbenchmark/sts-dev.csv", """
                made\tup\t2026\t1\t5.0\tA dog runs over the field.\tA dog is running over the field.
                made\tup\t2026\t2\t2.5\tA dog runs over the field.\tAn animal rests in the field.
                made\tup\t2026\t3\t0.0\tA dog runs over the field.\tInterest rates rose again in March.
                """);
        String topic = "We should rent machines";
        write("labels/argkp-kpa2021/arguments_dev.csv", """
                arg_id,argument,topic,stance
                a1,"renting is cheap, and nobody pays for idle machines",%1$s,1
                a2,owners are not told when the machines are free,%1$s,1
                """.formatted(topic));
        write("labels/argkp-kpa2021/key_points_dev.csv", """
                key_point_id,key_point,topic,stance
                k1,Renting is cheap,%1$s,1
                k2,Owners are independent,%1$s,1
                """.formatted(topic));
        write("labels/argkp-kpa2021/labels_dev.csv", "arg_id,key_point_id,label\na1,k1,1\na1,k2,0\na2,k2,0\n");
        write("labels/syntax-timestamps/queries.json", """
                [{"ep": 1, "t": 60, "end": 120, "query": "sourdough bread"}, {"ep": 9, "t": 0, "end": 9, "query": "x"}]
                """);
        write("labels/qmsum-evidence/val/made.json", meeting());
        write("transcripts/syntax/Made001.srt", """
                1
                00:00:00,000 --> 00:01:00,000
                We talk of chips and of who makes them in which building.

                2
                00:01:00,000 --> 00:02:00,000
                My sourdough bread needs a starter, flour and two days.
                """);
    }

    @Test
    void everyTaskPrintsOursAndTheBaselinesWithTheSampleSize() {
        int measured = run(List.of());

        assertThat(measured).isEqualTo(6);
        assertThat(lines)
                .contains("| Task | Sample | System | Measured |")
                .contains("| embedder (stsbenchmark) | dev, 3 pairs | ours | Spearman 1.000 |")
                .anyMatch(
                        line -> line.startsWith("| key points (argkp-kpa2021) | dev, 2 arguments, 2 key points | ours"))
                .contains(
                        "| topic query (syntax-timestamps) | 1 topics, 2 windows | BM25 over 60 s windows | hit@1 1.000, hit@10 1.000 |")
                .contains(
                        "| topic query (syntax-timestamps) | 1 topics, 1 passages | ours | hit@1 1.000, hit@10 1.000 |")
                .anyMatch(line -> line.startsWith(
                        "| important turns (qmsum-evidence) | val, 1 meetings, 10 marked turns | ours | P@5 0.200"))
                .contains("| quote check, exact | 2 quotes | ours | accepted 1.000 |")
                .contains("| yield | 1 episodes | ours | insights per episode 0.000, episodes with none 1.000 |");
    }

    /** Ten marked turns, of which the long one was marked for the summary. */
    private static String meeting() {
        String turns = IntStream.range(0, 10)
                .mapToObj(i -> """
                        {"turn_index": %d, "sent_index": 0, "content": "%s"}""".formatted(
                        i, i == 4 ? "we need a remote control because the old one breaks" : "yes , number " + i))
                .collect(Collectors.joining(", "));
        return """
                {"qmsum": {
                  "general_query_list": [{"evidence": [[{"turn_index": 4, "sent_index": 0,
                    "content": "we need a remote control because the old one breaks"}]]}],
                  "specific_query_list": [{"evidence": [[%s]]}]}}
                """.formatted(turns);
    }

    @Test
    void onlyWhatIsAskedForIsMeasured() {
        assertThat(run(List.of("stsbenchmark"))).isEqualTo(1);
        assertThat(lines).noneMatch(line -> line.contains("key points"));
    }

    @Test
    void notesAreCoveredByEquallyManySentencesOfEverySystem() throws IOException {
        write("labels/python-bytes-notes/1.md", "* Sourdough bread needs a starter, flour and two days\n");
        write("labels/python-bytes-notes/2.md", "* Interest rates rose again because prices did\n");
        write("transcripts/python-bytes/1.srt", "1\n00:00:00,000 --> 00:01:00,000\nSourdough bread needs two days.\n");
        write("transcripts/python-bytes/2.srt", "1\n00:00:00,000 --> 00:01:00,000\nInterest rates rose again.\n");

        run(List.of("python-bytes-notes"));

        String each =
                "| note coverage (python-bytes-notes) | 2 episodes, 2 bullets, 5 sentences each | %s | covered %s |";
        assertThat(lines)
                .contains(each.formatted("lead", "1.000"), each.formatted("LexRank", "1.000"))
                .contains(each.formatted("longest sentences", "1.000"))
                .contains(each.formatted("random, mean of 10 draws", "1.000"))
                .contains(each.formatted("ours", "0.000"), each.formatted("ours, headlines alone", "0.000"))
                .contains(
                        "| note coverage (python-bytes-notes) | 2 episodes, 2 bullets, 0 insights | lead | covered 0.000 |");
    }

    @Test
    void whatIsNegatedAlreadyIsNotNegatedAgain() throws IOException {
        write("transcripts/other/Made002.srt", """
                1
                00:00:00,000 --> 00:00:09,000
                People can't sell bread without flour when it rains on a Sunday.
                """);

        run(List.of("quotes"));

        assertThat(lines)
                .anyMatch(line -> line.startsWith("| quote check, exact | 3 quotes |"))
                .noneMatch(line -> line.contains("negation inserted"));
    }

    private int run(List<String> only) {
        try (var formats = new AnnotationConfigApplicationContext("io.briefcast.transcript.format")) {
            TranscriptReader reader = new TranscriptReader(formats.getBeanProvider(TranscriptFormat.class)
                    .orderedStream()
                    .toList());
            Labels labels = new Labels(folder.resolve("labels"), Optional.of(folder.resolve("transcripts")));
            InsightExtractor extractor = new ExtractiveExtractor(EMBEDDER, InsightSettings.DEFAULTS);
            return new Evaluation(EMBEDDER, reader, extractor).run(labels, only, lines::add);
        }
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
