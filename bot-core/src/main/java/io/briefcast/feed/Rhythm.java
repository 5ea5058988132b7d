package io.briefcast.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * When a show usually comes out, learnt from its last episodes: how long it pauses, and at what time of the day it
 * appears. Around that time its feed is asked as often as the settings allow, otherwise less often.
 *
 * @param last when the newest episode came out
 * @param pause usual time between two episodes
 */
public record Rhythm(Instant last, Duration pause) {
    /** Fewer episodes than this are no habit. */
    private static final int ENOUGH = 5;

    /** How many of the newest episodes tell; older habits are given up. */
    private static final int TELLING = 20;

    /** Shows that come out more often are asked as often as allowed all day. */
    private static final Duration FREQUENT = Duration.ofHours(18);

    /** A publisher is early or late by some hours. */
    private static final Duration EARLY = Duration.ofHours(2);

    private static final Duration LATE = Duration.ofHours(6);

    /** The longest that an episode out of turn is overlooked. */
    private static final Duration MOST = Duration.ofHours(6);

    private static final int TRIES_A_PAUSE = 12;

    /** The rhythm of a show; empty when too little is known of it, or when it comes out all the time. */
    public static Optional<Rhythm> of(Collection<Instant> releases) {
        List<Instant> newest = releases.stream().distinct().sorted().toList().reversed().stream()
                .limit(TELLING)
                .toList();
        if (newest.size() < ENOUGH) {
            return Optional.empty();
        }
        List<Duration> pauses = IntStream.range(1, newest.size())
                .mapToObj(i -> Duration.between(newest.get(i), newest.get(i - 1)))
                .sorted()
                .toList();
        Duration usual = pauses.get(pauses.size() / 2);
        return Optional.of(new Rhythm(newest.getFirst(), usual)).filter(it -> usual.compareTo(FREQUENT) >= 0);
    }

    /**
     * When to ask next.
     *
     * @param earliest when the feed may be asked, by settings and server
     */
    public Instant next(Instant now, Instant earliest) {
        Instant window = nextWindow(earliest);
        if (!earliest.isBefore(window)) {
            return earliest;
        }
        Instant between = now.plus(least(pause.dividedBy(TRIES_A_PAUSE), MOST));
        Instant later = between.isAfter(earliest) ? between : earliest;
        return later.isBefore(window) ? later : window;
    }

    /** The beginning of the time around a release that is not over at the given moment. */
    private Instant nextWindow(Instant moment) {
        Duration since = Duration.between(last, moment.minus(LATE));
        long missed = since.isNegative() ? 0 : since.dividedBy(pause);
        return last.plus(pause.multipliedBy(missed + 1)).minus(EARLY);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
