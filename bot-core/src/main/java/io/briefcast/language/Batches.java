package io.briefcast.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Puts texts of like length together, because the model pads a batch to its longest text. */
final class Batches {
    /** From 4 texts on more are not faster (1 is a third slower), and they make fewer batches for the workers to share. */
    private static final int MAX_TEXTS = 16;
    /** Padded tokens of a batch; above it the intermediate matrices leave the core's cache. */
    private static final int MAX_TOKENS = 512;

    private Batches() {}

    /**
     * Positions of the texts, batch by batch, shortest first. Depends on nothing but the lengths, so that every machine
     * makes the same batches.
     *
     * @param lengths tokens of each text
     */
    static List<int[]> ofLikeLength(int[] lengths) {
        int[] order = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> lengths[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<int[]> batches = new ArrayList<>();
        for (int start = 0; start < order.length; ) {
            int end = end(order, lengths, start);
            batches.add(Arrays.copyOfRange(order, start, end));
            start = end;
        }
        return batches;
    }

    private static int end(int[] order, int[] lengths, int start) {
        int end = start + 1;
        while (end < order.length && end - start < MAX_TEXTS && (end - start + 1) * lengths[order[end]] <= MAX_TOKENS) {
            end++;
        }
        return end;
    }
}
