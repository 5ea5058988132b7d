package io.briefcast.adapter.discord;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next call, so that Discord need not ask for it: 35 requests a second over all, of the 50
 * that a bot has (https://docs.discord.com/developers/topics/rate-limits), which leaves room for whatever else uses the
 * same token; one direct message a second, since Discord blocks bots that write to many people quickly. Limits of single
 * routes are JDA's. A turn is reserved when it is asked for, so that many senders queue up instead of coming back at once.
 */
final class DiscordPacing {
    /** A second by 35, rounded up. */
    static final Duration GAP = Duration.ofNanos(28_571_429);

    static final Duration DIRECT_GAP = Duration.ofSeconds(1);
    /** Turns of the past are forgotten at this number of entries: it bounds the memory. */
    private static final int MANY = 10_000;

    private static final String ALL = "";
    private static final String DIRECT = "direct";
    private static final String OPENING = "opening";

    private final Map<String, Instant> free = new HashMap<>();
    /** When the next of those may come back who could not wait. */
    private final Map<String, Instant> comeBack = new HashMap<>();

    /**
     * Reserves the next turn of a place if it comes within {@code longest}; else reserves nothing, and tells everybody
     * another time to come back, or thousands would come back together again and again.
     *
     * @return how long to wait for it; longer than {@code longest} when nothing was reserved
     */
    synchronized Duration reserve(DiscordAddress place, Instant now, Duration longest) {
        Instant all = later(now, free.get(ALL));
        Instant queue = place.direct() ? later(all, free.get(DIRECT)) : all;
        Instant opened = place.person() ? later(queue, free.get(OPENING)) : queue;
        Instant own = later(opened, free.get(place.written()));
        if (!own.isAfter(now.plus(longest))) {
            take(place, own, now);
        } else if (queue.isAfter(now.plus(longest))) {
            own = place.direct() ? appointment(DIRECT, DIRECT_GAP, own) : appointment(ALL, GAP, own);
        }
        return Duration.between(now, own);
    }

    /** The same for whatever posts nothing. */
    synchronized Duration reserve(Instant now, Duration longest) {
        Instant turn = later(now, free.get(ALL));
        if (turn.isAfter(now.plus(longest))) {
            return Duration.between(now, appointment(ALL, GAP, turn));
        }
        free.put(ALL, turn.plus(GAP));
        return Duration.between(now, turn);
    }

    private void take(DiscordAddress place, Instant turn, Instant now) {
        forget(now);
        free.put(ALL, turn.plus(GAP));
        if (place.direct()) {
            free.put(DIRECT, turn.plus(DIRECT_GAP));
        }
    }

    private Instant appointment(String queue, Duration gap, Instant earliest) {
        Instant time = later(earliest, comeBack.get(queue));
        comeBack.put(queue, time.plus(gap));
        return time;
    }

    /** Discord asked for a pause in this place. */
    synchronized void pause(DiscordAddress place, Instant until) {
        free.merge(place.written(), until, DiscordPacing::later);
    }

    /** Discord takes no more direct conversations for now; those that are open go on. */
    synchronized void pauseOpening(Instant until) {
        free.merge(OPENING, until, DiscordPacing::later);
    }

    /** Discord takes nothing at all. */
    synchronized void pauseAll(Instant until) {
        free.merge(ALL, until, DiscordPacing::later);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private void forget(Instant now) {
        if (free.size() >= MANY) {
            free.values().removeIf(moment -> moment.isBefore(now));
        }
    }
}
