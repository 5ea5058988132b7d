package io.briefcast.insight.extract;

import io.briefcast.language.Sentence;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The clips that an editor put in front of an episode, found by their coming again later in it.
 *
 * @param clips places of sentences by the places of their copies at the front; empty when there is no cold open
 */
record Teaser(SortedMap<Integer, Integer> clips) {
    static final Teaser NONE = new Teaser(new TreeMap<>());

    private static final double FRONT = 0.12;
    private static final int MOST_IN_FRONT = 40;
    /** An outro says once more what the intro said. */
    private static final double END = 0.965;
    /** Captions of the two moments may differ in a word or two. */
    private static final double SAME = 0.6;

    static final int FEWEST_WORDS = 6;
    /** What is said three times is a motto. */
    private static final int MOST_COPIES = 1;
    /** Shorter sentences come twice by chance. */
    private static final int WORDS_IN_ALL = 12;

    static Teaser of(List<Sentence> sentences, List<Tokens> tokens, boolean[] ad) {
        int front = Math.min(MOST_IN_FRONT, (int) (FRONT * sentences.size()));
        Map<Integer, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < front; i++) {
            List<Integer> copies = ad[i] ? List.of() : copies(i, front, tokens, ad);
            if (!copies.isEmpty() && copies.size() <= MOST_COPIES) {
                found.put(i, copies.getFirst());
            }
        }
        int words = found.keySet().stream().mapToInt(i -> tokens.get(i).size()).sum();
        return words < WORDS_IN_ALL ? NONE : new Teaser(new TreeMap<>(found));
    }

    private static List<Integer> copies(int i, int front, List<Tokens> tokens, boolean[] ad) {
        Set<String> own = words(tokens.get(i));
        if (own.size() < FEWEST_WORDS) {
            return List.of();
        }
        return IntStream.range(front, (int) (END * tokens.size()))
                .filter(j -> !ad[j] && alike(own, words(tokens.get(j))) >= SAME)
                .boxed()
                .toList();
    }

    private static Set<String> words(Tokens tokens) {
        return new HashSet<>(tokens.lower());
    }

    /** Of Jaccard: what both have, as a share of what either has. */
    private static double alike(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return (double) both / (one.size() + other.size() - both);
    }

    /** Whether the sentence is a copy at the front. */
    boolean isCopy(int sentence) {
        return clips.containsKey(sentence);
    }

    /** Places of what the editor chose. */
    Set<Integer> chosen() {
        return new TreeSet<>(clips.values());
    }
}
