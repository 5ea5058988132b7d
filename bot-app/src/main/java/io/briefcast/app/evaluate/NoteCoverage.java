package io.briefcast.app.evaluate;

import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.InsightExtractor.Extraction;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import io.briefcast.language.Sentences;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many of the bullets that a show's makers wrote are covered by what was taken out of the episode. A bullet counts as
 * covered when the nearest of the episode's texts is nearer to it than the nearest text of 95 of 100 other episodes.
 * Whoever takes more sentences covers more, so that all take equally many: as many as we publish, which are few and of some
 * episodes none, and five of every episode, for which ours are filled up with the best of what we withhold.
 * An insight is read with its explanation; its headline, which is one sentence as the others' are, stands beside it.
 */
final class NoteCoverage implements Task {
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*[-*]\\s+(.+)$");
    private static final Pattern MARKUP = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)|[*_`]|https?://\\S+");
    private static final int FEWEST_CHARACTERS = 30;
    private static final double NEARER_THAN = 0.95;
    private static final int EACH = 5;
    private static final int DRAWS = 10;
    /** Sentences of an episode, the most wanted first. */
    private static final Map<String, Function<Noted, List<String>>> RANKINGS = rankings();

    private final Embedder embedder;
    private final TranscriptReader reader;
    private final InsightExtractor extractor;

    NoteCoverage(Embedder embedder, TranscriptReader reader, InsightExtractor extractor) {
        this.embedder = embedder;
        this.reader = reader;
        this.extractor = extractor;
    }

    @Override
    public String folder() {
        return "python-bytes-notes";
    }

    @Override
    public List<Figure> measure(Labels labels) {
        List<Noted> episodes = episodes(labels);
        if (episodes.size() < 2) {
            return List.of();
        }
        List<Figure> figures = new ArrayList<>();
        int bullets =
                episodes.stream().mapToInt(noted -> noted.bullets().size()).sum();
        int published = episodes.stream().mapToInt(Noted::published).sum();
        String sample = "%d episodes, %d bullets, ".formatted(episodes.size(), bullets);
        figures.addAll(figures(sample + "%d insights".formatted(published), episodes, Noted::published));
        figures.addAll(figures(sample + "%d sentences each".formatted(EACH), episodes, noted -> EACH));
        return figures;
    }

    private List<Figure> figures(String sample, List<Noted> episodes, ToIntFunction<Noted> count) {
        Map<String, Double> covered = new LinkedHashMap<>();
        RANKINGS.forEach((system, ranking) -> covered.put(
                system,
                covered(
                        episodes,
                        noted -> ranking.apply(noted).stream()
                                .limit(count.applyAsInt(noted))
                                .toList())));
        covered.put(
                "random, mean of %d draws".formatted(DRAWS),
                IntStream.range(0, DRAWS)
                        .mapToDouble(draw ->
                                covered(episodes, noted -> random(noted.sentences(), count.applyAsInt(noted), draw)))
                        .average()
                        .orElse(0));
        return covered.entrySet().stream()
                .map(system -> new Figure(
                        "note coverage (%s)".formatted(folder()),
                        sample,
                        system.getKey(),
                        Map.of("covered", system.getValue())))
                .toList();
    }

    private static Map<String, Function<Noted, List<String>>> rankings() {
        Map<String, Function<Noted, List<String>>> rankings = new LinkedHashMap<>();
        rankings.put("ours", Noted::insights);
        rankings.put("ours, headlines alone", Noted::headlines);
        rankings.put("longest sentences", noted -> longest(noted.sentences()));
        rankings.put("LexRank", Noted::central);
        rankings.put("lead", Noted::sentences);
        return rankings;
    }

    private static List<String> longest(List<String> sentences) {
        return sentences.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static List<String> central(List<String> sentences) {
        double[] rank = LexRank.of(sentences);
        return IntStream.range(0, rank.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> rank[i]).reversed())
                .map(sentences::get)
                .toList();
    }

    private static List<String> random(List<String> sentences, int count, int draw) {
        List<String> shuffled = new ArrayList<>(sentences);
        Collections.shuffle(shuffled, new Random(draw));
        return shuffled.stream().limit(count).toList();
    }

    private double covered(List<Noted> episodes, Function<Noted, List<String>> system) {
        List<List<Embedding>> taken =
                episodes.stream().map(system).map(embedder::embed).toList();
        int covered = 0;
        int all = 0;
        for (int i = 0; i < episodes.size(); i++) {
            for (Embedding bullet : embedder.embed(episodes.get(i).bullets())) {
                covered += isCovered(bullet, i, taken) ? 1 : 0;
                all++;
            }
        }
        return all == 0 ? 0 : (double) covered / all;
    }

    private static boolean isCovered(Embedding bullet, int own, List<List<Embedding>> taken) {
        double near = nearest(bullet, taken.get(own));
        long farther = IntStream.range(0, taken.size())
                .filter(other -> other != own && nearest(bullet, taken.get(other)) < near)
                .count();
        return !taken.get(own).isEmpty() && farther >= NEARER_THAN * (taken.size() - 1);
    }

    private static double nearest(Embedding bullet, List<Embedding> texts) {
        return texts.stream().mapToDouble(bullet::cosine).max().orElse(-1);
    }

    private List<Noted> episodes(Labels labels) {
        Map<Integer, Path> transcripts = new HashMap<>();
        for (Path file : labels.transcripts("python-bytes")) {
            Transcripts.number(file).ifPresent(number -> transcripts.put(number, file));
        }
        List<Noted> episodes = new ArrayList<>();
        for (Path notes : labels.files(folder(), "")) {
            Transcripts.number(notes)
                    .flatMap(number -> Optional.ofNullable(transcripts.get(number)))
                    .flatMap(file -> Transcripts.read(reader, file))
                    .ifPresent(transcript -> episodes.add(noted(notes, transcript)));
        }
        return episodes;
    }

    private Noted noted(Path notes, Transcript transcript) {
        Extraction extraction = extractor.extract(Unpublished.episode(notes.toString(), transcript));
        List<Insight> found = Stream.concat(extraction.insights().stream(), extraction.withheld().stream())
                .toList();
        List<String> sentences =
                Sentences.of(transcript).stream().map(Sentence::clean).toList();
        return new Noted(
                bullets(Labels.read(notes)),
                extraction.insights().size(),
                found.stream().map(NoteCoverage::shown).toList(),
                found.stream().map(Insight::headline).toList(),
                sentences,
                central(sentences));
    }

    /** What people read of it. */
    private static String shown(Insight insight) {
        return (insight.headline() + ". " + insight.explanation()).strip();
    }

    private static List<String> bullets(String notes) {
        List<String> bullets = new ArrayList<>();
        Matcher bullet = BULLET.matcher(notes);
        while (bullet.find()) {
            String text = MARKUP.matcher(bullet.group(1)).replaceAll("$1").strip();
            if (text.length() >= FEWEST_CHARACTERS) {
                bullets.add(text);
            }
        }
        return bullets;
    }

    /**
     * An episode with its notes.
     *
     * @param published how many insights it gave
     * @param insights headline and explanation of those, best first, and then of the best that were withheld
     * @param headlines the same without the explanations
     * @param central all sentences, the most central first: a minute's work for all episodes
     */
    private record Noted(
            List<String> bullets,
            int published,
            List<String> insights,
            List<String> headlines,
            List<String> sentences,
            List<String> central) {}
}
