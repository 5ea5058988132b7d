package io.briefcast.insight;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A word as it is compared.
 *
 * @param form lower case; numbers in one form, so that {@code 10,000} and {@code ten thousand} are the same
 * @param capital whether it was written with a capital
 * @param opens whether it opens a sentence, where a capital says nothing
 * @param cheap whether it is a filler, or is repeated at once: nobody misses it
 * @param number whether it counts or measures
 * @param from where it begins
 * @param to behind its last character
 */
record Word(String form, boolean capital, boolean opens, boolean cheap, boolean number, Place from, Place to) {
    private static final Set<String> NEGATIONS = Set.of(
            "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "without", "hardly",
            "barely", "rarely", "seldom");

    private static final double FILLER_WEIGHT = 0.1;

    boolean negation() {
        return NEGATIONS.contains(form);
    }

    /** What it counts in a comparison. */
    double weight() {
        return cheap ? FILLER_WEIGHT : 1;
    }

    Word asCheap() {
        return new Word(form, capital, opens, true, number, from, to);
    }

    /** The forms of some of the words, in order. */
    static List<String> forms(List<Word> words, Predicate<Word> which) {
        return words.stream().filter(which).map(Word::form).toList();
    }

    /** A character of a cue, both from 0. */
    record Place(int cue, int character) {}
}
