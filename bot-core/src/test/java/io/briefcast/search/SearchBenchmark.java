package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedding;
import io.briefcast.language.OnnxEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints how long topic queries and related insights take with 10,000 insights. Every topic is new, so that its
 * embedding is part of the time.
 */
final class SearchBenchmark {
    private static final int INSIGHTS = 10_000;
    private static final int SHOWS = 200;
    private static final int VOCABULARY = 5_000;
    private static final int RUNS = 2_000;
    private static final Random RANDOM = new Random(7);

    private SearchBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("search-benchmark");
        InsightsInMemory insights = new InsightsInMemory();
        try (OnnxEmbedder embedder = new OnnxEmbedder();
                InsightIndex index = InsightIndex.open(
                        folder, insights, new PassagesInMemory(), TitledShows::find, embedder, () -> Aliases.NONE)) {
            insights.add(synthetic(embedder));
            long start = System.nanoTime();
            long indexed = index.follow();
            System.out.printf("indexed %d insights in %d ms%n", indexed, (System.nanoTime() - start) / 1_000_000);
            measure(index, insights);
        }
    }

    private static void measure(InsightIndex index, InsightsInMemory insights) {
        print("topic query", i -> index.search(TopicQuery.on(words(3))));
        print(
                "topic query in one show",
                i -> index.search(TopicQuery.on(words(3)).in(Optional.of("show" + i % SHOWS))));
        print("related insights", i -> index.related(insights.find("i" + i).orElseThrow(), 10));
    }

    private static void print(String what, IntConsumer run) {
        for (int i = 0; i < RUNS / 10; i++) {
            run.accept(RUNS + i);
        }
        long[] nanos = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long start = System.nanoTime();
            run.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf("%s: p50 %.1f ms, p99 %.1f ms%n", what, nanos[RUNS / 2] / 1e6, nanos[RUNS * 99 / 100] / 1e6);
    }

    /** Real vectors of 500 claims, each with 20 neighbours: embedding all would take longer than the benchmark. */
    private static List<Insight> synthetic(OnnxEmbedder embedder) {
        List<String> claims =
                IntStream.range(0, INSIGHTS / 20).mapToObj(i -> words(20)).toList();
        List<Embedding> centres = embedder.embed(claims);
        return IntStream.range(0, INSIGHTS)
                .mapToObj(i -> insight(i, claims.get(i / 20) + " " + words(3), near(centres.get(i / 20))))
                .toList();
    }

    private static Insight insight(int number, String claim, Embedding embedding) {
        return new Insight(
                "i" + number,
                "episode" + number / 5,
                "show" + number % SHOWS,
                claim,
                words(40),
                new Quote(words(25), "", Duration.ZERO, Duration.ofSeconds(9), false),
                9,
                0.8,
                ClaimCorpus.FIRST.plus(Duration.ofHours(number)),
                "benchmark-1",
                List.of(words(1), words(1), words(1)),
                embedding);
    }

    private static Embedding near(Embedding centre) {
        float[] vector = centre.vector().clone();
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (RANDOM.nextGaussian() * 0.02);
            squares += (double) vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return new Embedding(vector);
    }

    /** Made-up words, a few of them very frequent, as in any language. */
    private static String words(int count) {
        return IntStream.range(0, count)
                .map(i -> (int) (VOCABULARY * Math.pow(RANDOM.nextDouble(), 3)))
                .mapToObj(SearchBenchmark::word)
                .collect(Collectors.joining(" "));
    }

    private static String word(int number) {
        String[] syllables = {"ba", "do", "ki", "lu", "me", "no", "pa", "ri", "so", "tu"};
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> syllables[digit - '0'])
                .collect(Collectors.joining());
    }
}
