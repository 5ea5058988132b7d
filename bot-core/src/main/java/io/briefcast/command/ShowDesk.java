package io.briefcast.command;

import java.net.URI;
import java.util.List;

/** Follows shows for everybody on this installation. */
public interface ShowDesk {
    /** Follows the show with this feed from now on; true when it is new. */
    boolean follow(URI feed);

    /** Stops following a show; what was found in it is forgotten. */
    void unfollow(String showId);

    /** Reads a list of shows (OPML) from the web; never throws for what a server does. */
    Listing list(URI address);

    /**
     * A list as far as it could be read.
     *
     * @param problems in words
     */
    record Listing(List<URI> feeds, List<String> problems) {
        public Listing {
            feeds = List.copyOf(feeds);
            problems = List.copyOf(problems);
        }
    }
}
