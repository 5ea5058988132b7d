package io.briefcast.ranking.signal;

import io.briefcast.message.Phrase;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prefers what several shows say: log(1 + other shows with the same matter within 14 days); 0 where none does. */
@Component
@Order(4)
class Corroboration implements Signal {
    @Override
    public String name() {
        return "corroboration";
    }

    @Override
    public double weight() {
        return 0.4;
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public float[] scores(DayPool pool, AudienceProfile audience, Instant now) {
        float[] scores = new float[pool.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (float) Math.log1p(pool.corroboration(i, audience.followed()));
        }
        return scores;
    }

    @Override
    public Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        int others = pool.corroboration(index, audience.followed());
        return switch (others) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(Phrase.of("another show speaks of it too"));
            default -> Optional.of(Phrase.of("%d other shows speak of it too", others));
        };
    }
}
