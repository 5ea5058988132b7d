package io.briefcast.podcast;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The episodes of all shows. */
public interface Episodes {
    /**
     * Every key under which an episode of the show was ever seen, with the episode's id. Keys are made by {@code
     * EpisodeIdentity}; one episode has several.
     */
    Map<String, String> keys(String showId);

    /** Adds an episode with its keys and its first reading; an id that is there is overwritten, keys are added. */
    void save(Episode episode, Collection<String> keys);

    /** The same for those of a whole feed at once, some of which have been read or skipped already. */
    void add(Collection<Added> all);

    /**
     * An episode that is new.
     *
     * @param keys all its keys
     * @param reading its first; empty when it waits
     */
    record Added(Episode episode, Collection<String> keys, Optional<Reading> reading) {}

    Optional<Episode> find(String episodeId);

    List<Episode> find(Collection<String> episodeIds);

    /** Newest first, at most {@code limit}. */
    List<Episode> ofShow(String showId, int limit);

    /**
     * The readings of episodes published at or after {@code since} that gave no insights, or not yet; newest episode
     * first, at most {@code limit}.
     */
    default List<Reading> barren(Instant since, int limit) {
        return barren(since, Followed.EVERYTHING, limit);
    }

    /** Those of the shows of one list. */
    List<Reading> barren(Instant since, Followed within, int limit);

    /** Those whose reading is WAITING, newest first, at most {@code limit}. */
    List<Episode> waiting(int limit);

    Optional<Reading> reading(String episodeId);

    void save(Reading reading);

    /** Who read those of one list that were published at or after {@code since}, as far as there were words to read. */
    Readers readers(Instant since, Followed within);

    /** The readings of those of them that nobody of these names read, newest episode first; not of those that wait. */
    List<Reading> readByOthers(Collection<String> names, Instant since, Followed within);

    /** The transcript that an episode was read from, if it is looked at again. */
    Optional<WatchedTranscript> watched(String episodeId);

    void save(WatchedTranscript watched);

    /** Those episodes at whose transcript to look by now, longest due first, at most {@code limit}. */
    List<Episode> toLookAt(Instant now, int limit);

    /** How many episodes are in each state. */
    Map<Reading.State, Integer> progress();
}
