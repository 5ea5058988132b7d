package io.briefcast.pipeline;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * @param older a page of the feed with older episodes, where it names one
     */
    record News(Show show, FeedState state, List<Item> items, Optional<URI> older) {
        public News {
            items = List.copyOf(items);
        }

        /** Of a feed without older pages. */
        public News(Show show, FeedState state, List<Item> items) {
            this(show, state, items, Optional.empty());
        }
    }

    /**
     * Asks once for a page of a feed with older episodes.
     *
     * @param keys every key under which an episode of the show was seen, with the episode's id
     */
    default Page page(Show show, URI page, Map<String, String> keys, Instant now) {
        return new Page.Lost();
    }

    /** What became of asking for a page with older episodes. */
    sealed interface Page {
        /**
         * It was read.
         *
         * @param items those that are not known, none of them to be read by itself
         * @param further the page with those that are older still
         */
        record Read(List<Item> items, Optional<URI> further) implements Page {
            public Read {
                items = List.copyOf(items);
            }
        }

        /** It may be had later, after this time at the least. */
        record Later(Duration least) implements Page {}

        /** It is no page of this feed. */
        record Lost() implements Page {}
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
