package io.briefcast.insight;

import io.briefcast.insight.Insight.Kind;
import java.util.regex.Pattern;

/**
 * Tells what sort of claim a sentence makes, by its words. Of several sorts the rarer one counts: who contradicts,
 * foretells; who foretells, counts. "If prices fall, people will buy" is a claim about how things go and foretells
 * nothing.
 */
public final class KindOfClaim {
    private static final Pattern DISAGREEMENT = Pattern.compile(
            "(?i)\\b(?:contrary to|(?:people|everybody|everyone|most|many)(?: \\w+)? (?:thinks?|says?|believes?|assumes?)|conventional wisdom"
                    + "|misconception|a myth|overrated|(?:is|are|was|were|got it|get it|have it) (?:just |simply |completely |dead )?wrong"
                    + "|(?:isn't|aren't|is not|not) true|disagree|despite what|the opposite is true)\\b");
    private static final Pattern CONDITION = Pattern.compile("(?i)\\b(?:if|when|whenever|unless|once|until)\\b");
    private static final Pattern PREDICTION = Pattern.compile(
            "(?i)(?:\\b(?:(?<!\\b(?:the|a|free|good|at) )will|won't|(?:is|are|isn't|aren't)(?: not)? going to|gonna)\\b|\\p{L}'ll\\b)");
    /** "Will take months to do" says what it costs today. */
    private static final Pattern TAKES = Pattern.compile(
            "(?i)(?:\\bwill|'ll|\\b(?:is|are) going to) (?:probably |easily |still |always |usually )?(?:take|cost)(?: (?:you|us|them|anybody|people|a company))?"
                    + "(?: (?:about|at least|up to|a|an|some|the|few|couple|of|several|many|two|three|four|five|six|ten|\\d[\\d,.]*))* (?:minutes?|hours?|days?|weeks?|months?|years?|[$€£]?[\\d,.]+k?(?: (?:million|billion))?(?: (?:dollars|euros|pounds))?)(?![\\p{L}\\d])");
    /** "Often will": a habit of today. */
    private static final Pattern HABIT =
            Pattern.compile("(?i)\\b(?:often|always|usually|typically|sometimes|generally)\\b");

    private static final Pattern FORETELLS = Pattern.compile(
            "(?i)\\b(?:by (?:20\\d\\d|the end of (?:the|this) (?:year|decade))|within (?:\\w+) (?:years|months)|I (?:predict|bet))\\b");
    private static final Pattern ADVICE = Pattern.compile(
            "(?i)(?:^(?:don't|do not|never|always|start|stop|avoid|make sure|keep|treat|ask|measure)\\b(?! (?:is|are|was|were)\\b)"
                    + "|\\b(?:should|shouldn't|ought to|you (?:need|have) to|the best way to|the trick is|it pays to|better off)\\b)");
    private static final Pattern NUMBER = Pattern.compile(
            "(?i)(?:(?<![\\p{L}\\d.'-])[$€£]?(?!(?:19|20)\\d\\d\\b)\\d[\\d,.]*(?:%|x|k|m|bn)?(?![\\p{L}\\d-])"
                    + "|\\b(?:percent|per cent|million|billion|trillion|(?:two|three|four|five|ten) times|twice as|half of|a (?:third|quarter|tenth) of|one in (?:\\w+))\\b)");

    /** "Thirty years ago" is a time, "a billion dollar company" a sort of company, and "100%" means wholly. */
    private static final Pattern NO_NUMBER = Pattern.compile(
            "(?i)\\b\\d+ years ago\\b|\\b(?:\\w+ )?(?:million|billion|trillion)[- ]dollar\\b|\\b100(?:%| percent)");

    private KindOfClaim() {}

    /** The kind of a headline. */
    public static Kind of(String headline) {
        String text = headline.replace('’', '\'');
        if (DISAGREEMENT.matcher(text).find()) {
            return Kind.DISAGREEMENT;
        }
        if (FORETELLS.matcher(text).find() || foretells(text)) {
            return Kind.PREDICTION;
        }
        if (ADVICE.matcher(text).find()) {
            return Kind.ADVICE;
        }
        return NUMBER.matcher(NO_NUMBER.matcher(text).replaceAll("")).find() ? Kind.NUMBER : Kind.CLAIM;
    }

    private static boolean foretells(String text) {
        return PREDICTION.matcher(TAKES.matcher(text).replaceAll("")).find()
                && !CONDITION.matcher(text).find()
                && !HABIT.matcher(text).find();
    }
}
