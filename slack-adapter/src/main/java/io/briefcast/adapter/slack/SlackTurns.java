package io.briefcast.adapter.slack;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Makes every message wait for its turn: briefs, notices and greetings share what Slack allows. */
final class SlackTurns {
    /** Waiting this long for a turn keeps one sender; longer waits go back to the schedule. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final SlackPacing pacing = new SlackPacing();
    private final InstantSource clock;
    private final Pause pause;

    /** Waits; a test moves its clock instead. */
    interface Pause {
        void wait(Duration duration) throws InterruptedException;
    }

    SlackTurns(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** Waits until a message may go to a place. */
    void await(SlackAddress place) throws DeliveryException {
        Duration wait = pacing.reserve(place, clock.instant(), LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new DeliveryException(Remedy.RETRY, wait, "many messages are waiting for this workspace");
        }
        try {
            pause.wait(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(Remedy.RETRY, Duration.ZERO, "interrupted before the message was sent");
        }
    }

    /** Keeps the pause that Slack asked for with a failure, if it asked for one. */
    void pauseAfter(SlackAddress place, DeliveryException failure) {
        if (failure.retryAfter().isPositive()) {
            Instant now = clock.instant();
            pacing.pause(place, now, now.plus(failure.retryAfter()));
        }
    }
}
