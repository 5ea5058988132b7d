package io.briefcast.insight.extract;

import java.util.List;
import java.util.regex.Pattern;

/** Makes a headline of a cleaned sentence by taking words away at its ends, never by changing any. */
final class Headline {
    /** "that" goes only where a clause follows: in "I think that model has …" it belongs to the model. */
    private static final String THAT =
            "(?:\\s+that(?=\\s+(?:the|a|an|most|many|all|every|no|if|when|we|you|people|there|nobody|everybody|everyone|few|some|only|\\p{L}+s)\\b))?";

    private static final String FRAME =
            "what i'd say is|what i would say is|my view is|my sense is|my take is|the (?:point|fact|truth|reality|thing|answer) is|"
                    + "the (?:key|main|important|big|real|hard) (?:thing|point|issue|problem)(?: here| there)? is|the (?:issue|problem) is|"
                    + "it turns out|turns out|the way i see it is|the way i think about it is";

    /** After "the point is that" comes a clause whatever its first word, unless a pronoun leads out of it. */
    private static final Pattern FRAMED_CLAUSE = Pattern.compile(
            "^(?:" + FRAME + ") that\\s+(?!(?:it|this|that|these|those|they|he|she|i)\\b)", Pattern.CASE_INSENSITIVE);

    private static final int VERB_WITHIN = 6;

    private static final List<Pattern> OPENINGS = List.of(
            Pattern.compile(
                    "^(?:and|but|so|now|then|also|again)\\b,?\\s+(?!(?:that|far|much|many|long|on|forth)\\b)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "^(?:i|we) (?:really |just |actually |honestly |do |still |always |personally )?(?:think|believe|feel like|would say|would argue)"
                            + THAT + ",?\\s+(?!(?:about|of|in|through|so|not|that|it|this)\\b)",
                    Pattern.CASE_INSENSITIVE),
            Pattern.compile("^(?:by and large|for the most part|in general),\\s+", Pattern.CASE_INSENSITIVE),
            // "Because ovens are dear" answers a question; with a main clause behind it, it does not stand alone
            Pattern.compile("^because\\s+(?![^,]*,(?! (?:and|but|or|which|who)\\b))", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^i'd (?:say|argue)" + THAT + ",?\\s+(?!that\\b)", Pattern.CASE_INSENSITIVE),
            Pattern.compile("^(?:" + FRAME + ")" + THAT + ",?\\s+(?!that\\b)", Pattern.CASE_INSENSITIVE),
            Pattern.compile(
                    "^(?:the way i see it|in my view|in my experience|from my perspective|at the end of the day|to be (?:honest|fair|clear)|in other words|"
                            + "that said|having said that|of course|clearly|obviously|basically|actually|essentially|honestly|frankly|fundamentally|"
                            + "ultimately|equally|interestingly|first of all|in fact|fortunately|unfortunately|however),?\\s+",
                    Pattern.CASE_INSENSITIVE));
    private static final Pattern CLOSING = Pattern.compile(
            ",?\\s+(?:right|you know|and so on(?: and so forth)?|and stuff(?: like that)?|or whatever|if that makes sense|"
                    + "i think|i would say|i'd say|in my opinion|so to speak|basically|obviously|essentially|for sure)(?=[.!]?$)",
            Pattern.CASE_INSENSITIVE);
    /** What the speaker was not sure of, the headline must not be sure of either. */
    private static final Pattern HEDGE =
            Pattern.compile(",?\\s+(?:or something(?: like that)?|i guess)(?=[.!]?$)", Pattern.CASE_INSENSITIVE);

    /** "The challenge with friends too is …": it adds to what was said before, which is not shown. */
    private static final Pattern LONE_TOO = Pattern.compile(
            "(?<=\\p{L}{3}),? too,?(?= (?:is|are|was|were|has|have|will|can)\\b)", Pattern.CASE_INSENSITIVE);

    private static final int STACKED = 4;
    private static final int FEWEST_WORDS = 5;

    private Headline() {}

    static String of(String clean) {
        String text = clean.strip();
        for (int i = 0; i < STACKED; i++) {
            text = withoutOpening(text);
        }
        for (int i = 0; i < STACKED; i++) {
            text = CLOSING.matcher(text).replaceFirst("");
        }
        String alone = LONE_TOO.matcher(text).replaceFirst("");
        String bare = alone.replaceFirst("[\\s.,;:–—-]+$", "");
        return bare.isEmpty() ? "" : Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
    }

    /** The claim without the hedge at its end, to be judged; never to be shown. */
    static String withoutHedge(String headline) {
        return HEDGE.matcher(headline).replaceFirst("");
    }

    private static String withoutOpening(String text) {
        String clause = FRAMED_CLAUSE.matcher(text).replaceFirst("");
        if (!clause.equals(text) && Grammar.finiteVerb(Tokens.of(clause)).orElse(VERB_WITHIN) < VERB_WITHIN) {
            return Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
        }
        for (Pattern opening : OPENINGS) {
            String shorter = opening.matcher(text).replaceFirst("");
            if (!shorter.equals(text) && shorter.split(" ").length >= FEWEST_WORDS) {
                return Character.toUpperCase(shorter.charAt(0)) + shorter.substring(1);
            }
        }
        return text;
    }
}
