package io.briefcast.language;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of spoken words what nobody would write: fillers, sounds, restarts, repeats. For display only. */
public final class Disfluency {
    private static final Pattern SOUND = Pattern.compile(
            "\\[[^\\]]{0,40}\\]|\\((?:laugh|laughs|laughter|crosstalk|music|applause|pause|sighs?|inaudible)[^)]{0,20}\\)",
            Pattern.CASE_INSENSITIVE);
    private static final String UM = "(?:um+|uh+|erm*|uhm|mhm|hmm+|mm+)";
    private static final Pattern HESITATION =
            Pattern.compile("(?:,\\s*)?\\b" + UM + "\\b(?=[\\s,.]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARENTHETICAL = Pattern.compile(
            "(?:,\\s*(?:" + UM
                    + "|you know|i mean|i think|like|right|sort of|kind of|obviously|honestly|frankly|as you know|if you will|so to speak)\\s*(?=,))++,",
            Pattern.CASE_INSENSITIVE);

    /** Where a comma stays: behind an opening clause or phrase, before "but", and in "chips, um, power, and land". */
    private static final Pattern OPENING_CLAUSE = Pattern.compile(
            "(?:^|[.!?]\\s)\\s*(?:if|when|while|where|as|after|once|before|until|since|because|although|in|at|on|for|from|with|to)\\b[^,]*+$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern GOES_ON = Pattern.compile(
            "\\s*(?:(?:and|but|so|or|because|which|who)\\b|(?:[\\p{L}'’-]++\\s++){0,2}+[\\p{L}'’-]++,\\s*(?:and|or)\\b)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FILLER_START = Pattern.compile(
            "^(?:(?:" + UM
                    + "|you know|i mean|well|yeah|yes|okay|ok|right|so|like|look|listen|oh|ah|no|sure|exactly|absolutely|totally),\\s+)+",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RESTART = Pattern.compile(
            "\\b((?:[\\w'’]++\\s++){0,3}[\\w'’]++)\\s*(?:--+|—|–|\\.\\.\\.|…)\\s*\\1\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern REPEAT =
            Pattern.compile("\\b((?:[\\w'’]++\\s++){0,3}?[\\w'’]++)(?:,?\\s+\\1\\b)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAUSE = Pattern.compile("\\s*(?:\\.\\.\\.|…)\\s*(?=\\p{Ll})");

    private Disfluency() {}

    /** The cleaned words, starting with a capital; empty when nothing but noise was said. */
    public static String remove(String raw) {
        String text = SOUND.matcher(raw).replaceAll(" ");
        text = FILLER_START.matcher(text.strip()).replaceFirst("");
        text = withoutParentheses(text);
        text = HESITATION.matcher(text).replaceAll("");
        text = RESTART.matcher(text).replaceAll("$1");
        text = keepThatThat(REPEAT.matcher(text));
        text = withoutParentheses(text);
        text = PAUSE.matcher(text).replaceAll(", ");
        text = fold(text);
        text = FILLER_START.matcher(text).replaceFirst("");
        return capital(text.replaceFirst("^[,;:.\\s–—-]+", ""));
    }

    /** Both commas go with what they enclose. */
    private static String withoutParentheses(String text) {
        Matcher parenthesis = PARENTHETICAL.matcher(text);
        StringBuilder rest = new StringBuilder();
        int from = 0;
        while (parenthesis.find()) {
            rest.append(text, from, parenthesis.start());
            from = parenthesis.end();
            boolean comma = OPENING_CLAUSE.matcher(rest).find()
                    || GOES_ON.matcher(text).region(from, text.length()).lookingAt();
            rest.append(comma ? ", " : " ");
        }
        return rest.append(text, from, text.length()).toString();
    }

    /** "that that" and "had had" can be grammar; longer repeats cannot. */
    private static String keepThatThat(Matcher repeat) {
        return repeat.replaceAll(match -> {
            String once = match.group(1);
            boolean grammar = once.equalsIgnoreCase("that") || once.equalsIgnoreCase("had") || once.matches("\\d+");
            return Matcher.quoteReplacement(grammar ? match.group() : once);
        });
    }

    private static String fold(String text) {
        return text.replaceAll("\\s+", " ")
                .replaceAll("\\s+([,.;:!?])", "$1")
                .replaceAll(",(?:\\s*,)+", ",")
                .replaceAll(",\\s*([.!?])", "$1")
                .strip();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
