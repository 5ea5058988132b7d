package io.briefcast.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedding;
import io.briefcast.language.OnnxEmbedder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SameClaimsTest {
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(1);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Insight ONE = said("one", "a", NOON, 0);

    private final InsightsInMemory insights = new InsightsInMemory();

    @BeforeEach
    void saidByOne() {
        insights.add(List.of(ONE));
    }

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void countsShowsAndNotInsights() {
        insights.add(List.of(said("two", "b", NOON, 1), said("three", "b", NOON, 2), said("four", "c", NOON, 3)));

        assertThat(counted()).isEqualTo(2);
    }

    @Test
    void theOwnShowDoesNotCount() {
        insights.add(List.of(said("two", "a", NOON, 1)));

        assertThat(counted()).isZero();
    }

    @Test
    void whatIsOnlyRelatedDoesNotCount() {
        insights.add(List.of(said("two", "b", NOON, 45), said("three", "c", NOON, 30)));

        assertThat(counted()).as("cosines of 0.71 and 0.87").isEqualTo(1);
    }

    @Test
    void whatWasSaidLongAgoDoesNotCount() {
        insights.add(List.of(
                said("two", "b", NOON.minus(WEEK), 1),
                said("three", "c", NOON.minus(WEEK).minusMillis(1), 1),
                said("four", "d", NOON.plus(WEEK).plusMillis(1), 1)));

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void aShowThatRepeatsItselfHidesNoOther() {
        insights.add(IntStream.range(0, 100)
                .mapToObj(i -> said("again" + i, "a", NOON, 0))
                .toList());
        insights.add(List.of(said("two", "b", NOON, 5), said("three", "c", NOON.minus(WEEK.multipliedBy(2)), 5)));

        assertThat(counted()).isEqualTo(1);
    }

    private int counted() {
        try (InsightIndex index = InsightIndex.inMemory(
                insights, new PassagesInMemory(), TitledShows::find, EMBEDDER, () -> Aliases.NONE)) {
            index.follow();
            return index.otherShows(ONE, 0.8, WEEK, 20).size();
        }
    }

    /** Its meaning lies so many degrees from that of the first. */
    private static Insight said(String id, String show, Instant published, int degrees) {
        float[] vector = new float[384];
        vector[0] = (float) Math.cos(Math.toRadians(degrees));
        vector[1] = (float) Math.sin(Math.toRadians(degrees));
        return new Insight(
                id,
                "episode of " + id,
                show,
                "Claim " + id,
                "",
                new Quote("Claim", "Ada", Duration.ZERO, Duration.ofSeconds(9), false),
                9,
                0.9,
                published,
                "highlights-1",
                List.of(),
                new Embedding(vector));
    }
}
