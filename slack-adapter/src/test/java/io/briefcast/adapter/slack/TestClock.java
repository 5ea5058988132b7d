package io.briefcast.adapter.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves; waiting moves it too, so that nothing sleeps. */
final class TestClock implements InstantSource, SlackTurns.Pause {
    private Instant now;

    TestClock(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public void wait(Duration duration) {
        advance(duration);
    }

    synchronized void advance(Duration duration) {
        now = now.plus(duration);
    }
}
