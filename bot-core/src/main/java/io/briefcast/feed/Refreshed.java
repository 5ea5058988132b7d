package io.briefcast.feed;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import java.util.List;
import java.util.Optional;

/**
 * What reading a feed found, to be stored in one transaction.
 *
 * @param show the show, when what is known about it changed
 * @param found episodes that are new, or may have changed
 * @param state what to remember about the feed
 */
public record Refreshed(Optional<Show> show, List<Found> found, FeedState state, FeedOutcome outcome) {
    public Refreshed {
        found = List.copyOf(found);
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
