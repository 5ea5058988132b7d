package io.briefcast.app.evaluate;

import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.InsightExtractor.Extraction;
import io.briefcast.transcript.TranscriptReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many insights episodes give, and how many give none. Whether they are good, only a reader can say. */
final class Yield implements Task {
    private static final int EPISODES = 40;
    private final TranscriptReader reader;
    private final InsightExtractor extractor;

    Yield(TranscriptReader reader, InsightExtractor extractor) {
        this.reader = reader;
        this.extractor = extractor;
    }

    @Override
    public String folder() {
        return "yield";
    }

    @Override
    public boolean needsLabels() {
        return false;
    }

    @Override
    public List<Figure> measure(Labels labels) {
        List<Path> all = labels.allTranscripts();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < Math.min(EPISODES, all.size()); i++) {
            Path file = all.get(i * all.size() / Math.min(EPISODES, all.size()));
            Optional<Extraction> extraction = Transcripts.read(reader, file)
                    .map(transcript -> extractor.extract(Unpublished.episode(file.toString(), transcript)));
            extraction.ifPresent(e -> found.add(e.insights().size()));
        }
        return found.isEmpty() ? List.of() : List.of(figure(found));
    }

    private Figure figure(List<Integer> found) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put(
                "insights per episode",
                found.stream().mapToInt(n -> n).average().orElse(0));
        values.put(
                "episodes with none",
                (double) found.stream().filter(n -> n == 0).count() / found.size());
        return new Figure("yield", "%d episodes".formatted(found.size()), "ours", values);
    }
}
