package io.briefcast.app.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Baselines on words alone: tf-idf cosine, and BM25 (Robertson and Zaragoza 2009) with k1 = 1.2 and b = .75. */
final class WordVectors {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int GRAM = 4;
    /** Endings that go when so many letters stay before them; the longer first. */
    private static final Map<String, Integer> ENDINGS = endings(
            "ational ization fulness ations ation ments ment ness ities ity ings ing edly ies ied ers er es ed ly s e");

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final List<Map<String, Integer>> texts;
    private final Map<String, List<Integer>> textsWith = new HashMap<>();
    private final List<Map<String, Double>> vectors;
    private final double meanLength;
    private final boolean dampened;

    WordVectors(List<String> all) {
        this(all.stream().map(text -> counts(words(text))).toList(), false);
    }

    private WordVectors(List<Map<String, Integer>> texts, boolean dampened) {
        this.texts = texts;
        this.dampened = dampened;
        for (int i = 0; i < texts.size(); i++) {
            for (String word : texts.get(i).keySet()) {
                textsWith.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
            }
        }
        this.vectors = texts.stream().map(this::weighted).toList();
        this.meanLength = texts.stream().mapToInt(WordVectors::length).average().orElse(1);
    }

    /** Of stems and of runs of four letters, so that "rent" is like "renting"; the logarithm of a count counts. */
    static WordVectors ofStemsAndLetters(List<String> all) {
        return new WordVectors(
                all.stream().map(text -> counts(stemsAndLetters(text))).toList(), true);
    }

    private static List<String> stemsAndLetters(String text) {
        List<String> words = words(text);
        List<String> all = new ArrayList<>(words.stream().map(WordVectors::stem).toList());
        String letters = " %s ".formatted(String.join(" ", words));
        for (int i = 0; i + GRAM <= letters.length(); i++) {
            all.add("#" + letters.substring(i, i + GRAM));
        }
        return all;
    }

    private static String stem(String word) {
        for (Map.Entry<String, Integer> ending : ENDINGS.entrySet()) {
            int rest = word.length() - ending.getKey().length();
            if (rest >= ending.getValue() && word.endsWith(ending.getKey())) {
                return word.substring(0, rest);
            }
        }
        return word;
    }

    private static Map<String, Integer> endings(String list) {
        Map<String, Integer> endings = new LinkedHashMap<>();
        for (String ending : list.split(" ", -1)) {
            endings.put(ending, ending.equals("ies") || ending.equals("ied") ? 2 : 3);
        }
        return endings;
    }

    /** Cosine of two of the texts. */
    double cosine(int one, int other) {
        return product(vectors.get(one), vectors.get(other));
    }

    /** Sum of the rarities of a text's different words. */
    double information(int text) {
        return texts.get(text).keySet().stream().mapToDouble(this::rarity).sum();
    }

    /** BM25 of every text for a question. */
    double[] bm25(String question) {
        double[] scores = new double[texts.size()];
        for (String word : new HashSet<>(words(question))) {
            List<Integer> with = textsWith.getOrDefault(word, List.of());
            double rarity = Math.log(1 + (texts.size() - with.size() + 0.5) / (with.size() + 0.5));
            for (int text : with) {
                double count = texts.get(text).getOrDefault(word, 0);
                double norm = K1 * (1 - B + B * length(texts.get(text)) / meanLength);
                scores[text] += rarity * count * (K1 + 1) / (count + norm);
            }
        }
        return scores;
    }

    private Map<String, Double> weighted(Map<String, Integer> counts) {
        Map<String, Double> weights = new HashMap<>();
        counts.forEach((word, count) -> weights.put(word, weight(count) * rarity(word)));
        double length = Math.sqrt(product(weights, weights));
        weights.replaceAll((word, weight) -> weight / length);
        return weights;
    }

    private double weight(int count) {
        return dampened ? 1 + Math.log(count) : count;
    }

    private double rarity(String word) {
        int with = textsWith.getOrDefault(word, List.of()).size();
        return 1 + Math.log((1.0 + texts.size()) / (1.0 + with));
    }

    private static double product(Map<String, Double> one, Map<String, Double> other) {
        if (one.size() > other.size()) {
            return product(other, one);
        }
        double sum = 0;
        for (Map.Entry<String, Double> word : one.entrySet()) {
            sum += word.getValue() * other.getOrDefault(word.getKey(), 0.0);
        }
        return sum;
    }

    private static int length(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static Map<String, Integer> counts(List<String> words) {
        Map<String, Integer> counts = new HashMap<>();
        words.forEach(word -> counts.merge(word, 1, Integer::sum));
        return counts;
    }

    static List<String> words(String text) {
        Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
        List<String> words = new ArrayList<>();
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }
}
