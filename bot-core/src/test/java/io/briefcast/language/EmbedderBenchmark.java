package io.briefcast.language;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints sentences a second for 1, 2 and 4 workers. */
final class EmbedderBenchmark {
    private static final List<String> WORDS = List.of(
            "power", "chips", "rent", "soil", "sleep", "own", "lease", "price", "water", "risk", "grid", "debt");
    private static final int SENTENCES = 2_000;

    private EmbedderBenchmark() {}

    public static void main(String[] args) {
        for (int words : List.of(18, 60, 190)) {
            List<String> sentences = sentences(words, SENTENCES * 18 / words);
            for (int workers : List.of(1, 2, 4)) {
                measure(words, sentences, workers);
            }
        }
    }

    private static void measure(int words, List<String> sentences, int workers) {
        try (OnnxEmbedder embedder = new OnnxEmbedder(workers)) {
            embedder.embed(sentences.subList(0, sentences.size() / 5));
            long start = System.nanoTime();
            embedder.embed(sentences);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%d tokens, %d workers: %.0f sentences/s%n", words + 2, workers, sentences.size() / seconds);
        }
    }

    private static List<String> sentences(int words, int count) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> IntStream.range(0, words)
                        .mapToObj(j -> WORDS.get(random.nextInt(WORDS.size())))
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
