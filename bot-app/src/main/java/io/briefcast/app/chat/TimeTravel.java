package io.briefcast.app.chat;

import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Shows;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * Moves the chat's clock so that the future looks as it will: first to a little before the moment, until what the shows
 * will have brought by then is read, then to the moment itself.
 */
final class TimeTravel {
    private static final Duration BEFORE = Duration.ofMinutes(15);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    /** Feeds that do not answer must not hold the clock for ever. */
    private static final int LOOKS = 300;

    private final ChatClock clock;
    private final Shows shows;
    private final Episodes episodes;

    TimeTravel(ChatClock clock, Shows shows, Episodes episodes) {
        this.clock = clock;
        this.shows = shows;
        this.episodes = episodes;
    }

    /** Returns when the clock shows the moment, after a minute at the latest. */
    void to(Instant moment) {
        waitUntilRead();
        clock.moveTo(moment.minus(BEFORE));
        waitUntilRead();
        clock.moveTo(moment);
    }

    private void waitUntilRead() {
        for (int look = 0; look < LOOKS && !isRead(); look++) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    private boolean isRead() {
        return left().equals(new Left(0, 0));
    }

    /** What the clock waits for while it is moved. */
    Left left() {
        Instant now = clock.instant();
        long due = shows.all().stream()
                .filter(show -> !shows.state(show.id()).nextRead().isAfter(now))
                .count();
        return new Left(due, episodes.progress().getOrDefault(Reading.State.WAITING, 0));
    }

    /** Shows to look at and episodes to read. */
    record Left(long shows, long episodes) {}
}
