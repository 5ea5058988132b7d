package io.briefcast.insight.extract;

import io.briefcast.language.Spelling;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which words an episode shortens to which letters: "large language model" to LLM. Only where both stand in it, and
 * either the long form stands beside the letters or nothing else in the episode has these initials; of two letters
 * only the former, for two initials are too common.
 */
final class Acronyms {
    private static final Pattern LETTERS = Pattern.compile("(\\p{Lu}{2,5})s?");
    private static final int ALONE = 3;
    /** "Large language models, or LLMs": so many words lie between at most. */
    private static final int NEAR = 1;

    private final Map<String, Set<String>> longForms = new HashMap<>();
    private final Map<String, Set<String>> beside = new HashMap<>();

    private Acronyms(List<Tokens> sentences) {
        sentences.forEach(this::learn);
        sentences.forEach(this::match);
    }

    /** The letters of long forms, both as keys of their spelling. */
    static Map<String, String> in(List<Tokens> sentences) {
        return new Acronyms(sentences).certain();
    }

    private void learn(Tokens tokens) {
        for (String written : tokens.written()) {
            var letters = LETTERS.matcher(written);
            if (letters.matches()) {
                longForms.putIfAbsent(letters.group(1), new HashSet<>());
            }
        }
    }

    private void match(Tokens tokens) {
        longForms.forEach((letters, forms) -> {
            for (int from = 0; from + letters.length() <= tokens.size(); from++) {
                if (spells(tokens, from, letters)) {
                    String form = key(tokens, from, letters.length());
                    forms.add(form);
                    if (isBeside(tokens, from, letters)) {
                        beside.computeIfAbsent(letters, none -> new HashSet<>()).add(form);
                    }
                }
            }
        });
    }

    private static boolean spells(Tokens tokens, int from, String letters) {
        for (int i = 0; i < letters.length(); i++) {
            boolean fits = Character.toUpperCase(tokens.get(from + i).charAt(0)) == letters.charAt(i)
                    && tokens.isContent(from + i)
                    && !tokens.isNumber(from + i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    static String key(Tokens tokens, int from, int length) {
        return Spelling.key(String.join(" ", tokens.written().subList(from, from + length)));
    }

    private static boolean isBeside(Tokens tokens, int from, String letters) {
        int to = from + letters.length();
        for (int i = Math.max(0, from - 1 - NEAR); i < Math.min(tokens.size(), to + 1 + NEAR); i++) {
            var found = LETTERS.matcher(tokens.written().get(i));
            if ((i < from || i >= to) && found.matches() && found.group(1).equals(letters)) {
                return true;
            }
        }
        return false;
    }

    private Map<String, String> certain() {
        Map<String, String> certain = new HashMap<>();
        longForms.forEach((letters, forms) -> {
            Set<String> near = beside.getOrDefault(letters, Set.of());
            if (near.size() == 1) {
                certain.put(near.iterator().next(), Spelling.key(letters));
            } else if (near.isEmpty() && forms.size() == 1 && letters.length() >= ALONE) {
                certain.put(forms.iterator().next(), Spelling.key(letters));
            }
        });
        return certain;
    }
}
