package io.briefcast.ranking.signal;

import io.briefcast.message.Phrase;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prefers what came out lately: 2 to the power of minus age over 36 hours, in [0, 1]; 1 is now. */
@Component
@Order(3)
class Recency implements Signal {
    private static final Duration HALF_LIFE = Duration.ofHours(36);
    private static final double FRESH = 0.8;

    @Override
    public String name() {
        return "recency";
    }

    @Override
    public double weight() {
        return 0.5;
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public float[] scores(DayPool pool, AudienceProfile audience, Instant now) {
        float[] scores = new float[pool.size()];
        for (int i = 0; i < scores.length; i++) {
            double age =
                    Math.max(0, Duration.between(pool.get(i).published(), now).toSeconds());
            scores[i] = (float) Math.pow(2, -age / HALF_LIFE.toSeconds());
        }
        return scores;
    }

    @Override
    public Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return score >= FRESH ? Optional.of(Phrase.of("it came out within half a day")) : Optional.empty();
    }
}
