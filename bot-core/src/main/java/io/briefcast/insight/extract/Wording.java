package io.briefcast.insight.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A sentence as the headline that it could be: whole, or a clause of it where that reads clearly better. A cut is never
 * made where it would take a doubt, a condition or another's view away from what is left.
 *
 * @param headline as it would be shown
 * @param tokens its words, without a hedge at the end
 * @param refusal the gate at which it falls; empty when it passes
 */
record Wording(String headline, Tokens tokens, Optional<String> refusal) {
    /** A clause is shown only where it is worth this much more than the whole. */
    private static final double BETTER_BY = 0.35;

    private static final String TOO_LONG = "too long";

    /** What only the end of a sentence may be guilty of, so that its beginning is looked at by itself. */
    private static final Set<String> FAULTS_OF_THE_END =
            Set.of(TOO_LONG, "who is we", "too spoken", "says little", "dangling reference");

    static Wording of(String clean, Rarity rarity) {
        Wording whole = as(Headline.of(clean), clean.contains("?"));
        Wording best = whole;
        double wanted =
                whole.refusal.isEmpty() ? Scoring.words(whole.tokens, rarity) + BETTER_BY : Double.NEGATIVE_INFINITY;
        for (String clause : whole.clauses()) {
            Wording shorter = as(Headline.of(clause), false);
            if (shorter.refusal.isEmpty()) {
                double worth = Scoring.words(shorter.tokens, rarity);
                if (worth > wanted) {
                    best = shorter;
                    wanted = worth;
                }
            }
        }
        return best;
    }

    private static Wording as(String headline, boolean question) {
        String bare = Headline.withoutHedge(headline);
        Tokens tokens = Tokens.of(bare);
        return new Wording(
                headline,
                tokens,
                tokens.size() == 0 ? Optional.of("too short") : Gate.refusal(question ? bare + "?" : bare, tokens));
    }

    /**
     * Either side of each joint, where the sentence passes or is only too long; what comes before it, where its end may be
     * at fault.
     */
    private List<String> clauses() {
        boolean hedged = !Headline.withoutHedge(headline).equals(headline);
        if (hedged
                || refusal.filter(fault -> !FAULTS_OF_THE_END.contains(fault)).isPresent()) {
            return List.of();
        }
        List<String> beginnings = Clauses.beginnings(headline);
        return refusal.filter(fault -> !fault.equals(TOO_LONG)).isPresent()
                ? beginnings
                : Stream.concat(beginnings.stream(), Clauses.endings(headline).stream())
                        .toList();
    }
}
