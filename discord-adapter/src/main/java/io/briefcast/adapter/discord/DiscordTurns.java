package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.time.Duration;
import java.time.InstantSource;

/** Waits for turns, as long as a sender can; longer waits go back to the schedule. */
final class DiscordTurns {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    /**
     * Somebody who waits for an answer waits this long at most: behind the few whose turns are reserved already, each for
     * a second, and never behind those thousands who were told to come back.
     */
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final DiscordPacing pacing;
    private final InstantSource clock;
    private final DiscordPlatform.Pause pause;
    private final Duration longest;

    DiscordTurns(DiscordPacing pacing, InstantSource clock, DiscordPlatform.Pause pause) {
        this(pacing, clock, pause, LONGEST_WAIT);
    }

    private DiscordTurns(DiscordPacing pacing, InstantSource clock, DiscordPlatform.Pause pause, Duration longest) {
        this.pacing = pacing;
        this.clock = clock;
        this.pause = pause;
        this.longest = longest;
    }

    /** Turns among the same ones for what somebody waits for. */
    DiscordTurns ofAnswers() {
        return new DiscordTurns(pacing, clock, pause, LONGEST_ANSWER);
    }

    /** Until something may be posted in a place. */
    void await(DiscordAddress place) throws DeliveryException {
        await(pacing.reserve(place, clock.instant(), longest));
    }

    /** Until Discord may be asked for something else. */
    void awaitAny() throws DeliveryException {
        await(pacing.reserve(clock.instant(), longest));
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
        if (wait.compareTo(longest) > 0) {
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
