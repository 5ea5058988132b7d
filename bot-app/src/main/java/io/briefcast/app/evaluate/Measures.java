package io.briefcast.app.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The usual measures of rankings and of agreement. */
final class Measures {
    private Measures() {}

    /** Share of the first {@code depth} that are right. */
    static double precisionAt(int depth, List<Boolean> ranked) {
        return (double) ranked.stream().limit(depth).filter(right -> right).count() / depth;
    }

    /**
     * Mean of the precisions at each right one.
     *
     * @param ranked whether the one at this rank is right
     * @param right how many right ones there are, also those that are not ranked
     */
    static double averagePrecision(List<Boolean> ranked, int right) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i)) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return right == 0 ? 0 : sum / right;
    }

    /** Spearman's rank correlation: Pearson's of the ranks, equal values sharing their mean rank. */
    static double spearman(double[] one, double[] other) {
        return pearson(ranks(one), ranks(other));
    }

    private static double[] ranks(double[] values) {
        int[] order = order(values);
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double pearson(double[] one, double[] other) {
        double meanOne = Arrays.stream(one).average().orElse(0);
        double meanOther = Arrays.stream(other).average().orElse(0);
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += Math.pow(one[i] - meanOne, 2);
            squaresOther += Math.pow(other[i] - meanOther, 2);
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }

    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Positions, highest value first; equal values in their order. */
    static List<Integer> best(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -values[i]))
                .toList();
    }
}
