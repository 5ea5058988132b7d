package io.briefcast.ranking.signal;

import io.briefcast.message.Phrase;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import io.briefcast.ranking.Taste;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prefers what means something like what this audience wanted more of, in (-1, 1); 0 until it has voted. */
@Component
@Order(7)
class LearnedTaste implements Signal {
    private static final double LIKED = 0.4;

    @Override
    public String name() {
        return "taste";
    }

    @Override
    public double weight() {
        return 0.5;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public float[] scores(DayPool pool, AudienceProfile audience, Instant now) {
        Taste taste = audience.taste();
        if (taste.votes() == 0) {
            return new float[pool.size()];
        }
        float[] scores = pool.along(taste.sum());
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) taste.of(scores[i]);
        }
        return scores;
    }

    @Override
    public Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return score >= LIKED ? Optional.of(Phrase.of("you asked for more like this")) : Optional.empty();
    }
}
