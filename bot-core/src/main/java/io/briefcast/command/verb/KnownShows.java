package io.briefcast.command.verb;

import io.briefcast.command.Asker;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import java.util.List;
import java.util.Optional;

/** The shows on the list of who asks; all others there are might as well not be. */
final class KnownShows {
    private final Shows shows;
    private final ShowLists lists;

    KnownShows(Ports ports) {
        this.shows = ports.shows();
        this.lists = ports.lists();
    }

    Followed list(Asker asker) {
        return lists.of(asker.home());
    }

    /** All of them, by title. */
    List<Show> of(Asker asker) {
        Followed followed = list(asker);
        return shows.all().stream().filter(show -> followed.has(show.id())).toList();
    }

    Optional<Show> find(Asker asker, String showId) {
        return shows.find(showId).filter(show -> list(asker).has(show.id()));
    }
}
