package io.briefcast.search;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reciprocal rank fusion: a document's score is the sum of 1 / (60 + rank) over the lists that have it, rank from 1.
 * After Cormack, Clarke and Buettcher, SIGIR 2009, who found 60.
 */
final class Fusion {
    private static final int K = 60;

    private Fusion() {}

    /** Documents of all lists, best first; equals by their number, so that pages do not overlap. */
    static List<Fused> fuse(List<List<Integer>> rankings) {
        Map<Integer, Double> scores = new HashMap<>();
        for (List<Integer> ranking : rankings) {
            for (int i = 0; i < ranking.size(); i++) {
                scores.merge(ranking.get(i), 1.0 / (K + i + 1), Double::sum);
            }
        }
        return scores.entrySet().stream()
                .map(entry -> new Fused(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Fused::score).reversed().thenComparingInt(Fused::document))
                .toList();
    }

    /** A Lucene document number with its fused score. */
    record Fused(int document, double score) {}
}
