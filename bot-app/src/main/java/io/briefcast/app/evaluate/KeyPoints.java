package io.briefcast.app.evaluate;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.util.ArrayList;
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
 */
final class KeyPoints implements Task {
    private static final double FUSED_WORDS = 0.5;
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
        systems.put("ours", (a, p) -> texts.meaning(a, p) + FUSED_WORDS * texts.words(a, p));
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
        Map<String, List<Integer>> pointsOf = new HashMap<>();
        for (int p = 0; p < points.size(); p++) {
            pointsOf.computeIfAbsent(side(points.get(p)), s -> new ArrayList<>())
                    .add(p);
        }
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
        private final List<Embedding> meanings;

        Texts(List<Map<String, String>> arguments, List<Map<String, String>> points, Embedder embedder) {
            List<String> all = Stream.concat(
                            arguments.stream().map(row -> row.get("argument")),
                            points.stream().map(row -> row.get("key_point")))
                    .toList();
            this.arguments = arguments.size();
            this.words = new WordVectors(all);
            this.meanings = embedder.embed(all);
        }

        double words(int argument, int point) {
            return words.cosine(argument, arguments + point);
        }

        double meaning(int argument, int point) {
            return meanings.get(argument).cosine(meanings.get(arguments + point));
        }
    }
}
