package io.briefcast.insight.extract;

import io.briefcast.language.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Cuts an episode where the subject changes: divisive splitting of embeddings after TreeSeg (arXiv 2407.12028), with
 * prefix sums, so that each level costs one pass. Its purpose is to spread the picks.
 */
final class Segments {
    private static final int SHORTEST = 8;
    private static final int TARGET = 22;

    private Segments() {}

    /** Number of the segment of every sentence. */
    static int[] of(List<Embedding> meanings) {
        int[] segment = new int[meanings.size()];
        double[][] sums = prefixSums(meanings);
        List<Integer> starts = new ArrayList<>();
        split(sums, 0, meanings.size(), starts);
        for (int i = 0; i < segment.length; i++) {
            int place = Collections.binarySearch(starts, i);
            segment[i] = place >= 0 ? place : -place - 2;
        }
        return segment;
    }

    private static void split(double[][] sums, int from, int to, List<Integer> starts) {
        int best = to - from < 2 * SHORTEST || to - from <= TARGET + TARGET / 2 ? -1 : cut(sums, from, to);
        if (best < 0) {
            starts.add(from);
            return;
        }
        split(sums, from, best, starts);
        split(sums, best, to, starts);
    }

    /** The place where both sides are most alike in themselves: the greatest sum of their summed lengths. */
    private static int cut(double[][] sums, int from, int to) {
        int best = -1;
        double bestLength = -1;
        for (int at = from + SHORTEST; at <= to - SHORTEST; at++) {
            double length = length(sums, from, at) + length(sums, at, to);
            if (length > bestLength) {
                bestLength = length;
                best = at;
            }
        }
        return best;
    }

    private static double length(double[][] sums, int from, int to) {
        double squares = 0;
        for (int d = 0; d < sums[0].length; d++) {
            double difference = sums[to][d] - sums[from][d];
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }

    private static double[][] prefixSums(List<Embedding> meanings) {
        int dimension = meanings.getFirst().vector().length;
        double[][] sums = new double[meanings.size() + 1][dimension];
        for (int i = 0; i < meanings.size(); i++) {
            sums[i + 1] = Arrays.copyOf(sums[i], dimension);
            float[] vector = meanings.get(i).vector();
            for (int d = 0; d < dimension; d++) {
                sums[i + 1][d] += vector[d];
            }
        }
        return sums;
    }
}
