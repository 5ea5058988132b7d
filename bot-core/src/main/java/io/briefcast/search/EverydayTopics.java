package io.briefcast.search;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/**
 * Fifty questions from all over life, few of which any collection of podcasts answers. How near they come to a text
 * says how near to everything that text is: nearest neighbours are corrected by it as in Conneau and others, Word
 * Translation Without Parallel Data, ICLR 2018 (cross-domain similarity local scaling).
 */
final class EverydayTopics {
    private static final String FILE = "everyday-topics.txt";
    /** As in the paper, which found little difference between 5 and 50. */
    private static final int NEAREST = 10;

    private final Embedder embedder;
    private List<Embedding> topics = List.of();
    /** Of each part of an index what was asked for; the parts never change, and go when they are merged. */
    private final Map<Object, float[]> nearness = new WeakHashMap<>();

    EverydayTopics(Embedder embedder) {
        this.embedder = embedder;
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

    /** Embeds them at first, which takes the time of fifty questions. */
    synchronized List<Embedding> all() {
        if (topics.isEmpty()) {
            topics = lines().stream().map(embedder::query).toList();
        }
        return topics;
    }

    /**
     * Mean cosine of the ten that come nearest to a text of an index. It does not depend on the question, and is
     * remembered.
     */
    double nearness(IndexReader reader, int document, Embedding text) {
        LeafReaderContext part = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        float[] known = known(part);
        int number = document - part.docBase;
        if (Float.isNaN(known[number])) {
            known[number] = (float) nearestMean(cosines(text));
        }
        return known[number];
    }

    private float[] known(LeafReaderContext part) {
        synchronized (nearness) {
            return nearness.computeIfAbsent(
                    part.reader().getCoreCacheHelper().getKey(),
                    key -> nothingKnown(part.reader().maxDoc()));
        }
    }

    private static float[] nothingKnown(int documents) {
        float[] nothing = new float[documents];
        Arrays.fill(nothing, Float.NaN);
        return nothing;
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
        return all().stream().mapToDouble(text::cosine).toArray();
    }

    private static double nearestMean(double[] cosines) {
        Arrays.sort(cosines);
        return Arrays.stream(cosines, Math.max(0, cosines.length - NEAREST), cosines.length)
                .average()
                .orElse(0);
    }
}
