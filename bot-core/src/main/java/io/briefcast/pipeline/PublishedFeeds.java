package io.briefcast.pipeline;

import io.briefcast.feed.FeedPage;
import io.briefcast.feed.FeedRefresher;
import io.briefcast.feed.Refreshed;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Feeds as publishers serve them. */
public final class PublishedFeeds implements FeedReader {
    private final FeedRefresher refresher;

    public PublishedFeeds(FeedRefresher refresher) {
        this.refresher = refresher;
    }

    @Override
    public News read(Show show, FeedState state, Map<String, String> keys, Instant now) {
        boolean firstRun = state.lastRead().isEmpty();
        Refreshed refreshed = refresher.refresh(show, state, keys, firstRun, now);
        return new News(
                refreshed.show(),
                refreshed.state(),
                refreshed.found().stream().map(PublishedFeeds::item).toList(),
                refreshed.older());
    }

    @Override
    public Page page(Show show, URI page, Map<String, String> keys, Instant now) {
        return switch (refresher.page(show, page, keys, now)) {
            case FeedPage.Read read ->
                new Page.Read(read.found().stream().map(PublishedFeeds::item).toList(), read.further());
            case FeedPage.Later later -> new Page.Later(later.least());
            case FeedPage.Lost lost -> new Page.Lost();
        };
    }

    private static Item item(Refreshed.Found found) {
        String skipped = found.reading()
                .filter(reading -> reading.state() == Reading.State.SKIPPED)
                .map(Reading::detail)
                .orElse("");
        return new Item(found.episode(), Set.copyOf(found.keys()), skipped);
    }
}
