package io.briefcast.insight;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices that two near claims say it differently: one has a negation that the other has not, or another number of the
 * same things. Cautious: they have to share half of their words, and three at least. It is a hint and no judgement, for
 * words alone do not tell who contradicts whom.
 */
public final class Divergence {
    private static final int FEWEST_SHARED = 3;
    private static final double LEAST_SHARE = 0.5;
    /** Shorter words rarely say what a claim is about. */
    private static final int SHORTEST = 4;

    private static final Set<String> EVERYWHERE = Set.of(
            "because", "been", "from", "have", "into", "just", "like", "more", "most", "only", "over", "really", "some",
            "than", "that", "their", "them", "then", "there", "they", "this", "very", "were", "what", "when", "where",
            "which", "while", "will", "with", "would", "your");

    private Divergence() {}

    /** Whether two headlines speak of the same and say it differently. */
    public static boolean between(String one, String other) {
        List<Word> first = WordSplitter.words(one);
        List<Word> second = WordSplitter.words(other);
        return sameMatter(content(first), content(second))
                && (isNegated(first) != isNegated(second) || countsDiffer(counts(first), counts(second)));
    }

    private static boolean sameMatter(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        return shared.size() >= FEWEST_SHARED && shared.size() >= LEAST_SHARE * Math.min(one.size(), other.size());
    }

    private static Set<String> content(List<Word> words) {
        return words.stream()
                .filter(word -> !word.number() && !word.negation())
                .map(Word::form)
                .filter(form -> form.length() >= SHORTEST && !EVERYWHERE.contains(form))
                .map(Divergence::stem)
                .collect(Collectors.toSet());
    }

    private static boolean isNegated(List<Word> words) {
        return words.stream().filter(Word::negation).count() % 2 == 1;
    }

    /** What is counted, with its numbers. */
    private static Map<String, Set<String>> counts(List<Word> words) {
        Map<String, Set<String>> counts = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).number() && !words.get(i + 1).number()) {
                counts.computeIfAbsent(stem(words.get(i + 1).form()), unit -> new HashSet<>())
                        .add(words.get(i).form());
            }
        }
        return counts;
    }

    private static boolean countsDiffer(Map<String, Set<String>> one, Map<String, Set<String>> other) {
        return one.entrySet().stream()
                .anyMatch(count -> other.containsKey(count.getKey())
                        && other.get(count.getKey()).stream().noneMatch(count.getValue()::contains));
    }

    private static String stem(String form) {
        return form.replaceFirst("(?:ing|ed|es|s)$", "");
    }
}
