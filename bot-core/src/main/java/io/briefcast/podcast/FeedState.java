package io.briefcast.podcast;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What we remember about reading a show's feed.
 *
 * @param etag validator for the next request; stored only once the items of that body are stored
 * @param lastModified validator for the next request
 * @param nextRead not to be asked before this moment
 * @param lastRead when the feed last answered with a readable body or 304
 * @param failures failures in a row
 * @param trouble what is wrong now, in words for the people who follow the show
 * @param move a new address that the feed claims, until it is believed
 * @param pace how seldom the feed wants to be asked
 * @param source what the validators came from; empty when they are of no use any more
 */
public record FeedState(
        String showId,
        Optional<String> etag,
        Optional<String> lastModified,
        Instant nextRead,
        Optional<Instant> lastRead,
        int failures,
        Optional<String> trouble,
        Optional<Move> move,
        Pace pace,
        Optional<Source> source) {
    /** When a feed that is not to be asked any more would be asked again. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The state of a feed that claims no move and names no pace. */
    public FeedState(
            String showId,
            Optional<String> etag,
            Optional<String> lastModified,
            Instant nextRead,
            Optional<Instant> lastRead,
            int failures,
            Optional<String> trouble) {
        this(
                showId,
                etag,
                lastModified,
                nextRead,
                lastRead,
                failures,
                trouble,
                Optional.empty(),
                Pace.ANY,
                Optional.empty());
    }

    /** A feed that was never asked. */
    public static FeedState untried(String showId, Instant now) {
        return new FeedState(showId, Optional.empty(), Optional.empty(), now, Optional.empty(), 0, Optional.empty());
    }

    /** Whether the feed is not asked any more, because it is gone or failed for too long. */
    public boolean isStopped() {
        return !nextRead.isBefore(NEVER);
    }

    /** The same, to be asked at another time. */
    public FeedState askedAt(Instant moment) {
        return new FeedState(showId, etag, lastModified, moment, lastRead, failures, trouble, move, pace, source);
    }

    /** The same with another claim. */
    public FeedState claiming(Optional<Move> claim) {
        return new FeedState(showId, etag, lastModified, nextRead, lastRead, failures, trouble, claim, pace, source);
    }

    /**
     * What validators are about.
     *
     * @param address the one that issued them, after redirects
     * @param reader the version of the parser that read the body
     */
    public record Source(URI address, int reader) {}

    /**
     * A claim of a feed that it has moved.
     *
     * @param since when it was first seen
     * @param times how many readings in a row made the same claim
     */
    public record Move(URI to, Instant since, int times) {
        /** Mistakes of publishers are mended within a day. */
        private static final Duration LONG_ENOUGH = Duration.ofHours(24);

        private static final int OFTEN_ENOUGH = 3;

        /** The claim after one more reading that says so. */
        public static Move seen(Optional<Move> before, URI to, Instant now) {
            return before.filter(move -> move.to().equals(to))
                    .map(move -> new Move(to, move.since(), move.times() + 1))
                    .orElseGet(() -> new Move(to, now, 1));
        }

        /** Whether it was seen often and long enough to be believed. */
        public boolean isLasting(Instant now) {
            return times >= OFTEN_ENOUGH && !since.plus(LONG_ENOUGH).isAfter(now);
        }
    }
}
