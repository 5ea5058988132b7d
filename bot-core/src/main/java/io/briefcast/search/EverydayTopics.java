package io.briefcast.search;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Fifty questions from all over life, few of which any collection of podcasts answers. How near they come to a text
 * says how near to everything that text is: nearest neighbours are corrected by it as in Conneau and others, Word
 * Translation Without Parallel Data, ICLR 2018 (cross-domain similarity local scaling).
 */
final class EverydayTopics {
    private static final String FILE = "everyday-topics.txt";
    /** As in the paper, which found little difference between 5 and 50. */
    private static final int NEAREST = 10;

    private final List<Embedding> topics;

    private EverydayTopics(List<Embedding> topics) {
        this.topics = topics;
    }

    /** Embeds them, which takes the time of fifty questions; the embedder remembers. */
    static EverydayTopics with(Embedder embedder) {
        return new EverydayTopics(lines().stream().map(embedder::query).toList());
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(EverydayTopics.class.getResourceAsStream(FILE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Embedding> all() {
        return topics;
    }

    /** Mean cosine of the ten that come nearest to a text. */
    double nearness(Embedding text) {
        return nearestMean(cosines(text));
    }

    /** How much nearer a text is to one of these topics than to the others. */
    double apart(int topic, Embedding text) {
        double[] cosines = cosines(text);
        double own = cosines[topic];
        double[] others = IntStream.range(0, cosines.length)
                .filter(other -> other != topic)
                .mapToDouble(other -> cosines[other])
                .toArray();
        return own - nearestMean(others);
    }

    private double[] cosines(Embedding text) {
        return topics.stream().mapToDouble(text::cosine).toArray();
    }

    private static double nearestMean(double[] cosines) {
        Arrays.sort(cosines);
        return Arrays.stream(cosines, Math.max(0, cosines.length - NEAREST), cosines.length)
                .average()
                .orElse(0);
    }
}
