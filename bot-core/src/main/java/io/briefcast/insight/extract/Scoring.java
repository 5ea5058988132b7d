package io.briefcast.insight.extract;

import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much a sentence reads like a claim that an editor would print: a weighted sum of simple measures of its words, each
 * in [0, 1], of how many of them carry meaning, of the centrality's standard scores, and of how much it means what claims
 * mean. What the measures are worth beside each other was fitted to 700 sentences that readers judged who did not know
 * their scores; what single words are worth is set by hand.
 */
final class Scoring {
    private static final double FLOOR = 5.2;
    private static final double WORDS = 0.2;
    private static final double NEAR = 0.23;
    private static final double CENTRAL = 0.11;
    private static final double PRIOR = 1.15;
    /** Short sentences say little; beyond so many telling words nothing is gained. */
    private static final double CONTENT = 0.09;

    private static final int MOST_CONTENT = 16;
    private static final int FEWEST_WORDS = 4;

    private static final double BASE = 2.0;
    private static final int BEST_LENGTH_FROM = 10;
    private static final int BEST_LENGTH_TO = 26;

    private static final Set<String> PAST_AUXILIARIES =
            Set.of("was", "were", "wasn't", "weren't", "did", "didn't", "had", "hadn't");

    private Scoring() {}

    /**
     * What the sentence is worth by itself, about 0 to 12.
     *
     * @param near how central it is among its neighbours, in standard deviations
     * @param central how central it is in its episode, in standard deviations
     * @param prior how much it means what claims mean, in standard deviations
     */
    static double of(Tokens tokens, Rarity rarity, double near, double central, double prior) {
        if (tokens.size() < FEWEST_WORDS) {
            return 0;
        }
        long content =
                IntStream.range(0, tokens.size()).filter(tokens::isContent).count();
        return FLOOR
                + WORDS * words(tokens, rarity)
                + NEAR * near
                + CENTRAL * central
                + CONTENT * Math.min(MOST_CONTENT, content)
                + PRIOR * prior;
    }

    /** What the sentence's words alone are worth. */
    static double words(Tokens tokens, Rarity rarity) {
        int n = tokens.size();
        double content = 0;
        double nouns = 0;
        double specific = 0;
        double names = 0;
        double numbers = 0;
        for (int i = 0; i < n; i++) {
            if (tokens.isContent(i)) {
                content++;
                specific += rarity.of(tokens.get(i));
            }
            nouns += Grammar.isNounLike(tokens, i) ? 1 : 0;
            names += tokens.isName(i) ? 1 : 0;
            numbers += tokens.isNumber(i) ? 1 : 0;
        }
        double score = BASE;
        score += 1.2 * lengthFit(n);
        score += 1.6 * Math.min(1, content / n / 0.55);
        score += 1.4 * Math.min(1, nouns / n / 0.5);
        score += 0.9 * (content == 0 ? 0 : specific / content);
        score += Grammar.hasNominalSubject(tokens) ? 1.1 : 0;
        score += genericSubject(tokens) ? 0.8 : 0;
        score += 0.4 * Math.min(1, names / 2) + 0.3 * Math.min(1, numbers);
        score += cues(tokens);
        return score - penalties(tokens);
    }

    private static double cues(Tokens tokens) {
        return 1.2 * Math.min(1, share(tokens, Lexicon.CLAIM, 2))
                + 0.5 * share(tokens, Lexicon.CAUSAL, 1)
                + 0.5 * share(tokens, Lexicon.CONTRAST, 1)
                + 0.2 * share(tokens, Lexicon.COMPARATIVE, 1)
                + 0.4 * (tokens.lower().contains("if") || tokens.lower().contains("when") ? 1 : 0);
    }

    private static double penalties(Tokens tokens) {
        int n = tokens.size();
        return 4.0 * count(tokens, Lexicon.PRONOUNS) / n
                + 1.5 * Math.min(1, 2.0 * count(tokens, Lexicon.FIRST_PERSON) / 3)
                + 1.2 * Math.min(1, count(tokens, Lexicon.WE) / 2.0)
                + 0.8 * Math.min(2, count(tokens, Lexicon.VAGUE))
                + 1.0 * Math.min(1, count(tokens, Lexicon.HEDGES))
                + (isDefiniteAndBare(tokens) ? 0.8 : 0)
                + story(tokens)
                + 0.9 * Math.min(1, count(tokens, Lexicon.DEIXIS))
                + 0.6 * Math.min(2, count(tokens, Lexicon.ANAPHORA))
                + 1.5 * Math.min(1, count(tokens, Lexicon.META))
                + 0.7 * Math.min(1, past(tokens) / 2.0)
                + 0.4 * Math.min(1, Math.max(0, commas(tokens) - 2) / 2.0);
    }

    /** 1 between 10 and 26 words, falling to 0 at 5 and at 40. */
    private static double lengthFit(int n) {
        if (n < BEST_LENGTH_FROM) {
            return Math.max(0, (n - 5) / 5.0);
        }
        return n <= BEST_LENGTH_TO ? 1 : Math.max(0, (40 - n) / 14.0);
    }

    /** "Labs that …", "Founders …": a plural without article speaks of a kind, not of one case. */
    private static boolean genericSubject(Tokens tokens) {
        String first = tokens.get(0);
        String second = tokens.size() > 1 ? tokens.get(1) : "";
        return isPluralNoun(first) || (!Lexicon.DETERMINERS.contains(first) && isPluralNoun(second));
    }

    /** "The gameplay does not lose": one certain thing, which only those who listened know. */
    private static boolean isDefiniteAndBare(Tokens tokens) {
        int verb = Grammar.finiteVerb(tokens).orElse(0);
        return tokens.get(0).equals("the") && verb > 1 && verb <= 3 && !tokens.isName(1);
    }

    private static boolean isPluralNoun(String word) {
        return (word.length() > 4
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.contains("'")
                        && !Lexicon.STOP.contains(word)
                        && !Lexicon.PREPOSITIONS.contains(word))
                || word.equals("people");
    }

    /** "The test failed": one certain thing at one certain time is a story and not a claim. */
    private static double story(Tokens tokens) {
        return isDefiniteAndBare(tokens) && past(tokens) > 0 ? 1 : 0;
    }

    private static double past(Tokens tokens) {
        double past = 0;
        for (String word : tokens.lower()) {
            past += Lexicon.IRREGULAR_PAST.contains(word) || PAST_AUXILIARIES.contains(word) ? 1 : 0;
        }
        return past;
    }

    private static int commas(Tokens tokens) {
        return (int)
                tokens.written().stream().filter(word -> word.endsWith(",")).count();
    }

    private static double share(Tokens tokens, Set<String> words, double enough) {
        return Math.min(1, count(tokens, words) / enough);
    }

    private static double count(Tokens tokens, Set<String> words) {
        return tokens.lower().stream().filter(words::contains).count();
    }
}
