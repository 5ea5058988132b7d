package io.briefcast.insight.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a text as written and in lower case.
 *
 * @param written as they stand
 * @param lower the same in lower case, apostrophes straightened
 */
record Tokens(List<String> written, List<String> lower) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}$€£%](?:[\\p{L}\\p{N}'’.,%-]*[\\p{L}\\p{N}%])?");

    static Tokens of(String text) {
        List<String> written = new ArrayList<>();
        List<String> lower = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            written.add(word.group());
            lower.add(word.group().toLowerCase(Locale.ROOT).replace('’', '\''));
        }
        return new Tokens(written, lower);
    }

    int size() {
        return lower.size();
    }

    String get(int index) {
        return lower.get(index);
    }

    /** Whether the word starts with a capital although it does not open the sentence. */
    boolean isName(int index) {
        return index > 0
                && Character.isUpperCase(written.get(index).charAt(0))
                && !Lexicon.FIRST_PERSON.contains(lower.get(index));
    }

    boolean isNumber(int index) {
        return lower.get(index).chars().anyMatch(Character::isDigit);
    }

    /** A word that carries meaning. */
    boolean isContent(int index) {
        String word = lower.get(index);
        return word.length() > 2 && !Lexicon.STOP.contains(word) && !Lexicon.PRONOUNS.contains(word);
    }
}
