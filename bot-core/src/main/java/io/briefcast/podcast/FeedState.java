package io.briefcast.podcast;

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
 */
public record FeedState(
        String showId,
        Optional<String> etag,
        Optional<String> lastModified,
        Instant nextRead,
        Optional<Instant> lastRead,
        int failures,
        Optional<String> trouble) {
    /** A feed that was never asked. */
    public static FeedState untried(String showId, Instant now) {
        return new FeedState(showId, Optional.empty(), Optional.empty(), now, Optional.empty(), 0, Optional.empty());
    }
}
