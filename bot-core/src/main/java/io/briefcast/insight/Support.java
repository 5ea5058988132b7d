package io.briefcast.insight;

import io.briefcast.insight.QuoteCheck.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stretches of speech back up: the numbers, names and words that occur in them. */
final class Support {
    /** From this similarity on a headline retells what was said. */
    private static final double RETELLS = 0.6;

    /** "Nobody can", "I don't think": a negation may stand a little before the words that are retold. */
    private static final int BEFORE = 3;

    /** Shorter words end in s by nature: "gas", "yes". */
    private static final int MIN_FORM = 3;

    /** Nobody is called like this, so that a capital at the beginning of a sentence says nothing. */
    private static final Pattern ORDINARY_ENDING =
            Pattern.compile("\\p{L}{2,}(?:ing|ings|ly|tion|tions|sion|sions|ment|ments|ness|ity|ies|ship|ships|ism)");

    private static final Set<String> ORDINARY = Set.of(("a about above across adult after again against ai all almost"
                    + " already also although always america an and another any anybody anyone anything around as asking"
                    + " at bad banks because before being best better between big bigger both brand brands builders"
                    + " business but buyers by can capital cash chip chips code companies consumers cost costs customers"
                    + " data demand despite developers do does doctors during each early either employees engineers"
                    + " enough enterprises even every everybody everyone everything few fewer first firms five for"
                    + " founders four free from given good great half hard he here high higher hospitals how however i"
                    + " if in instead investors is it its just labs large larger late leaders less like long low lower"
                    + " machines managers many margins markets media men models money more most much neither never new"
                    + " no nobody none not nothing now of often old on once one only open or other others our out over"
                    + " owners parents patients people plants power price prices products profits programmers prompts"
                    + " rather real revenue rich sales schools scientists she short should simple since six small"
                    + " smaller so software some somebody someone something sometimes speed startups still students"
                    + " success such suppliers taxes teachers teams tech ten than that the their then there these they"
                    + " this those three through time to today together tools too top trust two under unless until"
                    + " unlike users using value vendors very wages war we what whatever when where whether which while"
                    + " who whoever whose why with within without women words workers writers yet you young your")
            .split(" ", -1));

    private final SpokenWords spoken;
    private final Set<String> small;
    private final Set<String> forms = new HashSet<>();

    /** Backs up with these words alone; {@code small} are the stems that the transcript has in lower case. */
    Support(SpokenWords spoken, Set<String> small) {
        this.spoken = spoken;
        this.small = small;
    }

    /** Stems of the words that occur without a capital. */
    static Set<String> small(SpokenWords spoken) {
        return spoken.words().stream()
                .filter(word -> !word.capital())
                .map(word -> stem(word.form()))
                .collect(Collectors.toUnmodifiableSet());
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

    /** A capital makes a name; at the beginning of a sentence unless the word is an ordinary one. */
    private boolean isName(List<Word> words, int i) {
        Word word = words.get(i);
        return word.capital() && !word.number() && !(word.opens() && isOrdinary(word.form()));
    }

    private boolean isOrdinary(String form) {
        return ORDINARY.contains(form) || ORDINARY_ENDING.matcher(form).matches() || small.contains(stem(form));
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
