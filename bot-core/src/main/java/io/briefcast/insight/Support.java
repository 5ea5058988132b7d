package io.briefcast.insight;

import io.briefcast.insight.QuoteCheck.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stretches of speech back up: the numbers, names and words that occur in them. */
final class Support {
    /** From this similarity on a headline retells what was said. */
    private static final double RETELLS = 0.6;

    /** "Nobody can", "I don't think": a negation may stand a little before the words that are retold. */
    private static final int BEFORE = 3;

    /** Shorter words end in s by nature: "gas", "yes". */
    private static final int MIN_FORM = 3;

    private final SpokenWords spoken;
    private final Set<String> forms = new HashSet<>();

    Support(SpokenWords spoken) {
        this.spoken = spoken;
    }

    /** Adds what was said between two words, the second included, and who said it. */
    void add(int first, int last) {
        addAll(spoken.words().subList(first, last + 1));
        addAll(WordSplitter.words(spoken.speaker(first)));
    }

    private void addAll(List<Word> words) {
        String before = "";
        for (Word word : words) {
            forms.add(stem(word.form()));
            forms.add(before + stem(word.form()));
            before = word.form();
        }
    }

    /** Why a text is not backed up. */
    Optional<Reason> missing(String text) {
        List<Word> words = WordSplitter.words(text);
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.number() && !forms.contains(stem(word.form()))) {
                return Optional.of(Reason.HEADLINE_NUMBER);
            }
            if (isName(words, i) && !isKnown(words, i)) {
                return Optional.of(Reason.HEADLINE_NAME);
            }
        }
        return Optional.empty();
    }

    /** Whether all words occur, in whatever order. */
    boolean says(String text) {
        List<Word> words = WordSplitter.words(text);
        return !words.isEmpty() && words.stream().allMatch(word -> forms.contains(stem(word.form())));
    }

    /** A capital inside a sentence makes a name; at its beginning only when a name follows. */
    private static boolean isName(List<Word> words, int i) {
        Word word = words.get(i);
        if (!word.capital() || word.number()) {
            return false;
        }
        return !word.opens()
                || (i + 1 < words.size()
                        && words.get(i + 1).capital()
                        && !words.get(i + 1).opens());
    }

    /** Alone, or written together with its neighbour: {@code Open AI}, {@code OpenAI}. */
    private boolean isKnown(List<Word> words, int i) {
        String own = words.get(i).form();
        return forms.contains(stem(own))
                || (i + 1 < words.size()
                        && forms.contains(own + stem(words.get(i + 1).form())))
                || (i > 0 && forms.contains(words.get(i - 1).form() + stem(own)));
    }

    private static String stem(String form) {
        return form.length() > MIN_FORM && form.endsWith("s") ? form.substring(0, form.length() - 1) : form;
    }

    /** Whether a headline says nearly the same as a part of what was said, with a negation more or less. */
    static boolean turnedRound(List<Word> headline, List<Word> said) {
        return Alignment.of(headline, said, 0, said.size())
                .filter(place -> place.similarity() >= RETELLS)
                .filter(place -> negations(headline) % 2
                        != negations(said.subList(Math.max(0, place.first() - BEFORE), place.last() + 1)) % 2)
                .isPresent();
    }

    private static long negations(List<Word> words) {
        return words.stream()
                .filter(word -> !word.cheap())
                .filter(Word::negation)
                .count();
    }
}
