package io.briefcast.subscription;

import io.briefcast.podcast.Show;
import java.util.Collection;
import java.util.List;

/** Feeds that are not asked any more, and which audiences know. */
public interface StoppedFeeds {
    /** Those of which this audience was not told yet, by title. */
    List<Stopped> untold(String audienceId);

    /** Remembers that this audience was told of these shows. */
    void told(String audienceId, Collection<String> showIds);

    /** Forgets what this audience was told. */
    void forget(String audienceId);

    /**
     * A show whose feed is not asked any more.
     *
     * @param trouble why, in words
     */
    record Stopped(Show show, String trouble) {}
}
