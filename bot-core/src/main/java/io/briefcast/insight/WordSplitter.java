package io.briefcast.insight;

import io.briefcast.insight.Word.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits texts that follow each other into words as they are compared. */
final class WordSplitter {
    /** Sounds in brackets (matched and left out), initials, numbers, words with an apostrophe, percent signs. */
    private static final Pattern WORD = Pattern.compile(
            "\\[[^\\]]{0,40}\\]|(?:\\p{Lu}\\.){2,}|\\p{Nd}++(?:[.,]\\p{Nd}++)*+\\p{L}*+|\\p{L}[\\p{L}\\p{M}\\p{Nd}]*+(?:['’]\\p{L}++)?+|%");

    private static final Pattern SENTENCE_END = Pattern.compile("[\"'’”)\\]]*[.?!…]++[\"'’”)\\]]*(?:\\s|$)");
    private static final Map<String, String> BEFORE_NOT = Map.of("ca", "can", "wo", "will", "sha", "shall", "ai", "is");
    private static final Map<String, String> AFTER_APOSTROPHE =
            Map.of("re", "are", "ve", "have", "ll", "will", "m", "am");
    private static final Set<String> FILLERS = Set.of(
            "um",
            "umm",
            "uh",
            "uhm",
            "er",
            "erm",
            "ah",
            "oh",
            "hm",
            "hmm",
            "mm",
            "mhm",
            "like",
            "right",
            "yeah",
            "yes",
            "okay",
            "ok",
            "so",
            "well",
            "and",
            "actually",
            "basically");
    private static final Set<String> FILLER_PAIRS = Set.of("you know", "i mean", "i think", "sort of", "kind of");
    private static final int LONGEST_REPEAT = 4;

    private final List<Word> words = new ArrayList<>();
    private boolean opens = true;

    /** The words of one text. */
    static List<Word> words(String text) {
        WordSplitter splitter = new WordSplitter();
        splitter.add(text, 0);
        return splitter.words();
    }

    /** What follows begins a sentence. */
    void open() {
        opens = true;
    }

    void add(String text, int cue) {
        Matcher word = WORD.matcher(text);
        Matcher end = SENTENCE_END.matcher(text);
        while (word.find()) {
            if (text.charAt(word.start()) != '[') {
                add(word, cue);
                opens = end.region(word.end(), text.length()).lookingAt();
            }
        }
    }

    private void add(Matcher word, int cue) {
        Place from = new Place(cue, word.start());
        Place to = new Place(cue, word.end());
        boolean capital = Character.isUpperCase(word.group().charAt(0));
        for (String form : forms(word.group().toLowerCase(Locale.ROOT).replace('’', '\''))) {
            words.add(new Word(form, capital && !form.equals("i"), opens, FILLERS.contains(form), false, from, to));
            capital = false;
        }
    }

    /** {@code can't} is {@code can} and {@code not}, so that the negation counts however it is written. */
    private static List<String> forms(String word) {
        if (word.equals("%")) {
            return List.of("percent");
        }
        if (word.equals("cannot")) {
            return List.of("can", "not");
        }
        if (word.endsWith("n't")) {
            String verb = word.substring(0, word.length() - 3);
            return List.of(BEFORE_NOT.getOrDefault(verb, verb), "not");
        }
        int apostrophe = word.indexOf('\'');
        if (apostrophe > 0) {
            String rest = word.substring(apostrophe + 1);
            return List.of(word.substring(0, apostrophe), AFTER_APOSTROPHE.getOrDefault(rest, rest));
        }
        return List.of(Character.isDigit(word.charAt(0)) ? word : word.replace(".", ""));
    }

    /** All words so far, numbers as one and fillers marked. */
    List<Word> words() {
        return markRepeats(markPairs(Numbers.merge(words)));
    }

    private static List<Word> markPairs(List<Word> words) {
        for (int i = 1; i < words.size(); i++) {
            if (FILLER_PAIRS.contains(
                    words.get(i - 1).form() + " " + words.get(i).form())) {
                words.set(i - 1, words.get(i - 1).asCheap());
                words.set(i, words.get(i).asCheap());
            }
        }
        return words;
    }

    /** "we can we can do" says "we can" once: the first of two equal runs is cheap. */
    private static List<Word> markRepeats(List<Word> words) {
        for (int length = 1; length <= LONGEST_REPEAT; length++) {
            for (int i = 0; i + 2 * length <= words.size(); i++) {
                if (same(words, i, i + length, length)) {
                    for (int j = i; j < i + length; j++) {
                        words.set(j, words.get(j).asCheap());
                    }
                }
            }
        }
        return words;
    }

    private static boolean same(List<Word> words, int one, int other, int length) {
        for (int j = 0; j < length; j++) {
            if (!words.get(one + j).form().equals(words.get(other + j).form())) {
                return false;
            }
        }
        return true;
    }
}
