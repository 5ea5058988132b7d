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
    private final Map<String, Paused> paused = new HashMap<>();

    /**
     * Reserves the next turn of a place if it comes within {@code longest}; else reserves nothing.
     *
     * @return how long to wait for it; longer than {@code longest} when nothing was reserved
     */
    synchronized Duration reserve(SlackAddress place, Instant now, Duration longest) {
        Instant workspaceTurn = later(now, free.get(place.team()));
        Instant turn = later(workspaceTurn, free.get(place.written()));
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(longest) <= 0) {
            forget(now);
            free.put(place.written(), turn.plus(CHANNEL_GAP));
            // A channel that waits for its own turn keeps no other one waiting.
            free.put(place.team(), workspaceTurn.plus(WORKSPACE_GAP));
        }
        return wait;
    }

    /**
     * Slack asked for a pause in this place. It does not say whether it means the channel or the workspace: a second
     * channel that is asked during the pause of a first one says that it is the workspace.
     */
    synchronized void pause(SlackAddress place, Instant now, Instant until) {
        Paused before = paused.put(place.team(), new Paused(place, until));
        if (before != null && before.until().isAfter(now) && !before.place().equals(place)) {
            free.merge(place.team(), until, SlackPacing::later);
        }
        free.merge(place.written(), until, SlackPacing::later);
    }

    private record Paused(SlackAddress place, Instant until) {}

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private void forget(Instant now) {
        if (free.size() >= MANY) {
            free.values().removeIf(moment -> moment.isBefore(now));
            paused.values().removeIf(pause -> pause.until().isBefore(now));
        }
    }
}
