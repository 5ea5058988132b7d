package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.time.Duration;
import java.time.InstantSource;

/** Waits for turns, as long as a sender can; longer waits go back to the schedule. */
final class DiscordTurns {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    private final DiscordPacing pacing;
    private final InstantSource clock;
    private final DiscordPlatform.Pause pause;

    DiscordTurns(DiscordPacing pacing, InstantSource clock, DiscordPlatform.Pause pause) {
        this.pacing = pacing;
        this.clock = clock;
        this.pause = pause;
    }

    /** Until something may be posted in a place. */
    void await(DiscordAddress place) throws DeliveryException {
        await(pacing.reserve(place, clock.instant(), LONGEST_WAIT));
    }

    /** Until Discord may be asked for something else. */
    void awaitAny() throws DeliveryException {
        await(pacing.reserve(clock.instant(), LONGEST_WAIT));
    }

    /** Discord takes nothing at all for so long. */
    void pauseAll(Duration time) {
        pacing.pauseAll(clock.instant().plus(time));
    }

    /** Discord takes no more direct conversations for so long; those that are open go on. */
    void pauseOpening(Duration time) {
        pacing.pauseOpening(clock.instant().plus(time));
    }

    /** Discord asked for a pause of one place; none when it is zero. */
    void pause(DiscordAddress place, Duration time) {
        if (time.isPositive()) {
            pacing.pause(place, clock.instant().plus(time));
        }
    }

    private void await(Duration wait) throws DeliveryException {
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new DeliveryException(Remedy.RETRY, wait, "many messages are waiting for Discord");
        }
        try {
            pause.wait(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(Remedy.RETRY, Duration.ZERO, "interrupted before Discord was called");
        }
    }
}
