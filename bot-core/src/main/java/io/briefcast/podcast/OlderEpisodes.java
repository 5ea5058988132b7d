package io.briefcast.podcast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Episodes that were not read because they came out before their show was followed, and are wanted all the same. */
public interface OlderEpisodes {
    /** Ids of those of a show that came out before a moment, newest first, at most {@code limit}. */
    List<String> unread(String showId, Instant before, int limit);

    /** Lets them wait to be read; how far they are is counted from here. */
    void want(String showId, Collection<String> episodeIds, Instant now);

    /** The same for what a further page of the feed has of those that are wanted: the count goes on. */
    void wantMore(Collection<String> episodeIds, Instant now);

    /** Skips those of a show that still wait, until somebody wants them again; gives their ids. */
    List<String> setAside(String showId, Instant now);

    /** Ids of all that were wanted, read or not. */
    Set<String> wanted();

    /** The way back through the pages of a show's feed; empty where it has none. */
    Optional<OlderPages> pages(String showId);

    /** Remembers how far that way was gone. */
    void save(OlderPages pages);

    /** How far they are, by the id of the show; only of shows of which some still wait, or are looked for on older pages. */
    Map<String, Progress> progress();

    /**
     * How far the older episodes of a show are.
     *
     * @param wanted how many were wanted the last time, those still looked for on older pages among them
     * @param done how many of them were read, with or without insights
     */
    record Progress(int wanted, int done) {
        /** Of both together. */
        public Progress plus(Progress other) {
            return new Progress(wanted + other.wanted, done + other.done);
        }

        /** Whether none is left. */
        public boolean isDone() {
            return done >= wanted;
        }
    }
}
