package io.briefcast.insight.extract;

import io.briefcast.language.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the stretches of an episode are about: words and names, each thing once. "Open AI" and "OpenAI", "Nvidia" and
 * "NVIDIA's", "chip" and "chips" are one thing, and so are letters and what they are short for ({@link Acronyms}).
 */
final class Terms {
    private static final int MOST = 5;
    private static final int LONGEST = 5;
    /** What is named once may be two names side by side. */
    private static final int FEWEST = 2;

    /** Words with capitals, with nothing but a space or hyphen between, and not at the start. */
    private static final Pattern NAME = Pattern.compile(
            "(?<=[\\p{L}\\p{N},;:]\\s)\\p{Lu}[\\p{L}\\p{N}]*(?:[ -]\\p{Lu}[\\p{L}\\p{N}]*){1,3}(?![\\p{L}\\p{N}])");

    /** Shorter than words that carry meaning, and yet names: AI, EU. */
    private static final Pattern TWO_LETTERS = Pattern.compile("\\p{Lu}{2}");

    /** Of each sentence what it speaks of, by key. */
    private final List<List<String>> said = new ArrayList<>();

    private final Map<String, Map<String, Integer>> spellings = new HashMap<>();
    private final Map<String, Integer> sentencesWith = new HashMap<>();
    private final Map<String, String> phrases;
    private final Set<String> ordinary;

    /**
     * The terms of an episode.
     *
     * @param texts its sentences
     * @param sentences the same, cut into words
     * @param notes what the publisher wrote about it
     */
    Terms(List<String> texts, List<Tokens> sentences, String notes) {
        this.ordinary = PublisherNames.ordinary(sentences);
        this.phrases = names(texts);
        List<Tokens> all =
                Stream.concat(sentences.stream(), notes.lines().map(Tokens::of)).toList();
        Acronyms.in(all).forEach(phrases::put);
        for (Tokens tokens : sentences) {
            List<String> keys = read(tokens);
            said.add(keys);
            new HashSet<>(keys).forEach(key -> sentencesWith.merge(key, 1, Integer::sum));
        }
    }

    private static Map<String, String> names(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Matcher name = NAME.matcher(text);
            while (name.find()) {
                counts.merge(Spelling.key(name.group()), 1, Integer::sum);
            }
        }
        Map<String, String> names = new HashMap<>();
        counts.forEach((key, count) -> {
            if (count >= FEWEST) {
                names.put(key, key);
            }
        });
        return names;
    }

    private List<String> read(Tokens tokens) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int length = phrase(tokens, i);
            if (length > 0) {
                String written = String.join(" ", tokens.written().subList(i, i + length));
                keys.add(noted(phrases.getOrDefault(Spelling.key(written), ""), written));
            } else if (isTerm(tokens, i)) {
                keys.add(noted(Spelling.key(tokens.written().get(i)), written(tokens, i)));
            }
            i += Math.max(1, length);
        }
        return keys;
    }

    private static boolean isTerm(Tokens tokens, int index) {
        boolean letters =
                TWO_LETTERS.matcher(tokens.written().get(index)).matches() && !Lexicon.STOP.contains(tokens.get(index));
        return letters || (tokens.isContent(index) && !tokens.isNumber(index));
    }

    /** How many words of a known name or long form begin here; 0 when none does. */
    private int phrase(Tokens tokens, int from) {
        for (int length = Math.min(LONGEST, tokens.size() - from); length > 1; length--) {
            if (phrases.containsKey(Acronyms.key(tokens, from, length))) {
                return length;
            }
        }
        return 0;
    }

    private String written(Tokens tokens, int index) {
        boolean name = tokens.isName(index) && !ordinary.contains(tokens.get(index));
        return name ? tokens.written().get(index) : tokens.get(index);
    }

    private String noted(String key, String written) {
        spellings.computeIfAbsent(key, first -> new TreeMap<>()).merge(written, 1, Integer::sum);
        return key;
    }

    /** What a stretch speaks of more than the rest of the episode does, strongest first. */
    List<String> of(int[] segments, int segment) {
        Map<String, Integer> inside = new TreeMap<>();
        for (int i = 0; i < segments.length; i++) {
            if (segments[i] == segment) {
                said.get(i).forEach(key -> inside.merge(key, 1, Integer::sum));
            }
        }
        return inside.entrySet().stream()
                .filter(term -> term.getValue() > 1)
                .sorted(Comparator.comparingDouble(
                                (Map.Entry<String, Integer> term) -> -term.getValue() * rarity(term.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(term -> shown(term.getKey()))
                .toList();
    }

    /** In [0, 1]: 1 for what a single sentence has, 0 for what every sentence has. */
    private double rarity(String key) {
        int all = Math.max(2, said.size());
        return Math.log((double) all / sentencesWith.getOrDefault(key, 1)) / Math.log(all);
    }

    /** As the episode writes it most often. */
    private String shown(String key) {
        return Collections.max(spellings.getOrDefault(key, Map.of(key, 1)).entrySet(), Map.Entry.comparingByValue())
                .getKey()
                .replaceFirst("['’]s$", "");
    }
}
