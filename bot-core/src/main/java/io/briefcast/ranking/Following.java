package io.briefcast.ranking;

import io.briefcast.subscription.Follow;
import io.briefcast.subscription.Mute;
import java.util.BitSet;

/**
 * How well the insights of the day fit what an audience follows, in [0, 1]: a topic by words and meaning, a show,
 * speaker or phrase is 1 or 0.
 */
public final class Following {
    private Following() {}

    /** How well one insight fits, in [0, 1]. */
    public static float fit(DayPool pool, Follow follow, int index) {
        return follow.kind() == Mute.Kind.TOPIC
                ? pool.topic(follow.value()).fit(index)
                : found(pool, follow).get(index) ? 1 : 0;
    }

    /** Raises every lower value of a row of fits, one for each insight, to how well it fits this. */
    public static void raise(DayPool pool, Follow follow, float[] row) {
        if (follow.kind() == Mute.Kind.TOPIC) {
            pool.topic(follow.value()).raise(row);
        } else {
            found(pool, follow).stream().forEach(i -> row[i] = 1);
        }
    }

    private static BitSet found(DayPool pool, Follow follow) {
        return switch (follow.kind()) {
            case SPEAKER -> pool.spokenBy(follow.value());
            case PHRASE -> pool.holding(follow.value());
            case SHOW -> from(pool, follow.value());
            case TOPIC -> throw new IllegalArgumentException("a topic fits more or less");
        };
    }

    private static BitSet from(DayPool pool, String showId) {
        BitSet found = new BitSet(pool.size());
        for (int i = 0; i < pool.size(); i++) {
            found.set(i, pool.get(i).showId().equals(showId));
        }
        return found;
    }
}
