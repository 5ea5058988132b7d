package io.briefcast.search;

import io.briefcast.podcast.Show;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Shows whose titles are their ids. */
final class TitledShows {
    private TitledShows() {}

    static Optional<Show> find(String showId) {
        return Optional.of(new Show(
                showId,
                URI.create("https://example.com/" + showId),
                showId,
                "",
                Optional.empty(),
                Optional.empty(),
                "en",
                List.of()));
    }
}
