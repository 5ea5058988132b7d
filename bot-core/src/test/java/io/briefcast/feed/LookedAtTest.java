package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.FeedSettings;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LookedAtTest {
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final URI FEED = URI.create("https://harbour.example/feed.xml");
    private static final URI MOVED = URI.create("https://tideway.example/feed.xml");

    private final List<String> asked = new ArrayList<>();
    private Optional<URI> movedTo = Optional.empty();
    private final LookedAt feeds = new LookedAt(this::answer);
    private final ShowFinder finder = new ShowFinder(feeds.forPeople(), new NoDirectory());
    private final FeedRefresher refresher = new FeedRefresher(
            feeds.forReaders(),
            new FeedParser(),
            new FeedSettings(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), 3));

    @Test
    void aShowThatIsLookedAtAndFollowedIsAskedOnce() {
        ShowFinder.Found found = finder.at(FEED);

        Refreshed refreshed = read(((ShowFinder.Found.One) found).show().feed());

        assertThat(refreshed.show().title()).isEqualTo("Harbour talk");
        assertThat(refreshed.state().etag()).contains("\"v1\"");
        assertThat(asked).containsExactly(FEED.toString());
    }

    @Test
    void soIsOneThatMoved() {
        movedTo = Optional.of(MOVED);

        ShowFinder.Found found = finder.at(FEED);
        Refreshed refreshed = read(((ShowFinder.Found.One) found).show().feed());

        assertThat(refreshed.show().feed()).isEqualTo(MOVED);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whatWasLookedAtIsGivenOnce() {
        finder.at(FEED);
        read(FEED);

        read(FEED);

        assertThat(asked).hasSize(2);
    }

    private Refreshed read(URI feed) {
        Show show = Show.unread(feed);
        return refresher.refresh(show, FeedState.untried(show.id(), NOON), Map.of(), true, NOON);
    }

    private Fetched answer(FetchRequest request) {
        asked.add(request.address());
        return new Fetched.Body(
                movedTo.orElse(FEED),
                "<rss version='2.0'><channel><title>Harbour talk</title></channel></rss>"
                        .getBytes(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.of("\"v1\""),
                Optional.empty(),
                movedTo,
                Duration.ZERO);
    }

    private static final class NoDirectory implements ShowDirectory {
        @Override
        public Answer search(String name) {
            return new Answer.Found(List.of());
        }

        @Override
        public Answer lookUp(String appleId) {
            return new Answer.Found(List.of());
        }
    }
}
