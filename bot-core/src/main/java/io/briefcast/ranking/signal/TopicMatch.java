package io.briefcast.ranking.signal;

import io.briefcast.message.Phrase;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Following;
import io.briefcast.ranking.Signal;
import io.briefcast.subscription.Follow;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prefers what fits something that is followed: the best fit over all topics, shows, speakers and phrases, in [0, 1]; 0
 * where nothing is followed.
 */
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
        audience.interests().follows().forEach(follow -> Following.raise(pool, follow, best));
        return best;
    }

    @Override
    public Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score) {
        return score <= 0
                ? Optional.empty()
                : audience.interests().follows().stream()
                        .max(Comparator.comparingDouble(follow -> Following.fit(pool, follow, index)))
                        .map(follow -> Phrase.of("you follow %s", words(follow)));
    }

    private static Phrase words(Follow follow) {
        return switch (follow.kind()) {
            case TOPIC, SPEAKER -> Phrase.of("%s", follow.value());
            case SHOW -> Phrase.of("this show");
            case PHRASE -> Phrase.of("“%s”", follow.value());
        };
    }
}
