package io.briefcast.app.evaluate;

import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.language.Sentence;
import io.briefcast.language.Sentences;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How many of the bullets that a show's makers wrote are covered by what was taken out of the episode. A bullet counts as
 * covered when the nearest of the episode's texts is nearer to it than the nearest text of 95 of 100 other episodes.
 * The baselines take as many sentences as we take insights.
 */
final class NoteCoverage implements Task {
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*[-*]\\s+(.+)$");
    private static final Pattern MARKUP = Pattern.compile("\\[([^\\]]*)\\]\\([^)]*\\)|[*_`]|https?://\\S+");
    private static final int FEWEST_CHARACTERS = 30;
    private static final double NEARER_THAN = 0.95;

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
        Map<String, Function<Noted, List<String>>> systems = new LinkedHashMap<>();
        systems.put("ours", Noted::insights);
        systems.put(
                "longest sentences",
                noted -> longest(noted.sentences(), noted.insights().size()));
        systems.put(
                "lead",
                noted -> noted.sentences().stream()
                        .limit(noted.insights().size())
                        .toList());
        int bullets =
                episodes.stream().mapToInt(noted -> noted.bullets().size()).sum();
        int insights =
                episodes.stream().mapToInt(noted -> noted.insights().size()).sum();
        String sample = "%d episodes, %d bullets, %d insights".formatted(episodes.size(), bullets, insights);
        return systems.entrySet().stream()
                .map(system -> new Figure(
                        "note coverage (%s)".formatted(folder()),
                        sample,
                        system.getKey(),
                        Map.of("covered", covered(episodes, system.getValue()))))
                .toList();
    }

    private static List<String> longest(List<String> sentences, int count) {
        return sentences.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(count)
                .toList();
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
        List<String> insights = extractor.extract(Unpublished.episode(notes.toString(), transcript)).insights().stream()
                .map(NoteCoverage::text)
                .toList();
        List<String> sentences =
                Sentences.of(transcript).stream().map(Sentence::clean).toList();
        return new Noted(bullets(Labels.read(notes)), insights, sentences);
    }

    private static String text(Insight insight) {
        return insight.headline() + ". " + insight.explanation();
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

    private record Noted(List<String> bullets, List<String> insights, List<String> sentences) {}
}
