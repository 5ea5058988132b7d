package io.briefcast.app.evaluate;

import java.util.Arrays;
import java.util.List;

/** The baseline of Erkan and Radev (2004): the rank of a walk from text to text along their tf-idf cosines. */
final class LexRank {
    private static final double STAY = 0.85;
    private static final int STEPS = 30;

    private LexRank() {}

    static double[] of(List<String> texts) {
        int size = texts.size();
        double[][] near = near(texts);
        double[] rank = new double[size];
        Arrays.fill(rank, 1.0 / size);
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[size];
            Arrays.fill(next, (1 - STAY) / size);
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size; to++) {
                    next[to] += STAY * rank[from] * near[from][to];
                }
            }
            rank = next;
        }
        return rank;
    }

    /** Cosines, each row scaled to a sum of one. */
    private static double[][] near(List<String> texts) {
        WordVectors words = new WordVectors(texts);
        double[][] near = new double[texts.size()][texts.size()];
        for (int i = 0; i < near.length; i++) {
            for (int j = 0; j < near.length; j++) {
                near[i][j] = words.cosine(i, j);
            }
            double sum = Arrays.stream(near[i]).sum();
            for (int j = 0; j < near.length && sum > 0; j++) {
                near[i][j] /= sum;
            }
        }
        return near;
    }
}
