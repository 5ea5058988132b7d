package io.briefcast.ranking.signal;

import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Prefers what fits a followed topic: the best fit over all of them, in [0, 1]; 0 where none is followed. */
@Component
@Order(2)
class TopicMatch implements Signal {
    @Override
    public String name() {
        return "topic";
    }

    @Override
    public double weight() {
        return 1.2;
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public float[] scores(DayPool pool, AudienceProfile audience, Instant now) {
        float[] best = new float[pool.size()];
        audience.interests().topics().forEach(topic -> pool.topic(topic).raise(best));
        return best;
    }

    @Override
    public Optional<String> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return score <= 0
                ? Optional.empty()
                : audience.interests().topics().stream()
                        .max(Comparator.comparingDouble(
                                topic -> pool.topic(topic).fit(index)))
                        .map(topic -> "you follow " + topic);
    }
}
