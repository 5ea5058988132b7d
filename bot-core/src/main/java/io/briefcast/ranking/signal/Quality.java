package io.briefcast.ranking.signal;

import io.briefcast.message.Phrase;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prefers what an editor would print: log-odds of the calibrated quality, in [-3, 3]. */
@Component
@Order(1)
class Quality implements Signal {
    private static final double LIMIT = 3;
    private static final double STRONG = 1;

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public double weight() {
        return 1;
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public float[] scores(DayPool pool, AudienceProfile audience, Instant now) {
        float[] scores = new float[pool.size()];
        for (int i = 0; i < scores.length; i++) {
            double quality = pool.get(i).quality();
            scores[i] = (float) Math.clamp(Math.log(quality / (1 - quality)), -LIMIT, LIMIT);
        }
        return scores;
    }

    @Override
    public Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return score >= STRONG ? Optional.of(Phrase.of("a clear claim, said in full")) : Optional.empty();
    }
}
