package io.briefcast.insight.extract;

import io.briefcast.language.Sentence;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Hashes of word 7-grams: what several episodes of a show share word by word is an intro, an outro or an ad. */
final class Shingles {
    private static final int WORDS = 7;
    /** Of so many 7-grams in a row the least hash is kept: a third of the memory, and no sentence without any. */
    private static final int RUN = 5;

    private Shingles() {}

    static Set<Long> of(List<Sentence> sentences) {
        Set<Long> all = new HashSet<>();
        sentences.forEach(sentence -> all.addAll(of(sentence.clean())));
        return all;
    }

    /** Share of the sentence's remembered 7-grams that the show repeats; 0 where it has none. */
    static double repeated(Sentence sentence, Set<Long> boilerplate) {
        Set<Long> own = of(sentence.clean());
        return own.isEmpty()
                ? 0
                : (double) own.stream().filter(boilerplate::contains).count() / own.size();
    }

    private static Set<Long> of(String text) {
        long[] hashes = hashes(Tokens.of(text).lower());
        Set<Long> kept = new HashSet<>();
        for (int from = 0; from < hashes.length && (from == 0 || from + RUN <= hashes.length); from++) {
            kept.add(Arrays.stream(hashes, from, Math.min(from + RUN, hashes.length))
                    .min()
                    .orElseThrow());
        }
        return kept;
    }

    private static long[] hashes(List<String> words) {
        return IntStream.rangeClosed(0, words.size() - WORDS)
                .mapToLong(i -> hash(words.subList(i, i + WORDS)))
                .toArray();
    }

    private static long hash(List<String> words) {
        long hash = 1125899906842597L;
        for (String word : words) {
            for (int c = 0; c < word.length(); c++) {
                hash = 31 * hash + word.charAt(c);
            }
            hash = 31 * hash + ' ';
        }
        return (hash ^ (hash >>> 29)) * 0xBF58476D1CE4E5B9L;
    }
}
