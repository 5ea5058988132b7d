package io.briefcast.app.evaluate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Baselines on words alone: tf-idf cosine, and BM25 (Robertson and Zaragoza 2009) with k1 = 1.2 and b = .75. */
final class WordVectors {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final List<Map<String, Integer>> texts;
    private final Map<String, List<Integer>> textsWith = new HashMap<>();
    private final List<Map<String, Double>> vectors;
    private final double meanLength;

    WordVectors(List<String> all) {
        this.texts = all.stream().map(WordVectors::counts).toList();
        for (int i = 0; i < texts.size(); i++) {
            for (String word : texts.get(i).keySet()) {
                textsWith.computeIfAbsent(word, w -> new ArrayList<>()).add(i);
            }
        }
        this.vectors = texts.stream().map(this::weighted).toList();
        this.meanLength = texts.stream().mapToInt(WordVectors::length).average().orElse(1);
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
        counts.forEach((word, count) -> weights.put(word, count * rarity(word)));
        double length = Math.sqrt(product(weights, weights));
        weights.replaceAll((word, weight) -> weight / length);
        return weights;
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

    private static Map<String, Integer> counts(String text) {
        Map<String, Integer> counts = new HashMap<>();
        words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
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
