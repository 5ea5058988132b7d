package io.briefcast.language;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notices transcripts that a machine made of speech that it did not understand: by words that no English text uses and
 * that the episode itself hardly repeats. In 267 transcripts of six technical shows they were at most 1.9 in 100.
 */
public final class Garble {
    /** Fewer words say nothing. */
    private static final int FEWEST = 200;
    /** What is said more often is the episode's own word, whatever the dictionary says. */
    private static final int OWN = 3;

    private static final int SHORTEST = 3;
    private static final double MOST_ODD = 0.05;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+");

    private Garble() {}

    /**
     * Why a transcript is not fit to be quoted, in words; empty when it is.
     *
     * @param notes what the publisher wrote about the episode: words in it are words
     */
    public static Optional<String> in(Transcript transcript, String notes) {
        List<String> words = new ArrayList<>();
        for (Cue cue : transcript.cues()) {
            Matcher word = WORD.matcher(cue.text());
            while (word.find()) {
                words.add(word.group());
            }
        }
        double odd = odd(words, notes.toLowerCase(Locale.ROOT));
        return odd > MOST_ODD
                ? Optional.of(
                        "the transcript is garbled: %d in 100 of its words are none".formatted(Math.round(odd * 100)))
                : Optional.empty();
    }

    /** Names have capitals and are left out, and so is what has an apostrophe or a digit. */
    private static double odd(List<String> words, String notes) {
        Map<String, Integer> counts = new HashMap<>();
        words.stream()
                .filter(word -> word.length() >= SHORTEST && word.chars().allMatch(Character::isLowerCase))
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (all < FEWEST) {
            return 0;
        }
        EnglishWords known = EnglishWords.known();
        int odd = counts.entrySet().stream()
                .filter(word -> word.getValue() < OWN)
                .filter(word -> !known.has(word.getKey()) && !notes.contains(word.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return (double) odd / all;
    }
}
