package io.briefcast.insight.extract;

import io.briefcast.language.Sentence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Hashes of word 7-grams: what several episodes of a show share word by word is an intro, an outro or an ad. */
final class Shingles {
    private static final int WORDS = 7;
    /** Enough to recognise a repeated sentence, and an eighth of the memory; chosen by the hash, so alike everywhere. */
    private static final int KEPT_ONE_IN = 8;

    private Shingles() {}

    static Set<Long> of(List<Sentence> sentences) {
        Set<Long> all = new HashSet<>();
        sentences.forEach(sentence -> all.addAll(of(sentence.clean(), KEPT_ONE_IN)));
        return all;
    }

    /** Share of the sentence's remembered 7-grams that the show repeats; 0 where it has none. */
    static double repeated(Sentence sentence, Set<Long> boilerplate) {
        Set<Long> own = of(sentence.clean(), KEPT_ONE_IN);
        return own.isEmpty()
                ? 0
                : (double) own.stream().filter(boilerplate::contains).count() / own.size();
    }

    private static Set<Long> of(String text, int oneIn) {
        List<String> words = Tokens.of(text).lower();
        Set<Long> shingles = new HashSet<>();
        for (int i = 0; i + WORDS <= words.size(); i++) {
            long hash = 1125899906842597L;
            for (String word : words.subList(i, i + WORDS)) {
                for (int c = 0; c < word.length(); c++) {
                    hash = 31 * hash + word.charAt(c);
                }
                hash = 31 * hash + ' ';
            }
            long mixed = (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
            if (Math.floorMod(mixed >>> 17, oneIn) == 0) {
                shingles.add(mixed);
            }
        }
        return shingles;
    }
}
