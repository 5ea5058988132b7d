package io.briefcast.ranking.signal;

import io.briefcast.message.Phrase;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prefers shows that this audience liked: its lean towards the show, in [-1, 1]; 0 until it has said anything. */
@Component
@Order(6)
class SourceWeight implements Signal {
    private static final double LIKED = 0.3;

    @Override
    public String name() {
        return "source weight";
    }

    @Override
    public double weight() {
        return 0.3;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public float[] scores(DayPool pool, AudienceProfile audience, Instant now) {
        float[] scores = new float[pool.size()];
        if (audience.showLean().isEmpty()) {
            return scores;
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] =
                    audience.showLean().getOrDefault(pool.get(i).showId(), 0.0).floatValue();
        }
        return scores;
    }

    @Override
    public Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return score >= LIKED ? Optional.of(Phrase.of("you liked more from this show")) : Optional.empty();
    }
}
