package io.briefcast.pipeline;

import io.briefcast.command.ShowDesk;
import io.briefcast.feed.Opml;
import io.briefcast.feed.ShowFinder;
import io.briefcast.feed.StarterPack;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Problem;
import io.briefcast.podcast.Tenant;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Follows and forgets shows for commands. */
public final class FollowedShows implements ShowDesk {
    /** As much as a list of shows is read of. */
    private static final long MAX_BYTES = 5L * 1024 * 1024;

    private final Pipeline pipeline;
    private final HttpFetcher fetcher;
    private final ShowFinder finder;

    public FollowedShows(Pipeline pipeline, HttpFetcher fetcher, ShowFinder finder) {
        this.pipeline = pipeline;
        this.fetcher = fetcher;
        this.finder = finder;
    }

    @Override
    public ShowFinder.Found at(URI address) {
        return finder.at(address);
    }

    @Override
    public ShowFinder.Found named(String name) {
        return finder.named(name);
    }

    @Override
    public List<String> titles(String typed, int limit) {
        return finder.titles(typed, limit);
    }

    @Override
    public boolean follow(Tenant tenant, URI feed) {
        return pipeline.follow(tenant, feed);
    }

    @Override
    public void unfollow(Tenant tenant, String showId) {
        pipeline.unfollow(tenant, showId);
    }

    @Override
    public Retry tryAgain(String showId) {
        return pipeline.tryAgain(showId);
    }

    @Override
    public Older readOlder(String showId, int count) {
        return pipeline.readOlder(showId, count);
    }

    @Override
    public int pauseOlder(String showId) {
        return pipeline.pauseOlder(showId);
    }

    @Override
    public Again readAgain(Followed shows, Instant since) {
        return pipeline.readAgain(shows, since);
    }

    @Override
    public Listing list(URI address) {
        return switch (fetcher.fetch(FetchRequest.of(address.toString(), MAX_BYTES))) {
            case Fetched.Body body -> listing(Opml.read(body.bytes()));
            case Fetched.NotModified same -> trouble("The server sent no list.");
            case Fetched.Throttled busy -> trouble("The server is busy; try again later.");
            case Fetched.Refused refused -> trouble(refused.sentence());
        };
    }

    @Override
    public Listing list(StarterPack pack) {
        return listing(pack.outline());
    }

    private static Listing listing(Opml.Outline outline) {
        return new Listing(
                outline.entries().stream().map(Opml.Entry::feed).toList(),
                outline.problems().stream().map(Problem::message).toList());
    }

    private static Listing trouble(String sentence) {
        return new Listing(List.of(), List.of(sentence));
    }
}
