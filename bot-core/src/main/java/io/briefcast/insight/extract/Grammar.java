package io.briefcast.insight.extract;

import java.util.OptionalInt;

/** As much grammar as suffixes and word lists give: where the finite verb is, and whether a noun stands before it. */
final class Grammar {
    /** A subject that takes longer than this to come is no headline. */
    private static final int SUBJECT_WITHIN = 16;

    private Grammar() {}

    /** Position of the first finite verb; empty when there is none among the first words. */
    static OptionalInt finiteVerb(Tokens tokens) {
        for (int i = 0; i < Math.min(tokens.size(), SUBJECT_WITHIN); i++) {
            if (isFinite(tokens, i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether a noun, and not only a pronoun, stands before the first finite verb. */
    static boolean hasNominalSubject(Tokens tokens) {
        OptionalInt verb = finiteVerb(tokens);
        if (verb.isEmpty()) {
            return false;
        }
        for (int i = 0; i < verb.getAsInt(); i++) {
            if (isNounLike(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFinite(Tokens tokens, int i) {
        String word = tokens.get(i);
        if (Lexicon.AUXILIARIES.contains(word)) {
            return true;
        }
        if (i == 0) {
            return isInflected(word) && word.endsWith("s");
        }
        String before = tokens.get(i - 1);
        boolean nounPlace =
                before.equals("to") || Lexicon.DETERMINERS.contains(before) || Lexicon.PREPOSITIONS.contains(before);
        if (nounPlace || tokens.isName(i)) {
            return false;
        }
        return Lexicon.IRREGULAR_PAST.contains(word)
                || isInflected(word)
                || (Lexicon.VERBS.contains(word) && isPlural(before));
    }

    private static boolean isPlural(String word) {
        return (word.endsWith("s") && !word.endsWith("ss"))
                || Lexicon.PRONOUNS.contains(word)
                || word.equals("people")
                || word.equals("who")
                || word.equals("and");
    }

    private static boolean isInflected(String word) {
        return Lexicon.VERBS.contains(stripped(word, "s"))
                || Lexicon.VERBS.contains(stripped(word, "es"))
                || Lexicon.VERBS.contains(stripped(word, "ed"))
                || Lexicon.VERBS.contains(stripped(word, "d"))
                || (word.endsWith("ies") && Lexicon.VERBS.contains(word.substring(0, word.length() - 3) + "y"));
    }

    private static String stripped(String word, String ending) {
        return word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
    }

    static boolean isNounLike(Tokens tokens, int i) {
        String word = tokens.get(i);
        return (tokens.isContent(i) && !word.endsWith("ly") && !Lexicon.VERBS.contains(word))
                || tokens.isNumber(i)
                || tokens.isName(i);
    }
}
