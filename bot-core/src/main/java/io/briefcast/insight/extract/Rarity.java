package io.briefcast.insight.extract;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** How telling a word is within this episode: in how few of its sentences it stands. */
final class Rarity {
    private final Map<String, Integer> sentencesWith = new HashMap<>();
    private final int sentences;

    Rarity(List<Tokens> all) {
        this.sentences = Math.max(2, all.size());
        for (Tokens tokens : all) {
            new HashSet<>(tokens.lower()).forEach(word -> sentencesWith.merge(word, 1, Integer::sum));
        }
    }

    /** Inverse document frequency in [0, 1]: 1 for a word of a single sentence, 0 for one of every sentence. */
    double of(String word) {
        int with = sentencesWith.getOrDefault(word, 1);
        return Math.log((double) sentences / with) / Math.log(sentences);
    }

    /** In how many sentences the word stands. */
    int count(String word) {
        return sentencesWith.getOrDefault(word, 0);
    }
}
