package io.briefcast.app.evaluate;

import io.briefcast.insight.InsightExtractor;
import io.briefcast.language.Embedder;
import io.briefcast.transcript.TranscriptReader;
import java.util.List;
import java.util.function.Consumer;

/** Measures Briefcast on what people have judged, beside baselines, so that anybody can print the figures again. */
public final class Evaluation {
    private static final List<String> HEAD =
            List.of("| Task | Sample | System | Measured |", "| --- | --- | --- | --- |");
    private final List<Task> tasks;

    public Evaluation(Embedder embedder, TranscriptReader reader, InsightExtractor extractor) {
        this.tasks = List.of(
                new TurnEvidence(embedder),
                new TopicLines(embedder, reader),
                new KeyPoints(embedder),
                new NoteCoverage(embedder, reader, extractor),
                new SentencePairs(embedder),
                new QuoteVariants(reader),
                new Yield(reader, extractor));
    }

    /** Names of the tasks; those with labels have them in a folder of that name. */
    public List<String> folders() {
        return tasks.stream().map(Task::folder).toList();
    }

    /**
     * Measures every task whose labels are there.
     *
     * @param only names of folders; empty means all
     * @param lines takes a Markdown table, line by line as tasks end
     * @return how many tasks were measured
     */
    public int run(Labels labels, List<String> only, Consumer<String> lines) {
        HEAD.forEach(lines);
        int measured = 0;
        for (Task task : tasks) {
            boolean possible = !task.needsLabels() || labels.has(task.folder());
            if (possible && (only.isEmpty() || only.contains(task.folder()))) {
                List<Figure> figures = task.measure(labels);
                figures.forEach(figure -> lines.accept(figure.row()));
                measured += figures.isEmpty() ? 0 : 1;
            }
        }
        return measured;
    }
}
