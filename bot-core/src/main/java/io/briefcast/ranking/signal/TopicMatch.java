package io.briefcast.ranking.signal;

import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
        List<String> topics = audience.interests().topics();
        if (topics.size() == 1) {
            return pool.topic(topics.getFirst()).fits();
        }
        float[] best = new float[pool.size()];
        for (String topic : topics) {
            float[] fits = pool.topic(topic).fits();
            for (int i = 0; i < best.length; i++) {
                best[i] = Math.max(best[i], fits[i]);
            }
        }
        return best;
    }

    @Override
    public Optional<String> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return score <= 0
                ? Optional.empty()
                : audience.interests().topics().stream()
                        .max(Comparator.comparingDouble(
                                topic -> pool.topic(topic).fits()[index]))
                        .map(topic -> "you follow " + topic);
    }
}
