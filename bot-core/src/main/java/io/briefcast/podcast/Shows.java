package io.briefcast.podcast;

import java.util.List;
import java.util.Optional;

/** The shows that are followed, and what is remembered about their feeds. */
public interface Shows {
    /** Adds the show with its state unless it is there; true when it is new. */
    boolean add(Show show, FeedState state);

    /** Overwrites what is known about the show; its id stays. */
    void update(Show show);

    void remove(String showId);

    Optional<Show> find(String showId);

    /** All shows, by title. */
    List<Show> all();

    FeedState state(String showId);

    void update(FeedState state);
}
