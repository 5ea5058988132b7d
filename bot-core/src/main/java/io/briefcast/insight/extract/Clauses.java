package io.briefcast.insight.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a sentence can be cut so that a clause of it stands alone: both sides have a verb of their own, and a comma and a
 * joining word between them. Without the comma, "and" joins two nouns as often as two clauses.
 */
final class Clauses {
    private static final Pattern JOINT =
            Pattern.compile(", (and|but|so|because|which|whereas) (?!(?:then|also|on|far|much|that)\\b)");

    /** What stands before "but" is taken back by what follows, so that it may not stand alone. */
    private static final Set<String> ENDS_A_CLAIM = Set.of("and", "so", "because", "which", "whereas");

    private static final Set<String> OPENS_A_CLAIM = Set.of("and", "so", "but");

    /** These want their second half. */
    private static final Pattern WANTS_MORE = Pattern.compile(
            "\\b(?:not (?:only|just|because|that)|either|both|between|whether|on (?:the )?one hand|as long as|the reason)\\b",
            Pattern.CASE_INSENSITIVE);

    private Clauses() {}

    /** What the sentence says before each joint; none when it is one clause. */
    static List<String> beginnings(String sentence) {
        return parts(sentence, true);
    }

    /** What it says behind each joint, beginning with a capital. */
    static List<String> endings(String sentence) {
        return parts(sentence, false);
    }

    private static List<String> parts(String sentence, boolean beginnings) {
        List<String> parts = new ArrayList<>();
        Matcher joint = JOINT.matcher(sentence);
        while (joint.find()) {
            String before = sentence.substring(0, joint.start());
            String after = sentence.substring(joint.end());
            boolean cut = isClause(before) && (joint.group(1).equals("which") || isClause(after));
            Set<String> joints = beginnings ? ENDS_A_CLAIM : OPENS_A_CLAIM;
            if (cut && joints.contains(joint.group(1))) {
                parts.add(beginnings ? before : Character.toUpperCase(after.charAt(0)) + after.substring(1));
            }
        }
        return parts;
    }

    private static boolean isClause(String text) {
        return Grammar.hasMainClause(Tokens.of(text))
                && !WANTS_MORE.matcher(text).find();
    }
}
