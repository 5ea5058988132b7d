package io.briefcast.feed;

import io.briefcast.feed.Refreshed.Found;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What became of asking for a page of a feed with older episodes (RFC 5005). */
public sealed interface FeedPage {
    /**
     * It was read.
     *
     * @param found those that are not known, none of them to be read by itself
     * @param further the page with those that are older still, at the same host
     */
    record Read(List<Found> found, Optional<URI> further) implements FeedPage {
        public Read {
            found = List.copyOf(found);
        }
    }

    /** It may be had later, after this time at the least. */
    record Later(Duration least) implements FeedPage {}

    /** It is no page of this feed, or there is none. */
    record Lost() implements FeedPage {}
}
