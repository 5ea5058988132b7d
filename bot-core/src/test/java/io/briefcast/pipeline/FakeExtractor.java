package io.briefcast.pipeline;

import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Quote;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.store.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds two insights in every episode, the first of them with the speaker's own times. The episode "broken" breaks it;
 * when it reads "cut off" for the first time, the process ends meanwhile.
 */
final class FakeExtractor implements InsightExtractor {
    private final List<String> extracted = new ArrayList<>();
    private final Set<String> unsaid = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private String name = "fake-1";

    /** The ids of the episodes it was given, in that order. */
    List<String> extracted() {
        return List.copyOf(extracted);
    }

    /** Finds this insight no more. */
    void unsay(String insightId) {
        unsaid.add(insightId);
    }

    /** Is another version of itself from now on, or another altogether. */
    void become(String other) {
        name = other;
    }

    /** Cannot read this episode now, so that "stand-in" does. */
    void leave(String episodeId) {
        left.add(episodeId);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Extraction extract(Source source) {
        String id = source.episode().id();
        synchronized (extracted) {
            extracted.add(id);
        }
        if (id.equals("broken")) {
            throw new IllegalStateException("a bug in the extractor");
        }
        if (id.equals("cut off") && extracted.indexOf(id) == extracted.size() - 1) {
            embedAsTheProcessEnds();
        }
        return new Extraction(
                        found(source)
                                .filter(insight -> !unsaid.contains(insight.id()))
                                .toList(),
                        List.of(),
                        Map.of("question", 3),
                        Set.of(1L, 2L),
                        left.contains(id) ? "read by a stand-in" : "")
                .by(left.contains(id) ? "stand-in" : "");
    }

    private static void embedAsTheProcessEnds() {
        OnnxEmbedder closed = new OnnxEmbedder(1);
        closed.close();
        closed.embed(List.of("words"));
    }

    private static Stream<Insight> found(Source source) {
        String id = source.episode().id();
        Instant published = source.episode().published();
        return Stream.of(
                exact(Samples.insight(source.show(), id, id + "-0", 9, published)),
                Samples.insight(source.show(), id, id + "-1", 8, published));
    }

    private static Insight exact(Insight insight) {
        Quote quote = insight.quote();
        return new Insight(
                insight.id(),
                insight.episodeId(),
                insight.showId(),
                insight.headline(),
                insight.explanation(),
                new Quote(quote.text(), quote.speaker(), quote.start(), quote.end(), false),
                insight.score(),
                insight.quality(),
                insight.published(),
                insight.extractor(),
                insight.terms(),
                insight.embedding());
    }
}
