package io.briefcast.app.evaluate;

import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.search.Passage;
import io.briefcast.search.PassageCutter;
import io.briefcast.search.PassageIndex;
import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Topic lines that the makers of a show wrote with their times: asked over all episodes, does a stretch that they meant
 * come first, or among the first ten? A stretch hits when its middle lies within the topic's times.
 */
final class TopicLines implements Task {
    private static final int WINDOW_SECONDS = 60;
    private static final int DEPTH = 10;
    /** As everywhere where two rankings become one. */
    private static final int RANK_CONSTANT = 60;

    private final Embedder embedder;
    private final TranscriptReader reader;

    TopicLines(Embedder embedder, TranscriptReader reader) {
        this.embedder = embedder;
        this.reader = reader;
    }

    @Override
    public String folder() {
        return "syntax-timestamps";
    }

    @Override
    public List<Figure> measure(Labels labels) {
        List<Window> windows = labels.transcripts("syntax").stream()
                .flatMap(path -> windows(path).stream())
                .toList();
        List<Topic> topics = topics(labels, windows);
        if (windows.isEmpty() || topics.isEmpty()) {
            return List.of();
        }
        List<String> texts = windows.stream().map(Window::text).toList();
        WordVectors words = new WordVectors(texts);
        List<Embedding> meanings = embedder.embed(texts);
        Map<String, Function<String, double[]>> systems = new LinkedHashMap<>();
        systems.put("BM25 over %d s windows".formatted(WINDOW_SECONDS), words::bm25);
        systems.put("dense alone", question -> nearness(question, meanings));
        systems.put("both, ranks fused", question -> fused(words.bm25(question), nearness(question, meanings)));
        String sample = "%d topics, %d windows".formatted(topics.size(), windows.size());
        List<Figure> figures = new ArrayList<>();
        figures.add(ours(labels, topics));
        systems.forEach((system, score) -> figures.add(figure(
                sample,
                system,
                topics,
                question -> Measures.best(score.apply(question)).stream().map(windows::get))));
        return figures;
    }

    /** As "search" finds passages. */
    private Figure ours(Labels labels, List<Topic> topics) {
        PassageCutter cutter = new PassageCutter(embedder);
        List<Passage> passages = labels.transcripts("syntax").stream()
                .flatMap(path -> passages(cutter, path).stream())
                .toList();
        String sample = "%d topics, %d passages".formatted(topics.size(), passages.size());
        try (PassageIndex index = PassageIndex.of(passages, embedder)) {
            return figure(
                    sample,
                    "ours",
                    topics,
                    question -> index.best(question).stream().map(TopicLines::window));
        }
    }

    private List<Passage> passages(PassageCutter cutter, Path file) {
        Optional<Transcript> transcript = Transcripts.read(reader, file);
        return Transcripts.number(file)
                .filter(number -> transcript.isPresent())
                .map(number -> Unpublished.episode(Integer.toString(number), transcript.get()))
                .map(source -> cutter.cut(source.show(), source.episode(), source.transcript()))
                .orElse(List.of());
    }

    private static Window window(Passage passage) {
        return new Window(
                Integer.parseInt(passage.episodeId()),
                passage.start().toMillis() / 1000.0,
                passage.end().toMillis() / 1000.0,
                passage.text());
    }

    private Figure figure(
            String sample, String system, List<Topic> topics, Function<String, Stream<Window>> bestFirst) {
        int first = 0;
        int among = 0;
        for (Topic topic : topics) {
            List<Window> best = bestFirst.apply(topic.query()).limit(DEPTH).toList();
            first += best.stream().limit(1).anyMatch(topic::isIn) ? 1 : 0;
            among += best.stream().anyMatch(topic::isIn) ? 1 : 0;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("hit@1", (double) first / topics.size());
        values.put("hit@10", (double) among / topics.size());
        return new Figure("topic query (%s)".formatted(folder()), sample, system, values);
    }

    private double[] nearness(String question, List<Embedding> meanings) {
        Embedding asked = embedder.query(question);
        return meanings.stream().mapToDouble(asked::cosine).toArray();
    }

    private static double[] fused(double[] one, double[] other) {
        double[] fused = new double[one.length];
        for (double[] view : List.of(one, other)) {
            List<Integer> best = Measures.best(view);
            for (int rank = 0; rank < best.size(); rank++) {
                fused[best.get(rank)] += 1.0 / (RANK_CONSTANT + rank + 1);
            }
        }
        return fused;
    }

    private List<Topic> topics(Labels labels, List<Window> windows) {
        List<Integer> episodes =
                windows.stream().map(Window::episode).distinct().toList();
        List<Topic> topics = new ArrayList<>();
        for (JsonNode topic : JsonMapper.shared().readTree(labels.text(folder(), "queries.json"))) {
            int episode = topic.path("ep").asInt(-1);
            if (episodes.contains(episode)) {
                topics.add(new Topic(
                        episode,
                        topic.path("t").asDouble(0),
                        topic.path("end").asDouble(Double.MAX_VALUE),
                        topic.path("query").asString("")));
            }
        }
        return topics;
    }

    private List<Window> windows(Path file) {
        Optional<Transcript> transcript = Transcripts.read(reader, file);
        return Transcripts.number(file)
                .filter(number -> transcript.isPresent())
                .map(number -> windows(number, transcript.get()))
                .orElse(List.of());
    }

    /** The words of each minute; within a cue, time runs with its words. */
    private static List<Window> windows(int episode, Transcript transcript) {
        Map<Integer, StringBuilder> minutes = new LinkedHashMap<>();
        for (Cue cue : transcript.cues()) {
            String[] words = cue.text().split("\\s+", -1);
            double start = cue.start().toMillis() / 1000.0;
            double length = cue.end().minus(cue.start()).toMillis() / 1000.0;
            for (int i = 0; i < words.length; i++) {
                int minute = (int) ((start + length * i / words.length) / WINDOW_SECONDS);
                minutes.computeIfAbsent(minute, m -> new StringBuilder())
                        .append(words[i])
                        .append(' ');
            }
        }
        return minutes.entrySet().stream()
                .map(minute -> new Window(
                        episode,
                        (double) minute.getKey() * WINDOW_SECONDS,
                        (double) (minute.getKey() + 1) * WINDOW_SECONDS,
                        minute.getValue().toString()))
                .toList();
    }

    private record Window(int episode, double start, double end, String text) {}

    private record Topic(int episode, double start, double end, String query) {
        boolean isIn(Window window) {
            double middle = (window.start() + window.end()) / 2;
            return window.episode() == episode && middle >= start && middle < end;
        }
    }
}
