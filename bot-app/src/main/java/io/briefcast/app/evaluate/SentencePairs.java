package io.briefcast.app.evaluate;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** STS benchmark: does nearness of vectors follow what people call alike? Shows that the embedder is wired rightly. */
final class SentencePairs implements Task {
    private static final int SCORE = 4;
    private final Embedder embedder;

    SentencePairs(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String folder() {
        return "stsbenchmark";
    }

    @Override
    public List<Figure> measure(Labels labels) {
        List<String[]> pairs = labels.text(folder(), "sts-dev.csv")
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(fields -> fields.length > SCORE + 2)
                .toList();
        double[] judged = pairs.stream()
                .mapToDouble(fields -> Double.parseDouble(fields[SCORE]))
                .toArray();
        String sample = "dev, %d pairs".formatted(pairs.size());
        return List.of(
                figure(sample, "ours", judged, byMeaning(pairs)), figure(sample, "tf-idf", judged, byWords(pairs)));
    }

    private Figure figure(String sample, String system, double[] judged, double[] scores) {
        return new Figure(
                "embedder (%s)".formatted(folder()),
                sample,
                system,
                Map.of("Spearman", Measures.spearman(judged, scores)));
    }

    private double[] byMeaning(List<String[]> pairs) {
        List<Embedding> first =
                embedder.embed(pairs.stream().map(f -> f[SCORE + 1]).toList());
        List<Embedding> second =
                embedder.embed(pairs.stream().map(f -> f[SCORE + 2]).toList());
        double[] scores = new double[pairs.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = first.get(i).cosine(second.get(i));
        }
        return scores;
    }

    private static double[] byWords(List<String[]> pairs) {
        List<String> texts = pairs.stream()
                .flatMap(f -> Stream.of(f[SCORE + 1], f[SCORE + 2]))
                .toList();
        WordVectors words = new WordVectors(texts);
        double[] scores = new double[pairs.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = words.cosine(2 * i, 2 * i + 1);
        }
        return scores;
    }
}
