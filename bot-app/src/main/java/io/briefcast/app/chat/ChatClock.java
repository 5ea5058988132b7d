package io.briefcast.app.chat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The chat's clock: the real one, moved forward as far as a visitor has moved it. It never goes back. */
public final class ChatClock implements InstantSource {
    private final InstantSource real;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public ChatClock(InstantSource real) {
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /** Moves the clock to a later moment; an earlier one is ignored. */
    public void moveTo(Instant moment) {
        ahead.accumulateAndGet(
                Duration.between(real.instant(), moment), (now, wanted) -> wanted.compareTo(now) > 0 ? wanted : now);
    }

    /** How far the clock is ahead of the real one. */
    public Duration ahead() {
        return ahead.get();
    }
}
