package io.briefcast.podcast;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way back through the pages of a feed that lists only its latest episodes on the first (RFC 5005), as far as it was
 * gone. Nobody goes it unless more episodes are wanted than the pages before have listed.
 *
 * @param next the page to be read next; empty at the end of the way
 * @param seen the pages that were read, the latest last
 * @param wanted how many more episodes are wanted from there
 * @param due the next page is not asked for before this moment
 * @param failures how often in a row the next page could not be had
 */
public record OlderPages(String showId, Optional<URI> next, List<URI> seen, int wanted, Instant due, int failures) {
    /** More pages than any archive needs that has a hundred episodes on each. */
    private static final int MOST = 200;

    /** A page that could not be had for so long is lost. */
    private static final int FAILED_OFTEN = 5;

    private static final Duration BETWEEN = Duration.ofMinutes(2);
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    public OlderPages {
        seen = List.copyOf(seen);
    }

    /** A way nobody has gone yet. */
    public static OlderPages from(String showId, URI next) {
        return new OlderPages(showId, Optional.of(next), List.of(), 0, Instant.EPOCH, 0);
    }

    /** Whether a page is to be read, now or when it is due. */
    public boolean isWanted() {
        return wanted > 0 && next.isPresent();
    }

    /** When the next page is to be read, if it is. */
    public Optional<Instant> planned() {
        return isWanted() ? Optional.of(due) : Optional.empty();
    }

    /** The same way, on which so many more episodes are wanted. */
    public OlderPages wanting(int count) {
        return new OlderPages(showId, next, seen, count, due, failures);
    }

    /**
     * The way after the next page was read.
     *
     * @param found how many of the wanted episodes it listed
     * @param further the page that it names; one that was read before would lead in a circle
     */
    public OlderPages read(int found, Optional<URI> further, Instant now) {
        List<URI> read = Stream.concat(seen.stream(), next.stream()).toList();
        Optional<URI> onward = further.filter(page -> !read.contains(page) && read.size() < MOST);
        return new OlderPages(showId, onward, read, Math.max(0, wanted - found), now.plus(BETWEEN), 0);
    }

    /** The way after the next page could not be had; it ends there when that was so for long. */
    public OlderPages failed(Duration wish, Instant now) {
        Instant again = now.plus(wish.compareTo(AFTER_FAILURE) > 0 ? wish : AFTER_FAILURE);
        return failures + 1 < FAILED_OFTEN
                ? new OlderPages(showId, next, seen, wanted, again, failures + 1)
                : ended(now);
    }

    /** The way when its next page is no page of this feed. */
    public OlderPages ended(Instant now) {
        return new OlderPages(showId, Optional.empty(), seen, wanted, now, 0);
    }
}
