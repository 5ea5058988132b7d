package io.briefcast.feed;

import io.briefcast.FeedSettings;
import io.briefcast.feed.Refreshed.Found;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for a feed and says what to store; stores nothing itself. */
public final class FeedRefresher {
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    private final HttpFetcher fetcher;
    private final FeedParser parser;
    private final RefreshPolicy policy;
    private final FeedSettings settings;

    public FeedRefresher(HttpFetcher fetcher, FeedParser parser, FeedSettings settings) {
        this.fetcher = fetcher;
        this.parser = parser;
        this.policy = new RefreshPolicy(settings);
        this.settings = settings;
    }

    /**
     * Reads the feed of a show once.
     *
     * @param knownKeys every key under which an episode of the show was ever seen, with the episode's id
     * @param firstRun whether the feed was never read: then only its latest episodes are read
     */
    public Refreshed refresh(Show show, FeedState state, Map<String, String> knownKeys, boolean firstRun, Instant now) {
        FeedOutcome outcome = ask(show, state);
        FeedState next = policy.next(state, outcome, now);
        return switch (outcome) {
            case FeedOutcome.Fresh fresh -> {
                Optional<Instant> before =
                        firstRun ? Optional.empty() : state.lastRead().or(() -> Optional.of(now));
                List<Found> found = new NewEpisodes(settings, show.id(), knownKeys, now)
                        .of(fresh.feed().items(), before);
                Show known = updated(show, fresh, knownKeys);
                yield new Refreshed(Optional.of(known).filter(it -> !it.equals(show)), found, next, outcome);
            }
            case FeedOutcome.Unchanged ignored -> nothing(next, outcome);
            case FeedOutcome.Throttled ignored -> nothing(next, outcome);
            case FeedOutcome.Failed ignored -> nothing(next, outcome);
        };
    }

    private static Refreshed nothing(FeedState next, FeedOutcome outcome) {
        return new Refreshed(Optional.empty(), List.of(), next, outcome);
    }

    private FeedOutcome ask(Show show, FeedState state) {
        FetchRequest request = new FetchRequest(
                show.feed().toString(), state.etag(), state.lastModified(), FeedParser.MAX_BYTES, ACCEPT);
        return switch (fetcher.fetch(request)) {
            case Fetched.Body body -> parse(body);
            case Fetched.NotModified same ->
                new FeedOutcome.Unchanged(same.etag(), same.lastModified(), same.freshFor());
            case Fetched.Throttled throttled -> new FeedOutcome.Throttled(throttled.retryAfter());
            case Fetched.Refused refused -> new FeedOutcome.Failed(trouble(refused.reason()), refused.sentence());
        };
    }

    private FeedOutcome parse(Fetched.Body body) {
        try {
            ParsedFeed feed = parser.parse(body.bytes(), body.contentType(), Optional.of(body.address()));
            return new FeedOutcome.Fresh(feed, body.etag(), body.lastModified(), body.movedTo(), body.freshFor());
        } catch (UnreadableFeed e) {
            // a page of a hotel's network looks the same, so try again and keep the old validators
            return new FeedOutcome.Failed(
                    FeedOutcome.Trouble.PASSING,
                    "%s: %s".formatted(body.address().getHost(), e.getMessage()));
        }
    }

    private static FeedOutcome.Trouble trouble(Fetched.Reason reason) {
        return switch (reason) {
            case GONE -> FeedOutcome.Trouble.FINAL;
            case NOT_AN_ADDRESS, NOT_PUBLIC, NOT_FOUND, TOO_LARGE, TOO_MANY_REDIRECTS -> FeedOutcome.Trouble.LASTING;
            case UNKNOWN_HOST, NO_CONNECTION, TOO_SLOW, FORBIDDEN, UNEXPECTED_ANSWER, SERVER_ERROR ->
                FeedOutcome.Trouble.PASSING;
        };
    }

    private static Show updated(Show show, FeedOutcome.Fresh fresh, Map<String, String> knownKeys) {
        ParsedFeed feed = fresh.feed();
        return new Show(
                show.id(),
                address(show, fresh, knownKeys),
                feed.title().isEmpty() ? show.title() : feed.title(),
                feed.description().isEmpty() ? show.description() : feed.description(),
                feed.link().or(show::link),
                feed.artwork().or(show::artwork),
                feed.language().isEmpty() ? show.language() : feed.language(),
                feed.persons());
    }

    /** A move is believed when an episode that we know is at the new address; parked domains redirect for good too. */
    private static URI address(Show show, FeedOutcome.Fresh fresh, Map<String, String> knownKeys) {
        return fresh.movedTo()
                .filter(to -> fresh.feed().items().stream()
                        .flatMap(item -> EpisodeIdentity.keys(item).stream())
                        .anyMatch(knownKeys::containsKey))
                .orElse(show.feed());
    }
}
