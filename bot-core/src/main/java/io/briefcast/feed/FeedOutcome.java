package io.briefcast.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What asking for a feed led to. */
public sealed interface FeedOutcome {
    /**
     * A new body that could be read.
     *
     * @param address the address that answered, after redirects
     * @param etag validator for the next request, none when the server gave none
     * @param lastModified validator for the next request, none when the server gave none
     * @param movedTo the new address when the feed moved for good
     * @param freshFor how long the server asks not to be asked again
     */
    record Fresh(
            ParsedFeed feed,
            URI address,
            Optional<String> etag,
            Optional<String> lastModified,
            Optional<URI> movedTo,
            Duration freshFor)
            implements FeedOutcome {
        /** The page with older episodes that it names: one of another host may be anybody's, and is not asked for. */
        Optional<URI> older() {
            return feed.profile()
                    .nextPage()
                    .filter(page -> !page.equals(address))
                    .filter(page -> page.getHost() != null && page.getHost().equalsIgnoreCase(address.getHost()))
                    .filter(page -> page.getScheme().equalsIgnoreCase("https")
                            || !address.getScheme().equalsIgnoreCase("https"));
        }
    }

    /** Nothing changed; new validators replace the old ones where they are given. */
    record Unchanged(Optional<String> etag, Optional<String> lastModified, Optional<URI> movedTo, Duration freshFor)
            implements FeedOutcome {}

    /**
     * The server asks to come back later; zero when it names no time.
     *
     * @param asked false when the feed was not asked at all, because its host wanted to be left alone
     */
    record Throttled(Duration retryAfter, boolean asked) implements FeedOutcome {
        public Throttled(Duration retryAfter) {
            this(retryAfter, true);
        }
    }

    /**
     * Nothing could be read.
     *
     * @param sentence what is wrong and what to do, for those who follow the show
     * @param freshFor how long the server asks not to be asked again
     */
    record Failed(Trouble trouble, String sentence, Duration freshFor) implements FeedOutcome {}

    /** How lasting a failure is. */
    enum Trouble {
        /** May be over in an hour. */
        PASSING,
        /** Will last until somebody does something. */
        LASTING,
        /** The publisher says that the feed is gone. */
        FINAL
    }
}
