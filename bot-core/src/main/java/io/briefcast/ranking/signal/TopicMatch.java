package io.briefcast.ranking.signal;

import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.Following;
import io.briefcast.ranking.Signal;
import io.briefcast.subscription.Follow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
        List<Follow> follows = audience.interests().follows();
        if (follows.size() == 1) {
            return Following.fits(pool, follows.getFirst());
        }
        float[] best = new float[pool.size()];
        for (Follow follow : follows) {
            float[] fits = Following.fits(pool, follow);
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
                : audience.interests().follows().stream()
                        .max(Comparator.comparingDouble(follow -> Following.fits(pool, follow)[index]))
                        .map(follow -> "you follow " + words(follow));
    }

    private static String words(Follow follow) {
        return switch (follow.kind()) {
            case TOPIC, SPEAKER -> follow.value();
            case SHOW -> "this show";
            case PHRASE -> "\u201c" + follow.value() + "\u201d";
        };
    }
}
