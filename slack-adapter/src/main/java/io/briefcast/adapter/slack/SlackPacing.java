package io.briefcast.adapter.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next post, so that Slack need not ask for it: one message a second and channel, and four a
 * second and workspace, which is what "several hundred messages per minute" allows
 * (https://docs.slack.dev/apis/web-api/rate-limits). A turn is reserved when it is asked for, so that many senders queue
 * up instead of coming back at once.
 */
final class SlackPacing {
    static final Duration CHANNEL_GAP = Duration.ofSeconds(1);
    static final Duration WORKSPACE_GAP = Duration.ofMillis(250);
    /** Turns of the past are forgotten at this number of entries: it bounds the memory. */
    private static final int MANY = 10_000;

    private final Map<String, Instant> free = new HashMap<>();

    /**
     * Reserves the next turn of a place if it comes within {@code longest}; else reserves nothing.
     *
     * @return how long to wait for it; longer than {@code longest} when nothing was reserved
     */
    synchronized Duration reserve(SlackAddress place, Instant now, Duration longest) {
        Instant turn = later(later(now, free.get(place.written())), free.get(place.team()));
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(longest) <= 0) {
            forget(now);
            free.put(place.written(), turn.plus(CHANNEL_GAP));
            free.put(place.team(), turn.plus(WORKSPACE_GAP));
        }
        return wait;
    }

    /** Slack asked for a pause in this place. */
    synchronized void pause(SlackAddress place, Instant until) {
        free.merge(place.written(), until, SlackPacing::later);
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
