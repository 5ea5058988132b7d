package io.briefcast.adapter.slack;

import com.slack.api.bolt.service.OAuthStateService;
import io.briefcast.delivery.Installations;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Installations under way. A state is good once and for ten minutes, in the browser that holds its cookie; Bolt checks
 * the cookie, this the rest. It is kept in the store, so that a restart ends no installation.
 */
final class SlackStates implements OAuthStateService {
    private static final Duration LIFE = Duration.ofMinutes(10);
    /** Anybody may begin an installation: this bounds what they can make us remember. */
    private static final int MOST = 10_000;

    private final Installations installations;
    private final InstantSource clock;

    SlackStates(Installations installations, InstantSource clock) {
        this.installations = installations;
        this.clock = clock;
    }

    @Override
    public void addNewStateToDatastore(String state) {
        Instant now = clock.instant();
        installations.begin(SlackPlatform.NAME, state, now, now.plus(LIFE), MOST);
    }

    @Override
    public boolean isAvailableInDatabase(String state) {
        return installations.isUnderWay(SlackPlatform.NAME, state, clock.instant());
    }

    @Override
    public void deleteStateFromDatastore(String state) {
        installations.forget(SlackPlatform.NAME, state);
    }
}
