package io.briefcast.insight.extract;

import java.util.OptionalInt;

/**
 * As much grammar as suffixes and word lists give: where the finite verb is, whether a noun stands before it, and whether
 * a main clause is there. Words that are as often nouns ("costs", "results") count as verbs only where a verb fits.
 */
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

    private static boolean isFinite(Tokens tokens, int i) {
        return isClearlyFinite(tokens, i) || (i > 0 && isPossiblyFinite(tokens, i));
    }

    /** Whether a noun, and not only a pronoun, stands before the first finite verb. */
    static boolean hasNominalSubject(Tokens tokens) {
        OptionalInt verb = finiteVerb(tokens);
        if (verb.isEmpty()) {
            return false;
        }
        for (int i = 0; i < verb.getAsInt(); i++) {
            if (isNounLike(tokens, i) || Lexicon.EVERYBODY.contains(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb is left for the sentence itself when each clause that opens before its first verb has had its own. */
    static boolean hasMainClause(Tokens tokens) {
        OptionalInt first = finiteVerb(tokens);
        if (first.isEmpty()) {
            return false;
        }
        int owed = 0;
        for (int i = 0; i < first.getAsInt(); i++) {
            boolean relativeThat = i > 0 && tokens.get(i).equals("that") && isNounLike(tokens, i - 1);
            owed += Lexicon.SUBORDINATORS.contains(tokens.get(i)) || relativeThat ? 1 : 0;
        }
        owed += opensWithContent(tokens) ? 1 : 0;
        return owed == 0 || finiteVerbs(tokens) > owed;
    }

    /**
     * "The way it is used is machines are rented": a clause stands where a noun should, with nothing that leads up to it.
     * After a truth, a problem or a rule everybody speaks like that.
     */
    static boolean hasClauseForObject(Tokens tokens) {
        for (int i = 1; i + 2 < tokens.size(); i++) {
            boolean copula = tokens.get(i).equals("is") || tokens.get(i).equals("was");
            if (copula && !Lexicon.PRONOUNS.contains(tokens.get(i - 1)) && opensClause(tokens, i + 1)) {
                return tokens.lower().subList(0, i).stream().noneMatch(Lexicon.TAKES_CLAUSE::contains);
            }
        }
        return false;
    }

    /** One to three words, the last of them a noun, and then a verb that can only be one. */
    private static boolean opensClause(Tokens tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + 4); i++) {
            if (i > from && Lexicon.BE_OR_MODAL.contains(tokens.get(i))) {
                return isNounLike(tokens, i - 1);
            }
            boolean noNoun = Lexicon.STOP.contains(tokens.get(i)) && !Lexicon.DETERMINERS.contains(tokens.get(i));
            if (noNoun || Lexicon.PREPOSITIONS.contains(tokens.get(i)) || Lexicon.PRONOUNS.contains(tokens.get(i))) {
                return false;
            }
        }
        return false;
    }

    /** "Understanding that …": what follows belongs to the first word. */
    private static boolean opensWithContent(Tokens tokens) {
        return tokens.size() > 1
                && tokens.get(0).endsWith("ing")
                && (tokens.get(1).equals("that") || Lexicon.SUBORDINATORS.contains(tokens.get(1)));
    }

    private static int finiteVerbs(Tokens tokens) {
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            count += isFinite(tokens, i) || followsRelativeClause(tokens, i) ? 1 : 0;
        }
        return count;
    }

    /** "People who leave a company leave a manager": a plain verb between a noun and an object. */
    private static boolean followsRelativeClause(Tokens tokens, int i) {
        return i > 1
                && i + 1 < tokens.size()
                && Lexicon.VERBS.contains(tokens.get(i))
                && isNounLike(tokens, beforeAdverbs(tokens, i))
                && opensObject(tokens, i + 1);
    }

    private static boolean isClearlyFinite(Tokens tokens, int i) {
        String word = tokens.get(i);
        String before = before(tokens, i);
        if (before.equals("to")) {
            return false;
        }
        if (Lexicon.AUXILIARIES.contains(word)) {
            return true;
        }
        if (i == 0 || isNounPlace(before) || tokens.isName(i) || Lexicon.NOUN_TOO.contains(base(word))) {
            return false;
        }
        return Lexicon.IRREGULAR_PAST.contains(word)
                || isThirdPerson(word)
                || (Lexicon.VERBS.contains(word) && isPlural(before));
    }

    /** A past form may be a participle, and "costs" a noun: only what follows tells. */
    private static boolean isPossiblyFinite(Tokens tokens, int i) {
        String word = tokens.get(i);
        String before = before(tokens, i);
        if (before.equals("to") || isNounPlace(before) || tokens.isName(i)) {
            return false;
        }
        boolean plain = Lexicon.VERBS.contains(word) && isPlural(before);
        boolean form = plain || isThirdPerson(word) || isPast(word);
        return form && (plain || i + 1 < tokens.size()) && (plain || opensObject(tokens, i + 1));
    }

    private static boolean opensObject(Tokens tokens, int i) {
        String word = tokens.get(i);
        return Lexicon.DETERMINERS.contains(word)
                || Lexicon.PREPOSITIONS.contains(word)
                || Lexicon.PRONOUNS.contains(word)
                || Lexicon.CAUSAL.contains(word)
                || word.endsWith("ly")
                || word.endsWith("ing")
                || Lexicon.AFTER_VERB.contains(word)
                || tokens.isName(i)
                || tokens.isNumber(i);
    }

    /** The word before, adverbs skipped; empty at the start. */
    private static String before(Tokens tokens, int i) {
        int at = beforeAdverbs(tokens, i);
        boolean relative = at > 0 && tokens.get(at).equals("that") && isNounLike(tokens, at - 1);
        return at < 0 ? "" : tokens.get(relative ? at - 1 : at);
    }

    private static int beforeAdverbs(Tokens tokens, int i) {
        int at = i - 1;
        while (at > 0 && (tokens.get(at).endsWith("ly") || Lexicon.ADVERBS.contains(tokens.get(at)))) {
            at--;
        }
        return at;
    }

    private static boolean isNounPlace(String before) {
        return Lexicon.DETERMINERS.contains(before) || Lexicon.PREPOSITIONS.contains(before);
    }

    private static boolean isPlural(String word) {
        return (word.endsWith("s") && !word.endsWith("ss"))
                || Lexicon.PRONOUNS.contains(word)
                || word.equals("people")
                || word.equals("women")
                || word.equals("men")
                || word.equals("children")
                || word.equals("data")
                || word.equals("media")
                || word.equals("who")
                || word.equals("and");
    }

    private static boolean isThirdPerson(String word) {
        return word.endsWith("s") && Lexicon.VERBS.contains(base(word));
    }

    private static boolean isPast(String word) {
        return word.endsWith("ed") && Lexicon.VERBS.contains(base(word));
    }

    /** The plain form behind -s, -es, -ies, -ed and -d, or the word itself where there is none. */
    private static String base(String word) {
        for (String ending : new String[] {"s", "es", "ed", "d"}) {
            String stripped = word.endsWith(ending) ? word.substring(0, word.length() - ending.length()) : "";
            if (Lexicon.VERBS.contains(stripped)) {
                return stripped;
            }
        }
        if (word.endsWith("ies") || word.endsWith("ied")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean doubled = word.endsWith("ed")
                && word.length() > 5
                && word.charAt(word.length() - 3) == word.charAt(word.length() - 4);
        return doubled ? word.substring(0, word.length() - 3) : word;
    }

    static boolean isNounLike(Tokens tokens, int i) {
        String word = tokens.get(i);
        boolean onlyVerb = Lexicon.VERBS.contains(word) && !Lexicon.NOUN_TOO.contains(word);
        return (tokens.isContent(i) && !word.endsWith("ly") && !onlyVerb) || tokens.isNumber(i) || tokens.isName(i);
    }
}
