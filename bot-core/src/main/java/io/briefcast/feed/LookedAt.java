package io.briefcast.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import java.time.Duration;
import java.util.Optional;

/**
 * Feeds that somebody has just looked at: who then follows one has it read from what was looked at, so that adding a show
 * asks its server once.
 */
public final class LookedAt {
    /** As long as people take to press a button. */
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final long MAX_BYTES = 2 * FeedParser.MAX_BYTES;

    private final HttpFetcher fetcher;
    private final Cache<String, Fetched.Body> bodies = Caffeine.newBuilder()
            .expireAfterWrite(SOON)
            .maximumWeight(MAX_BYTES)
            .weigher((String address, Fetched.Body body) -> body.bytes().length)
            .build();

    public LookedAt(HttpFetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Asks for people who look at a feed. */
    public HttpFetcher forPeople() {
        return this::look;
    }

    private Fetched look(FetchRequest request) {
        Fetched fetched = fetcher.fetch(request);
        if (fetched instanceof Fetched.Body body) {
            // followed is the address that it moved to
            bodies.put(body.movedTo().map(Object::toString).orElse(request.address()), body);
        }
        return fetched;
    }

    /** Asks for who reads feeds again and again: what was looked at is given once, instead of asking. */
    public HttpFetcher forReaders() {
        return request -> {
            Optional<Fetched> seen = request.isConditional()
                    ? Optional.empty()
                    : Optional.ofNullable(bodies.asMap().remove(request.address()));
            return seen.orElseGet(() -> fetcher.fetch(request));
        };
    }
}
