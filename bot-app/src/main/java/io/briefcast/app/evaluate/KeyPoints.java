package io.briefcast.app.evaluate;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Key point analysis, track 1 of the shared task of 2021 (arXiv 2110.10577): each argument is matched with the key point
 * of its topic and stance that is most like it; the better half of the matches of each topic and stance is judged by
 * average precision. Pairs that the judges could not agree on count as wrong (strict) or as right (relaxed).
 *
 * <p>Ours adds the cosine of the argument and the key point as a query to half the cosine of their stems and letters,
 * and takes the share of each key point among those of its side: an argument that is near to all of them is near to
 * none. Weights and sharpness were chosen on {@code train} alone.
 */
final class KeyPoints implements Task {
    private static final double FUSED_WORDS = 0.5;
    /** Likeness by which one key point has to lead for e times the share. */
    private static final double SHARPNESS = 0.1;

    private final Embedder embedder;

    KeyPoints(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String folder() {
        return "argkp-kpa2021";
    }

    @Override
    public List<Figure> measure(Labels labels) {
        return Stream.of("dev", "train")
                .filter(part -> labels.has(folder(), "labels_%s.csv".formatted(part)))
                .flatMap(part -> measure(labels, part).stream())
                .toList();
    }

    private List<Figure> measure(Labels labels, String part) {
        List<Map<String, String>> arguments = Csv.rows(labels.text(folder(), "arguments_%s.csv".formatted(part)));
        List<Map<String, String>> points = Csv.rows(labels.text(folder(), "key_points_%s.csv".formatted(part)));
        Map<String, Boolean> judged = Csv.rows(labels.text(folder(), "labels_%s.csv".formatted(part))).stream()
                .collect(Collectors.toMap(
                        row -> row.get("arg_id") + row.get("key_point_id"),
                        row -> row.getOrDefault("label", "0").startsWith("1"),
                        (one, other) -> one));
        Texts texts = new Texts(arguments, points, embedder);
        Map<String, ToDoubleBiFunction<Integer, Integer>> systems = new LinkedHashMap<>();
        systems.put("ours", shares(arguments, points, texts::fused));
        systems.put("tf-idf", texts::words);
        systems.put("dense alone", texts::meaning);
        String sample = "%s, %d arguments, %d key points".formatted(part, arguments.size(), points.size());
        return systems.entrySet().stream()
                .map(system -> figure(sample, system.getKey(), matches(arguments, points, system.getValue()), judged))
                .toList();
    }

    private Figure figure(String sample, String system, Map<String, List<Match>> matches, Map<String, Boolean> judged) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("strict mAP", mean(matches, judged, false));
        values.put("relaxed mAP", mean(matches, judged, true));
        return new Figure("key points (%s)".formatted(folder()), sample, system, values);
    }

    /** The best key point of each argument, by topic and stance. */
    private static Map<String, List<Match>> matches(
            List<Map<String, String>> arguments,
            List<Map<String, String>> points,
            ToDoubleBiFunction<Integer, Integer> likeness) {
        Map<String, List<Integer>> pointsOf = pointsBySide(points);
        Map<String, List<Match>> matches = new HashMap<>();
        for (int a = 0; a < arguments.size(); a++) {
            int argument = a;
            String side = side(arguments.get(a));
            pointsOf.getOrDefault(side, List.of()).stream()
                    .max(Comparator.comparingDouble(p -> likeness.applyAsDouble(argument, p)))
                    .map(p -> new Match(
                            arguments.get(argument).get("arg_id")
                                    + points.get(p).get("key_point_id"),
                            likeness.applyAsDouble(argument, p)))
                    .ifPresent(match -> matches.computeIfAbsent(side, s -> new ArrayList<>())
                            .add(match));
        }
        return matches;
    }

    /** Among the key points of a side, the share of each in what the argument is like; they add up to 1. */
    private static ToDoubleBiFunction<Integer, Integer> shares(
            List<Map<String, String>> arguments,
            List<Map<String, String>> points,
            ToDoubleBiFunction<Integer, Integer> likeness) {
        Map<String, List<Integer>> pointsOf = pointsBySide(points);
        double[][] shares = new double[arguments.size()][points.size()];
        for (int a = 0; a < shares.length; a++) {
            int argument = a;
            List<Integer> side = pointsOf.getOrDefault(side(arguments.get(a)), List.of());
            side.forEach(p -> shares[argument][p] = Math.exp(likeness.applyAsDouble(argument, p) / SHARPNESS));
            double sum = Arrays.stream(shares[a]).sum();
            side.forEach(p -> shares[argument][p] /= sum);
        }
        return (a, p) -> shares[a][p];
    }

    private static Map<String, List<Integer>> pointsBySide(List<Map<String, String>> points) {
        Map<String, List<Integer>> pointsOf = new HashMap<>();
        for (int p = 0; p < points.size(); p++) {
            pointsOf.computeIfAbsent(side(points.get(p)), s -> new ArrayList<>())
                    .add(p);
        }
        return pointsOf;
    }

    private static String side(Map<String, String> row) {
        return row.get("topic") + row.get("stance");
    }

    private static double mean(Map<String, List<Match>> matches, Map<String, Boolean> judged, boolean relaxed) {
        return matches.values().stream()
                .mapToDouble(side -> averagePrecision(side, judged, relaxed))
                .average()
                .orElse(0);
    }

    private static double averagePrecision(List<Match> side, Map<String, Boolean> judged, boolean relaxed) {
        List<Boolean> better = side.stream()
                .sorted(Comparator.comparingDouble(Match::likeness).reversed())
                .limit(side.size() / 2)
                .map(match -> judged.getOrDefault(match.pair(), relaxed))
                .toList();
        return Measures.averagePrecision(
                better, (int) better.stream().filter(right -> right).count());
    }

    private record Match(String pair, double likeness) {}

    /** Arguments and key points, by words and by meaning. */
    private static final class Texts {
        private final int arguments;
        private final WordVectors words;
        private final WordVectors stems;
        private final List<Embedding> asked;
        private final List<Embedding> meanings;

        Texts(List<Map<String, String>> arguments, List<Map<String, String>> points, Embedder embedder) {
            List<String> all = Stream.concat(
                            arguments.stream().map(row -> row.get("argument")),
                            points.stream().map(row -> row.get("key_point")))
                    .toList();
            this.arguments = arguments.size();
            this.words = new WordVectors(all);
            this.stems = WordVectors.ofStemsAndLetters(all);
            this.asked = points.stream()
                    .map(row -> embedder.query(row.getOrDefault("key_point", "")))
                    .toList();
            this.meanings = embedder.embed(all);
        }

        double words(int argument, int point) {
            return words.cosine(argument, arguments + point);
        }

        double fused(int argument, int point) {
            return meanings.get(argument).cosine(asked.get(point))
                    + FUSED_WORDS * stems.cosine(argument, arguments + point);
        }

        double meaning(int argument, int point) {
            return meanings.get(argument).cosine(meanings.get(arguments + point));
        }
    }
}
