package io.briefcast.insight;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where three words in a row occur, so that a quote is compared with a few places and not with the whole episode. One
 * sorted array of hash and position; a chance collision of hashes costs a comparison and nothing else.
 */
final class Anchors {
    private static final int GRAM = 3;
    /** What occurs more often says little about the place, and would cost much. */
    private static final int MOST_OCCURRENCES = 64;

    private static final int PLACES = 4;
    /** Words that a place may have more than the quote, as share of the quote and in all. */
    private static final double ROOM = 0.5;

    private static final int LEAST_ROOM = 8;

    private final int size;
    private final long[] grams;

    Anchors(List<Word> words) {
        this.size = words.size();
        this.grams = new long[Math.max(0, size - GRAM + 1)];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = (long) hash(words, i) << Integer.SIZE | i;
        }
        Arrays.sort(grams);
    }

    private static int hash(List<Word> words, int at) {
        int hash = 1;
        for (int i = at; i < at + GRAM; i++) {
            hash = 31 * hash + words.get(i).form().hashCode();
        }
        return hash;
    }

    /** The places that share most with the quote, best first, each with room around it. */
    List<Window> windows(List<Word> quote) {
        int room = LEAST_ROOM + (int) (ROOM * quote.size());
        Map<Integer, Integer> votes = votes(quote, room);
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(PLACES)
                .map(bucket -> new Window(
                        Math.max(0, (bucket.getKey() - 1) * room),
                        Math.min(size, (bucket.getKey() + 2) * room + quote.size() + room)))
                .toList();
    }

    /** Votes for where the quote begins, in buckets as wide as the room. */
    private Map<Integer, Integer> votes(List<Word> quote, int room) {
        Map<Integer, Integer> votes = new HashMap<>();
        for (int i = 0; i + GRAM <= quote.size(); i++) {
            long hash = (long) hash(quote, i) << Integer.SIZE;
            int at = Arrays.binarySearch(grams, hash);
            int first = at < 0 ? -at - 1 : at;
            for (int j = first;
                    j < grams.length
                            && j < first + MOST_OCCURRENCES
                            && grams[j] >> Integer.SIZE == hash >> Integer.SIZE;
                    j++) {
                votes.merge(Math.floorDiv((int) grams[j] - i, room), 1, Integer::sum);
            }
        }
        return votes;
    }

    /** From a word up to another, that one excluded. */
    record Window(int from, int to) {}
}
