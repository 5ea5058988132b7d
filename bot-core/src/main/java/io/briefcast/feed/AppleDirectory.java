package io.briefcast.feed;

import io.briefcast.http.FetchRequest;
import io.briefcast.http.HttpFetcher;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Apple's catalogue, which needs no key: https://performance-partners.apple.com/search-api. It asks not to be asked more
 * than about 20 times a minute.
 */
public final class AppleDirectory implements ShowDirectory {
    private static final String NAME = "Apple's directory";
    private static final DirectoryAnswer SHAPE =
            new DirectoryAnswer(List.of("results"), "collectionName", "artistName", "feedUrl");

    private final HttpFetcher fetcher;
    private final URI base;

    /**
     * The catalogue.
     *
     * @param base what stands before {@code /search} and {@code /lookup}
     */
    public AppleDirectory(HttpFetcher fetcher, URI base) {
        this.fetcher = fetcher;
        this.base = base;
    }

    @Override
    public Answer search(String words) {
        return ask("/search?media=podcast&entity=podcast&limit=25&term="
                + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }

    @Override
    public Answer lookUp(String appleId) {
        return ask("/lookup?entity=podcast&id=" + URLEncoder.encode(appleId, StandardCharsets.UTF_8));
    }

    private Answer ask(String query) {
        return SHAPE.ask(fetcher, FetchRequest.of(base + query, DirectoryAnswer.MAX_BYTES), NAME);
    }
}
