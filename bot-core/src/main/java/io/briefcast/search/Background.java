package io.briefcast.search;

import io.briefcast.language.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/**
 * How near the best answers come to questions that have none here: the measure of what is an answer. It adapts to the
 * size of the index, whose chance likenesses grow with it, and to the embedding model.
 */
final class Background {
    /** The nearest by plain cosine hold the nearest by corrected cosine. */
    private static final int CANDIDATES = 20;
    /** The measure is taken again when the index has changed by this share. */
    private static final double STALE = 0.1;

    private final EverydayTopics topics;
    private final Meanings meanings;
    private Level level = new Level(0, 1);
    private int measuredAt = -1;

    Background(EverydayTopics topics, Meanings meanings) {
        this.topics = topics;
        this.meanings = meanings;
    }

    synchronized Level level(IndexSearcher searcher) throws IOException {
        int documents = searcher.getIndexReader().numDocs();
        if (measuredAt < 0 || Math.abs(documents - measuredAt) > STALE * measuredAt) {
            level = measure(searcher);
            measuredAt = documents;
        }
        return level;
    }

    private Level measure(IndexSearcher searcher) throws IOException {
        double[] best = new double[topics.all().size()];
        for (int topic = 0; topic < best.length; topic++) {
            best[topic] = -1;
            for (Embedding near : nearest(searcher, topics.all().get(topic))) {
                best[topic] = Math.max(best[topic], topics.apart(topic, near));
            }
        }
        return Level.of(best);
    }

    private List<Embedding> nearest(IndexSearcher searcher, Embedding question) throws IOException {
        List<Embedding> nearest = new ArrayList<>();
        Query query = meanings.nearest(question, CANDIDATES, Optional.empty());
        for (ScoreDoc hit : searcher.search(query, CANDIDATES).scoreDocs) {
            nearest.add(meanings.of(searcher.getIndexReader(), hit.doc));
        }
        return nearest;
    }

    /** The smallest value that a share of {@code q} is not above; of none, 1. */
    static double quantile(double[] sorted, double q) {
        int last = sorted.length - 1;
        return last < 0 ? 1 : sorted[(int) Math.clamp(Math.ceil(q * sorted.length) - 1, 0, last)];
    }

    /**
     * What questions reach that have no answer.
     *
     * @param middle corrected cosine that the best answers to half of them reach
     * @param strong corrected cosine that hardly any of them reaches
     */
    record Level(double middle, double strong) {
        /** Scales the median distance from the median to the standard deviation of a normal distribution. */
        private static final double TO_DEVIATION = 1.4826;
        /** One question in forty without an answer would pass. */
        private static final double DEVIATIONS = 2;

        /** Robust against the few everyday topics that the podcasts do speak about. */
        static Level of(double[] best) {
            double middle = median(best);
            double[] distances =
                    Arrays.stream(best).map(value -> Math.abs(value - middle)).toArray();
            return new Level(middle, middle + DEVIATIONS * TO_DEVIATION * median(distances));
        }

        private static double median(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return quantile(sorted, 0.5);
        }

        /** Below it, a text is nearer to what answers nothing than to the best answer. */
        double floor(double best) {
            return (middle + best) / 2;
        }
    }
}
