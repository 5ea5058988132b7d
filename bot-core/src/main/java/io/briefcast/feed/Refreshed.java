package io.briefcast.feed;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What reading a feed found, to be stored in one transaction.
 *
 * @param show what is known about the show now
 * @param found episodes that are new, or may have changed
 * @param state what to remember about the feed
 */
public record Refreshed(Show show, List<Found> found, FeedState state, FeedOutcome outcome) {
    public Refreshed {
        found = List.copyOf(found);
    }

    /**
     * The same, after a claim that the feed has moved.
     *
     * @param address the new address, once it is believed
     * @param claim what to remember until then
     */
    Refreshed at(Optional<URI> address, Optional<FeedState.Move> claim) {
        Show moved = address.map(show::readFrom).orElse(show);
        return new Refreshed(moved, found, state.claiming(address.isPresent() ? Optional.empty() : claim), outcome);
    }

    /** Where the older episodes of a feed are that lists only its latest, if it says so. */
    public Optional<URI> older() {
        return outcome instanceof FeedOutcome.Fresh fresh ? fresh.older() : Optional.empty();
    }

    /**
     * An episode.
     *
     * @param keys under which to remember it
     * @param reading its first reading, waiting or skipped; empty for an episode that was there before
     */
    public record Found(Episode episode, List<String> keys, Optional<Reading> reading) {
        public Found {
            keys = List.copyOf(keys);
        }

        /** Whether the episode is new and to be read. */
        public boolean waits() {
            return reading.filter(first -> first.state() == Reading.State.WAITING)
                    .isPresent();
        }
    }
}
