package io.briefcast.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells whether two names are one name in two spellings: in upper or lower case, in one word or two, plural, possessive.
 * Conservative: what could be two things stays two.
 */
public final class Spelling {
    private static final Pattern POSSESSIVE = Pattern.compile("'s$|(?<=s)'$");
    private static final Pattern GAP = Pattern.compile("[\\s_]+");
    private static final Pattern HYPHEN = Pattern.compile("[-‐‑–]");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern INNER_CAPITAL = Pattern.compile("\\b\\p{L}*\\p{Ll}\\p{Lu}\\p{L}*\\b");
    private static final Pattern ACRONYM = Pattern.compile("\\p{Lu}{2,5}");

    /** In capitals, these are other things than in small letters. */
    private static final Set<String> OTHER_IN_CAPITALS =
            Set.of("it", "us", "who", "aids", "arm", "ram", "sap", "cat", "pet", "may", "can", "or", "in", "am", "so");

    /** Without their last letter, these are other things. */
    private static final Set<String> NO_PLURALS = Set.of(
            "news", "means", "arms", "goods", "customs", "windows", "glasses", "odds", "thanks", "times", "always",
            "series", "species", "access", "process");

    /** Shorter words are names as often as plurals. */
    private static final int SHORTEST_PLURAL = 5;

    /** Longer topics are sentences, whose words belong together in no special way. */
    private static final int MOST_WORDS = 6;

    private Spelling() {}

    /** Whether both are the same name. */
    public static boolean same(String one, String other) {
        return one.equals(other) || key(one).equals(key(other));
    }

    /** What all spellings of a name have in common; for comparing only. */
    public static String key(String name) {
        List<String> words = words(name);
        if (name.codePoints().noneMatch(Character::isLetterOrDigit) || words.isEmpty()) {
            return "";
        }
        String last = words.removeLast();
        words.add(singular(last));
        List<String> folded = words.stream().map(Spelling::folded).toList();
        String together = String.join("", folded);
        return folded.size() > 1 && EnglishWords.known().has(together) ? String.join(" ", folded) : together;
    }

    private static List<String> words(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .strip();
        return Arrays.stream(GAP.split(plain))
                .map(word -> POSSESSIVE.matcher(word).replaceFirst(""))
                .map(word -> word.toLowerCase(Locale.ROOT).startsWith("re-")
                        ? word
                        : HYPHEN.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String singular(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (!lower.endsWith("s") || lower.matches(".*[sui]s") || NO_PLURALS.contains(lower)) {
            return word;
        }
        String stem = word.substring(0, word.length() - 1);
        if (ACRONYM.matcher(stem).matches()) {
            return stem;
        }
        if (word.length() < SHORTEST_PLURAL) {
            return word;
        }
        return lower.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : stem;
    }

    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean another = word.equals(word.toUpperCase(Locale.ROOT)) && OTHER_IN_CAPITALS.contains(lower);
        return another ? word : lower;
    }

    /** How a text may be written as well: {@code OpenAI prices} for {@code Open AI prices}, and the other way round. */
    static Set<String> others(String text) {
        Set<String> others = new LinkedHashSet<>();
        String apart = INNER_CAPITAL
                .matcher(text)
                .replaceAll(word ->
                        Matcher.quoteReplacement(CAMEL.matcher(word.group()).replaceAll(" ")));
        others.add(apart);
        List<String> words = List.of(GAP.split(text.strip()));
        for (int i = 0; i + 1 < words.size() && words.size() <= MOST_WORDS; i++) {
            if (belongTogether(words, i)) {
                List<String> joined = new ArrayList<>(words.subList(0, i));
                joined.add(words.get(i) + words.get(i + 1));
                joined.addAll(words.subList(i + 2, words.size()));
                others.add(String.join(" ", joined));
            }
        }
        others.remove(text);
        return others;
    }

    private static boolean belongTogether(List<String> words, int first) {
        String one = words.get(first);
        String other = words.get(first + 1);
        boolean names = Character.isUpperCase(one.charAt(0)) && Character.isUpperCase(other.charAt(0));
        boolean two =
                words.size() == 2 && !INNER_CAPITAL.matcher(one + " " + other).find();
        return (names || two) && !EnglishWords.known().has((one + other).toLowerCase(Locale.ROOT));
    }
}
