package io.briefcast.transcript.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells {@code Anna Berg: Hello} from {@code The point is: hello}. A colon alone proves nothing, so the whole text is
 * looked at first: a name is one that opens lines again and again, mostly where the line before has ended a sentence.
 */
final class SpeakerNames {
    /** What follows the name on its line. */
    record Labelled(String name, String words) {}

    private static final class Tally {
        int all;
        int afterSentence;
    }

    private static final int MAX_LABEL = 80;
    private static final int SHORT_TEXT = 20;
    private static final int OFTEN = 4;

    private static final String WORD = "[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}][\\p{L}\\p{M}\\p{N}'’.&-]{0,30}";
    private static final String PARTICLE = "(?:de|van|von|der|den|la|le|da|di|du|el|bin|al|ter)";

    /** One to five words that start like names, without a group. */
    static final String NAME = WORD + "(?: (?:" + WORD + "|" + PARTICLE + ")){0,4}";

    private static final Pattern LABEL = Pattern.compile(
            "^(?:[-–—•]\\s{0,3}|>>\\s{0,3})?(" + NAME + ")(?:\\s?\\([^():]{1,30}\\))?\\s?(?::(?=\\s|$)|：)");

    /** Words that often stand before a colon and are nobody's name. */
    private static final Set<String> NOT_NAMES = Set.of(
            "a",
            "again",
            "also",
            "an",
            "and",
            "another",
            "answer",
            "anyway",
            "basically",
            "because",
            "but",
            "chapter",
            "code",
            "conclusion",
            "default",
            "error",
            "example",
            "finally",
            "first",
            "fourth",
            "here",
            "his",
            "however",
            "http",
            "https",
            "i",
            "idea",
            "if",
            "in",
            "is",
            "it",
            "it's",
            "lesson",
            "like",
            "look",
            "message",
            "meaning",
            "my",
            "next",
            "no",
            "note",
            "now",
            "number",
            "ok",
            "okay",
            "one",
            "or",
            "our",
            "part",
            "plus",
            "point",
            "ps",
            "question",
            "re",
            "really",
            "reason",
            "remember",
            "result",
            "right",
            "rule",
            "second",
            "so",
            "spoiler",
            "status",
            "step",
            "still",
            "summary",
            "that",
            "that's",
            "the",
            "their",
            "then",
            "there",
            "these",
            "think",
            "third",
            "this",
            "three",
            "tip",
            "title",
            "today",
            "topic",
            "two",
            "update",
            "warning",
            "we",
            "well",
            "what",
            "why",
            "yes",
            "you",
            "your");

    /** Labels that say a person is speaking, and not who. */
    private static final Set<String> NOBODY =
            Set.of("unknown", "unknown speaker", "unidentified", "unidentified speaker");

    /** Labels that nothing else can be meant by. */
    private static final Pattern ROLE = Pattern.compile(
            "(?:unknown|unidentified)(?: speaker)?|speaker(?: \\d{1,3})?|announcer|narrator|moderator|interviewer|interviewee",
            Pattern.CASE_INSENSITIVE);

    private final Map<String, Tally> tallies = new HashMap<>();
    private int lines;
    private String opening = "";
    private boolean sentenceOver = true;

    /** Looks at one more line; lines come in reading order. */
    void look(String line) {
        if (line.isBlank()) {
            return;
        }
        lines++;
        label(line).ifPresent(labelled -> {
            Tally tally = tallies.computeIfAbsent(labelled.name(), name -> new Tally());
            tally.all++;
            tally.afterSentence += sentenceOver ? 1 : 0;
            opening = lines == 1 ? labelled.name() : opening;
        });
        sentenceOver = endsSentence(line);
    }

    /** The line without its label, if it has one that is a name in this text. */
    Optional<Labelled> split(String line) {
        return label(line)
                .filter(labelled -> isName(labelled.name()))
                .map(labelled -> new Labelled(known(labelled.name()), labelled.words()));
    }

    /** The name, or nothing where it says that nobody knows. */
    static String known(String name) {
        String tidy = Words.tidy(name);
        String bare = tidy.endsWith(":") ? tidy.substring(0, tidy.length() - 1).strip() : tidy;
        return NOBODY.contains(bare.toLowerCase(Locale.ROOT)) || bare.length() > MAX_LABEL ? "" : bare;
    }

    private boolean isName(String name) {
        Tally tally = tallies.get(name);
        if (tally == null) {
            return false;
        }
        if (ROLE.matcher(name).matches()) {
            return true;
        }
        boolean repeated = tally.afterSentence >= 2 || tally.all >= OFTEN;
        boolean plausibleOnce = tally.afterSentence == 1 && (name.indexOf(' ') > 0 || lines <= SHORT_TEXT);
        return repeated || name.equals(opening) || (plausibleOnce && isLabelledText());
    }

    private boolean isLabelledText() {
        return !opening.isEmpty() || tallies.values().stream().anyMatch(tally -> tally.afterSentence >= 2);
    }

    private static Optional<Labelled> label(String line) {
        Matcher matcher = LABEL.matcher(line.length() > 2 * MAX_LABEL ? line.substring(0, 2 * MAX_LABEL) : line);
        if (!matcher.find() || isNoName(matcher.group(1))) {
            return Optional.empty();
        }
        return Optional.of(
                new Labelled(matcher.group(1), line.substring(matcher.end()).strip()));
    }

    private static boolean isNoName(String label) {
        String first = label.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        return NOT_NAMES.contains(first) || label.chars().noneMatch(Character::isLetter);
    }

    private static boolean endsSentence(String line) {
        String stripped = line.stripTrailing();
        return ".?!…\"”’)]-—–。！？".indexOf(stripped.charAt(stripped.length() - 1)) >= 0;
    }
}
