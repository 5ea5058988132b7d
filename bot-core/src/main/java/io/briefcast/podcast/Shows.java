package io.briefcast.podcast;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The shows that are followed, and what is remembered about their feeds. */
public interface Shows {
    /** Adds the show with its state unless it is there, for the installation's own list; true when it is new. */
    boolean add(Show show, FeedState state);

    /** Overwrites what is known about the show; its id stays. */
    void update(Show show);

    void remove(String showId);

    Optional<Show> find(String showId);

    /** All shows, by title. */
    List<Show> all();

    FeedState state(String showId);

    /** What is remembered about every feed, by the id of its show; a show that was never tried may be missing. */
    default Map<String, FeedState> states() {
        return all().stream()
                .map(show -> state(show.id()))
                .collect(Collectors.toMap(FeedState::showId, state -> state));
    }

    void update(FeedState state);

    /**
     * Lets a feed that stopped be asked again from now on, with what is remembered about it.
     *
     * @param latest when somebody asked for the same after this moment, nothing changes
     * @return whether it is asked
     */
    boolean retry(String showId, Instant now, Instant latest);
}
