package io.briefcast.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How long a paid service is waited for: a few tries with growing waits, then it is left alone for a while. */
public final class ServicePatience {
    private static final int TRIES = 3;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    /** Whoever asks waits this long and no longer; a service that wants more is left alone until then. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    /** After an error that waiting did not mend. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(24);

    private final InstantSource clock;
    private final Waiting waiting;
    private final AtomicReference<Pause> pause = new AtomicReference<>(new Pause(Instant.MIN, ""));

    /** Patience with one service, which is not left alone yet. */
    public ServicePatience(InstantSource clock, Waiting waiting) {
        this.clock = clock;
        this.waiting = waiting;
    }

    /** Lets time pass. */
    public interface Waiting {
        /** Returns after so long. */
        void sleep(Duration time) throws InterruptedException;
    }

    /** Until when the service is left alone, and why. */
    public record Pause(Instant until, String why) {}

    /** The pause that lasts at this moment. */
    public Optional<Pause> paused() {
        return Optional.of(pause.get()).filter(now -> clock.instant().isBefore(now.until()));
    }

    /**
     * Waits before another try; false at once when there should be none.
     *
     * @param tries how many there were, from 1
     * @param asked how long the service asks to wait
     */
    public boolean waits(int tries, Optional<Duration> asked) {
        Duration time = asked.orElse(FIRST_WAIT.multipliedBy((long) tries * tries));
        if (tries >= TRIES || time.compareTo(LONGEST_WAIT) > 0) {
            return false;
        }
        try {
            waiting.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Leaves the service alone from now on; gives how long. Stopping the program is no fault of the service's. */
    public Duration end(String why, Optional<Duration> asked) {
        Duration time = asked.filter(wish -> wish.compareTo(LONGEST_PAUSE) < 0).orElse(PAUSE);
        if (!Thread.currentThread().isInterrupted()) {
            pause.set(new Pause(clock.instant().plus(time), why));
        }
        return time;
    }
}
