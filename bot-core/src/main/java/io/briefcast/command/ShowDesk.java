package io.briefcast.command;

import io.briefcast.feed.ShowFinder;
import io.briefcast.feed.StarterPack;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Tenant;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Follows shows for everybody in a workspace. */
public interface ShowDesk {
    /** Finds the show behind the address of a feed, of a page or of a show at Apple Podcasts. */
    ShowFinder.Found at(URI address);

    /** Finds the show of this name. */
    ShowFinder.Found named(String name);

    /** Titles of shows that begin like this or hold these words, best first; none when that takes too long. */
    List<String> titles(String typed, int limit);

    /** Follows the show with this feed from now on; true when it is new for the tenant. */
    boolean follow(Tenant tenant, URI feed);

    /** Stops following a show for a tenant; when nobody follows it any more, what was found in it is forgotten. */
    void unfollow(Tenant tenant, String showId);

    /** Asks a feed that stopped once more, at most once an hour whoever wants it. */
    Retry tryAgain(String showId);

    /** What came of asking for another try. */
    enum Retry {
        ASKED,
        TOO_SOON,
        NOT_STOPPED
    }

    /**
     * Has older episodes of a show read, one after the other, behind everything that is new; they are in no brief.
     *
     * @param count at most so many
     */
    Older readOlder(String showId, int count);

    /**
     * What is read of older episodes.
     *
     * @param known how many that were known
     * @param pages whether older pages of the feed are read for more
     */
    record Older(int known, boolean pages) {}

    /** Sets aside those older episodes of a show that were not read yet; gives how many. */
    int pauseOlder(String showId);

    /** How far back episodes are read again where nobody says since when. */
    Duration LATELY = Duration.ofDays(30);

    /**
     * Has episodes of these shows read again that another reader read than the one that reads now, one after the other,
     * behind everything that is new; what was found in them stays until then.
     *
     * @param since when they came out, at the earliest
     */
    Again readAgain(Followed shows, Instant since);

    /**
     * What is read again.
     *
     * @param reader name and version of who reads now
     * @param asked how many episodes are read again that were not to be before
     * @param more how many more would be, if more could be asked for at once
     * @param waiting how many are to be read again already
     * @param left how many stay as they are, because who reads now has read them
     * @param cost what it costs, kept in words; empty where that is nothing or unknown
     */
    record Again(String reader, int asked, int more, int waiting, int left, Optional<String> cost) {}

    /** Reads a list of shows (OPML) from the web; never throws for what a server does. */
    Listing list(URI address);

    /** The shows of a starter pack. */
    Listing list(StarterPack pack);

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
