package io.briefcast.ranking;

import io.briefcast.subscription.Follow;
import java.util.BitSet;

/** How well the insights of the day fit what an audience follows. */
public final class Following {
    private Following() {}

    /** For every insight in [0, 1]: a topic by words and meaning, a show, speaker or phrase is 1 or 0. Not to be changed. */
    public static float[] fits(DayPool pool, Follow follow) {
        return switch (follow.kind()) {
            case TOPIC -> pool.topic(follow.value()).fits();
            case SHOW -> ones(pool, from(pool, follow.value()));
            case SPEAKER -> ones(pool, pool.spokenBy(follow.value()));
            case PHRASE -> ones(pool, pool.holding(follow.value()));
        };
    }

    private static BitSet from(DayPool pool, String showId) {
        BitSet found = new BitSet(pool.size());
        for (int i = 0; i < pool.size(); i++) {
            found.set(i, pool.get(i).showId().equals(showId));
        }
        return found;
    }

    private static float[] ones(DayPool pool, BitSet found) {
        float[] fits = new float[pool.size()];
        found.stream().forEach(i -> fits[i] = 1);
        return fits;
    }
}
