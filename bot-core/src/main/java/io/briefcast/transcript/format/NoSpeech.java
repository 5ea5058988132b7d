package io.briefcast.transcript.format;

import io.briefcast.podcast.Problem;
import io.briefcast.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Knows an error page when it sees one: servers answer 200 with a page that says "Not found", "Sign in" or "Enable
 * JavaScript". Only texts without any speaker or time stamp are suspected.
 */
final class NoSpeech {
    /** An error message is shorter than this, the shortest real transcript met has hundreds of words. */
    private static final int FEW_WORDS = 80;

    private static final Pattern ERROR = Pattern.compile(
            "\\b(?:40[0134]|410|429|50[0234]|not found|no longer available|forbidden|unauthorized|unauthorised|access ?denied"
                    + "|no ?such ?key|internal server error|bad gateway|bad request|gateway time-?out|service unavailable"
                    + "|temporarily unavailable|too many requests|just a moment|attention required|page (?:does not|doesn.t) exist"
                    + "|can.t be found|enable javascript|javascript is (?:required|disabled)|error occurred"
                    + "|something went wrong|are you (?:a )?(?:human|robot)|captcha|sign in to|log in to|please log ?in)\\b",
            Pattern.CASE_INSENSITIVE);

    private NoSpeech() {}

    /** Why the turns are no transcript, if they are none. */
    static Optional<String> in(String title, List<Turn> turns) {
        boolean signs = turns.stream()
                .anyMatch(turn -> !turn.speaker().isEmpty() || turn.stamp().isPresent());
        if (signs) {
            return Optional.empty();
        }
        if (!title.isEmpty() && ERROR.matcher(title).find()) {
            return Optional.of("it is an error page, \"%s\"".formatted(shortened(title)));
        }
        return fewWords(turns);
    }

    static Transcript transcript(String format, String why) {
        return new Transcript(format, "published", false, List.of(), List.of(new Problem(why, 0)));
    }

    private static Optional<String> fewWords(List<Turn> turns) {
        String start = turns.stream()
                .limit(FEW_WORDS)
                .map(Turn::text)
                .reduce("", (a, b) -> a + " " + b)
                .strip();
        boolean message = Words.count(start) < FEW_WORDS && ERROR.matcher(start).find();
        return message ? Optional.of("it is an error message, \"%s\"".formatted(shortened(start))) : Optional.empty();
    }

    private static String shortened(String text) {
        String tidy = Words.tidy(text);
        return tidy.length() <= 60 ? tidy : tidy.substring(0, 60) + "…";
    }
}
