package io.briefcast.app.cli;

import io.briefcast.InsightSettings;
import io.briefcast.app.evaluate.Evaluation;
import io.briefcast.app.evaluate.Labels;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.extract.ExtractiveExtractor;
import io.briefcast.language.OnnxEmbedder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how well Briefcast does on labelled data, beside named baselines. Needs no store. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Prints one Markdown table: tasks, sample sizes, Briefcast and named baselines.",
        footer = {
            "",
            "Labels lie in folders of these names: qmsum-evidence, syntax-timestamps, argkp-kpa2021,",
            "python-bytes-notes, stsbenchmark. The tasks quotes and yield need transcripts alone.",
            "What has no folder is left out; the labels are no part of Briefcast."
        })
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LABELS", description = "Folder with one folder a task.")
    private Path labels = Path.of("");

    @Option(
            names = "--transcripts",
            paramLabel = "FOLDER",
            description = "Folder with one folder of transcripts a show, for the tasks about episodes.")
    private Optional<Path> transcripts = Optional.empty();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these tasks, by the names of their folders.")
    private List<String> only = List.of();

    @Override
    public Integer call() {
        if (!Files.isDirectory(labels)) {
            throw new Trouble("There is no folder '%s'.".formatted(labels));
        }
        try (OnnxEmbedder embedder = OnnxEmbedder.untilExit()) {
            InsightExtractor extractor = new ExtractiveExtractor(embedder, InsightSettings.DEFAULTS);
            Evaluation evaluation = new Evaluation(embedder, InspectCommand.reader(), extractor);
            check(evaluation.folders());
            int measured = evaluation.run(new Labels(labels, transcripts), only, System.out::println);
            return measured == 0 ? 1 : 0;
        }
    }

    private void check(List<String> known) {
        if (!known.containsAll(only)) {
            throw new Trouble("--only knows %s.".formatted(String.join(", ", known)));
        }
    }
}
