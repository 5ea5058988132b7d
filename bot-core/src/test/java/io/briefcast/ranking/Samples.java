package io.briefcast.ranking;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Insights for tests. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private Samples() {}

    /** An insight whose meaning is a random direction that depends on the id alone. */
    static Insight insight(String id, String show, double quality) {
        return insight(id, show, quality, "Claim " + id, direction(id.hashCode()));
    }

    static Insight insight(String id, String show, double quality, String headline, Embedding meaning) {
        return new Insight(
                id,
                "episode of " + id,
                show,
                headline,
                "",
                new Quote(headline, "Ada", Duration.ofSeconds(60), Duration.ofSeconds(70), false),
                9,
                quality,
                NOON.minus(Duration.ofHours(6)),
                "highlights-1",
                List.of(),
                meaning);
    }

    static Embedding direction(long seed) {
        Random random = new Random(seed);
        float[] vector = new float[384];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) random.nextGaussian();
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return new Embedding(vector);
    }

    /** A unit vector whose cosine with the given one is {@code cosine}. */
    static Embedding near(Embedding one, double cosine, long seed) {
        float[] other = direction(seed).vector();
        double along = one.cosine(new Embedding(other));
        float[] vector = new float[other.length];
        double rest = Math.sqrt(1 - along * along);
        for (int i = 0; i < vector.length; i++) {
            double across = (other[i] - along * one.vector()[i]) / rest;
            vector[i] = (float) (cosine * one.vector()[i] + Math.sqrt(1 - cosine * cosine) * across);
        }
        return new Embedding(vector);
    }
}
