package io.briefcast.feed;

import io.briefcast.FeedSettings;
import io.briefcast.feed.Refreshed.Found;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.FeedState.Move;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Asks for a feed and says what to store; stores nothing itself. */
public final class FeedRefresher {
    private static final String ACCEPT =
            "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5";

    /** Media of Podcasting 2.0 in which nobody says anything new, and lists of feeds. */
    private static final Set<String> UNSPOKEN = Set.of(
            "music",
            "film",
            "audiobook",
            "publisher",
            "podcastl",
            "musicl",
            "videol",
            "filml",
            "audiobookl",
            "newsletterl",
            "blogl",
            "publisherl",
            "coursel");

    private final HttpFetcher fetcher;
    private final FeedParser parser;
    private final RefreshPolicy policy;
    private final FeedSettings settings;
    /** Many feeds are asked at once, but a large one takes much memory while it is parsed. */
    private final Semaphore parsers = new Semaphore(Runtime.getRuntime().availableProcessors());

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
        FeedOutcome outcome = ask(request(show, state));
        return switch (outcome) {
            case FeedOutcome.Fresh fresh -> {
                Optional<Move> claim = claim(show, state, fresh, now);
                Optional<FeedOutcome.Fresh> moved =
                        claim.filter(move -> move.isLasting(now)).flatMap(move -> there(move, fresh, knownKeys));
                yield read(show, state, moved.orElse(fresh), knownKeys, firstRun, now)
                        .at(moved.flatMap(it -> claim.map(Move::to)), claim);
            }
            case FeedOutcome.Unchanged same -> {
                Optional<Move> claim = same.movedTo().map(to -> Move.seen(state.move(), to, now));
                yield nothing(show, policy.next(state, same, now), same)
                        .at(claim.filter(move -> move.isLasting(now)).map(Move::to), claim);
            }
            case FeedOutcome.Throttled busy -> nothing(show, policy.next(state, busy, now), busy);
            case FeedOutcome.Failed failed -> nothing(show, policy.next(state, failed, now), failed);
        };
    }

    /** Reads a page with older episodes of a feed that does not list all of them on its first. */
    public FeedPage page(Show show, URI page, Map<String, String> knownKeys, Instant now) {
        return switch (ask(unconditional(page))) {
            case FeedOutcome.Fresh fresh ->
                new FeedPage.Read(
                        new NewEpisodes(settings, show.id(), knownKeys, now)
                                .older(fresh.feed().items()),
                        fresh.older());
            case FeedOutcome.Unchanged same -> new FeedPage.Lost();
            case FeedOutcome.Throttled busy -> new FeedPage.Later(busy.retryAfter());
            case FeedOutcome.Failed failed ->
                failed.trouble() == FeedOutcome.Trouble.PASSING
                        ? new FeedPage.Later(failed.freshFor())
                        : new FeedPage.Lost();
        };
    }

    /** Validators are of use only where they came from, and while their body would be read as it was. */
    private static FetchRequest request(Show show, FeedState state) {
        FetchRequest plain = unconditional(show.feed());
        return state.source()
                .filter(source -> source.reader() == FeedParser.VERSION)
                .map(source -> new FetchRequest(
                                plain.address(), state.etag(), state.lastModified(), plain.maxBytes(), plain.accept())
                        .issuedBy(source.address()))
                .orElse(plain);
    }

    private static FetchRequest unconditional(URI address) {
        return new FetchRequest(address.toString(), Optional.empty(), Optional.empty(), FeedParser.MAX_BYTES, ACCEPT);
    }

    private Refreshed read(
            Show show,
            FeedState state,
            FeedOutcome.Fresh fresh,
            Map<String, String> knownKeys,
            boolean firstRun,
            Instant now) {
        Optional<Instant> before =
                firstRun ? Optional.empty() : state.lastRead().or(() -> Optional.of(now));
        List<Found> found = new NewEpisodes(settings, show.id(), knownKeys, now)
                .of(fresh.feed().items(), before);
        return new Refreshed(updated(show, fresh.feed()), found, policy.next(state, fresh, now), fresh);
    }

    /** By redirects that are all permanent, or by the feed's own word, unless it names the address that it has. */
    private static Optional<Move> claim(Show show, FeedState state, FeedOutcome.Fresh fresh, Instant now) {
        return fresh.movedTo()
                .or(() -> fresh.feed().profile().newFeed())
                .filter(to -> !to.equals(show.feed()))
                .map(to -> Move.seen(state.move(), to, now));
    }

    /**
     * What is at the new address. A move is believed when an episode that we know is there, and when the feed there does
     * not send us on: parked domains redirect for good too.
     */
    private Optional<FeedOutcome.Fresh> there(Move move, FeedOutcome.Fresh fresh, Map<String, String> knownKeys) {
        FeedOutcome there = fresh.movedTo().isPresent() ? fresh : ask(unconditional(move.to()));
        return Optional.of(there)
                .filter(FeedOutcome.Fresh.class::isInstance)
                .map(FeedOutcome.Fresh.class::cast)
                .filter(it -> it.feed().items().stream()
                        .flatMap(item -> EpisodeIdentity.keys(item).stream())
                        .anyMatch(knownKeys::containsKey))
                .filter(it -> it.feed()
                        .profile()
                        .newFeed()
                        .filter(on -> !on.equals(move.to()))
                        .isEmpty());
    }

    private static Refreshed nothing(Show show, FeedState next, FeedOutcome outcome) {
        return new Refreshed(show, List.of(), next, outcome);
    }

    private FeedOutcome ask(FetchRequest request) {
        return switch (fetcher.fetch(request)) {
            case Fetched.Body body -> parse(body);
            case Fetched.NotModified same ->
                new FeedOutcome.Unchanged(same.etag(), same.lastModified(), same.movedTo(), same.freshFor());
            case Fetched.Throttled throttled -> new FeedOutcome.Throttled(throttled.retryAfter(), throttled.asked());
            case Fetched.Refused refused ->
                new FeedOutcome.Failed(trouble(refused.reason()), refused.sentence(), refused.freshFor());
        };
    }

    private FeedOutcome parse(Fetched.Body body) {
        try {
            ParsedFeed feed = parsed(body);
            Optional<String> unwanted = unwanted(feed.profile());
            if (unwanted.isPresent()) {
                return new FeedOutcome.Failed(FeedOutcome.Trouble.LASTING, unwanted.get(), body.freshFor());
            }
            return new FeedOutcome.Fresh(
                    feed, body.address(), body.etag(), body.lastModified(), body.movedTo(), body.freshFor());
        } catch (UnreadableFeed e) {
            // a page of a hotel's network looks the same, so try again and keep the old validators
            return new FeedOutcome.Failed(
                    FeedOutcome.Trouble.PASSING,
                    "%s: %s".formatted(body.address().getHost(), e.getMessage()),
                    body.freshFor());
        }
    }

    private ParsedFeed parsed(Fetched.Body body) throws UnreadableFeed {
        parsers.acquireUninterruptibly();
        try {
            return parser.parse(body.bytes(), body.contentType(), Optional.of(body.address()));
        } finally {
            parsers.release();
        }
    }

    private static Optional<String> unwanted(FeedProfile profile) {
        if (profile.blocked()) {
            return Optional.of("The publisher asks that this feed is not read here (podcast:block).");
        }
        return UNSPOKEN.contains(profile.medium())
                ? Optional.of("This feed is of another kind (%s), not a podcast.".formatted(profile.medium()))
                : Optional.empty();
    }

    private static FeedOutcome.Trouble trouble(Fetched.Reason reason) {
        return switch (reason) {
            case GONE -> FeedOutcome.Trouble.FINAL;
            case NOT_AN_ADDRESS, NOT_PUBLIC, NOT_FOUND, TOO_LARGE, TOO_MANY_REDIRECTS -> FeedOutcome.Trouble.LASTING;
            case UNKNOWN_HOST, NO_CONNECTION, TOO_SLOW, FORBIDDEN, UNEXPECTED_ANSWER, SERVER_ERROR ->
                FeedOutcome.Trouble.PASSING;
        };
    }

    private static Show updated(Show show, ParsedFeed feed) {
        return new Show(
                show.id(),
                show.feed(),
                feed.title().isEmpty() ? show.title() : feed.title(),
                feed.description().isEmpty() ? show.description() : feed.description(),
                feed.link().or(show::link),
                feed.artwork().or(show::artwork),
                feed.language().isEmpty() ? show.language() : feed.language(),
                feed.persons());
    }
}
