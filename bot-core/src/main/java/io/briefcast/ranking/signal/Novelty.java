package io.briefcast.ranking.signal;

import io.briefcast.message.Phrase;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Holds back what repeats: minus the nearness to the nearest insight that this audience was sent in 30 days, in [-1, 0];
 * 0 is unheard of. After the trade-off of relevance and novelty by Carbonell and Goldstein, SIGIR 1998.
 */
@Component
@Order(5)
class Novelty implements Signal {
    @Override
    public String name() {
        return "novelty";
    }

    @Override
    public double weight() {
        return 0.8;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public float[] scores(DayPool pool, AudienceProfile audience, Instant now) {
        float[] scores = pool.repetition(audience.seen());
        for (int i = 0; i < scores.length; i++) {
            scores[i] = -scores[i];
        }
        return scores;
    }

    @Override
    public Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return Optional.empty();
    }
}
