package io.briefcast.pipeline;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Asks a show's feed for news; writes nothing and never throws for what a feed does. */
public interface FeedReader {
    /**
     * Asks once.
     *
     * @param keys every key under which an episode of the show was seen, with the episode's id
     */
    News read(Show show, FeedState state, Map<String, String> keys, Instant now);

    /**
     * What a feed had to say.
     *
     * @param show what is known about the show now
     * @param state what to remember about its feed; only once the items are stored
     * @param items new and changed episodes
     */
    record News(Show show, FeedState state, List<Item> items) {
        public News {
            items = List.copyOf(items);
        }
    }

    /**
     * An episode that is new or changed.
     *
     * @param keys all its keys
     * @param skipped why it is not to be read, in words; empty when it is
     */
    record Item(Episode episode, Set<String> keys, String skipped) {
        public Item {
            keys = Set.copyOf(keys);
        }
    }
}
