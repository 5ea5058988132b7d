package io.briefcast.transcript.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Longest strictly rising subsequence by patience sorting, in n log n steps (Fredman, Discrete Mathematics 1975). */
final class Rising {
    private Rising() {}

    /** Which of the values belong to the longest rising run; gaps belong to none. */
    static boolean[] longest(List<Optional<Long>> values) {
        int[] before = new int[values.size()];
        List<Long> tails = new ArrayList<>();
        List<Integer> tailAt = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int pile = values.get(i).map(value -> pile(tails, value)).orElse(-1);
            if (pile >= 0) {
                before[i] = pile == 0 ? -1 : tailAt.get(pile - 1);
                put(tails, pile, values.get(i).orElseThrow());
                put(tailAt, pile, i);
            }
        }
        return chain(before, tailAt);
    }

    /** Where the value goes; of equal values the first stays, so that the others come out as "not rising". */
    private static int pile(List<Long> tails, long value) {
        return -Collections.binarySearch(tails, value) - 1;
    }

    private static <T> void put(List<T> list, int index, T value) {
        if (index == list.size()) {
            list.add(value);
        } else {
            list.set(index, value);
        }
    }

    private static boolean[] chain(int[] before, List<Integer> tailAt) {
        boolean[] kept = new boolean[before.length];
        for (int i = tailAt.isEmpty() ? -1 : tailAt.getLast(); i >= 0; i = before[i]) {
            kept[i] = true;
        }
        return kept;
    }
}
