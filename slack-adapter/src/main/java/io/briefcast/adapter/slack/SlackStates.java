package io.briefcast.adapter.slack;

import com.slack.api.bolt.service.OAuthStateService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Installations under way. A state is good once and for ten minutes, in the browser that holds its cookie; Bolt checks
 * the cookie, this the rest.
 */
final class SlackStates implements OAuthStateService {
    private static final Duration LIFE = Duration.ofMinutes(10);
    /** Anybody may begin an installation: this bounds what they can make us remember. */
    private static final int MAX_STATES = 10_000;

    private final InstantSource clock;
    private final Map<String, Instant> begun = new LinkedHashMap<>();

    SlackStates(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void addNewStateToDatastore(String state) {
        Instant now = clock.instant();
        begun.values().removeIf(at -> at.plus(LIFE).isBefore(now));
        if (begun.size() >= MAX_STATES) {
            begun.remove(begun.keySet().iterator().next());
        }
        begun.put(state, now);
    }

    @Override
    public synchronized boolean isAvailableInDatabase(String state) {
        Instant at = begun.get(state);
        return at != null && !at.plus(LIFE).isBefore(clock.instant());
    }

    @Override
    public synchronized void deleteStateFromDatastore(String state) {
        begun.remove(state);
    }
}
