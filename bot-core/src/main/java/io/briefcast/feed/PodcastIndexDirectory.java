package io.briefcast.feed;

import io.briefcast.http.FetchRequest;
import io.briefcast.http.HttpFetcher;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The open Podcast Index, for those who have a key. Every request is signed with the time, and a clock that is minutes
 * wrong looks like a wrong key: https://podcastindex-org.github.io/docs-api/#auth.
 */
public final class PodcastIndexDirectory implements ShowDirectory {
    private static final String NAME = "The Podcast Index";
    private static final DirectoryAnswer SHAPE =
            new DirectoryAnswer(List.of("feeds", "feed"), "title", "author", "url");

    private final HttpFetcher fetcher;
    private final Account account;
    private final InstantSource clock;

    /** The index, as seen by the holder of an account. */
    public PodcastIndexDirectory(HttpFetcher fetcher, Account account, InstantSource clock) {
        this.fetcher = fetcher;
        this.account = account;
        this.clock = clock;
    }

    /**
     * Who asks.
     *
     * @param base what stands before {@code /search/byterm}
     */
    public record Account(URI base, String key, String secret) {
        @Override
        public String toString() {
            return "account at " + base;
        }
    }

    @Override
    public Answer search(String words) {
        return ask("/search/byterm?max=25&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @Override
    public Answer lookUp(String appleId) {
        return ask("/podcasts/byitunesid?id=" + URLEncoder.encode(appleId, StandardCharsets.UTF_8));
    }

    private Answer ask(String query) {
        return SHAPE.ask(
                fetcher,
                FetchRequest.of(account.base() + query, DirectoryAnswer.MAX_BYTES)
                        .with(signature()),
                NAME);
    }

    private Map<String, String> signature() {
        String seconds = Long.toString(clock.instant().getEpochSecond());
        return Map.of(
                "X-Auth-Key", account.key(),
                "X-Auth-Date", seconds,
                "Authorization", sha1(account.key() + account.secret() + seconds));
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
