package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.FeedSettings;
import io.briefcast.http.Fetched;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Versions of one feed, read one after the other as a poller sees them: no episode is missed and none is read twice. */
class FeedReplayTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    private final Map<Instant, byte[]> versions = new TreeMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final Map<String, Set<String>> idsByTitle = new LinkedHashMap<>();
    private final Map<String, Set<String>> idsByGuid = new LinkedHashMap<>();
    private final Set<String> first = new LinkedHashSet<>();
    private final List<String> waiting = new ArrayList<>();

    @Test
    void readsEachEpisodeOfASlidingFeedOnceWhateverItsPublisherChanges() {
        for (int day = 0; day < 30; day++) {
            versions.put(MONDAY.plus(DAY.multipliedBy(day)), feed(day).getBytes(StandardCharsets.UTF_8));
        }

        play();

        assertThat(waiting).hasSize(29 + 7).doesNotHaveDuplicates();
        assertThat(idsByTitle.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
    }

    /** Ten items; on some days guids get another form, audio another mark or host, and one title is corrected. */
    private static String feed(int day) {
        StringBuilder feed = new StringBuilder("<rss><channel><title>Daily</title>");
        for (int number = day; number > day - 10; number--) {
            String guid = day % 7 < 4 ? "https://cdn.example/" + number + "_0" : "urn:daily:" + number;
            String media = "https://%s.example/%d.mp3?updated=%d".formatted(day < 15 ? "old" : "new", number, day);
            feed.append("<item><title>Episode %d%s</title>".formatted(number, day == number ? "" : " "))
                    .append("<guid>%s</guid><enclosure url='%s' type='audio/mpeg'/>".formatted(guid, media))
                    .append("<pubDate>%s</pubDate></item>"
                            .formatted(MONDAY.plus(DAY.multipliedBy(number)).minusSeconds(600)));
        }
        return feed.append("</channel></rss>").toString();
    }

    /** The folder holds files that are named by number and moment, such as 0081_2026-02-23T054426+0000.xml. */
    @Test
    @EnabledIfEnvironmentVariable(named = "FEED_REPLAY_FOLDER", matches = ".+")
    void readsEachEpisodeOfRealVersionsOnce() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getenv("FEED_REPLAY_FOLDER")))) {
            files.forEach(file -> versions.put(moment(file), bytes(file)));
        }

        play();

        assertThat(waiting).doesNotHaveDuplicates();
        assertThat(idsByGuid.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
        Set<String> ids = new LinkedHashSet<>();
        idsByGuid.values().forEach(ids::addAll);
        assertThat(ids).hasSameSizeAs(idsByGuid.keySet());
        ids.removeAll(first);
        assertThat(waiting).containsAll(ids);
    }

    private void play() {
        Show show = Show.unread(URI.create("https://daily.example/feed.xml"));
        FeedState state = FeedState.untried(show.id(), Instant.EPOCH);
        FeedSettings settings = new FeedSettings(Duration.ofHours(1), DAY, Duration.ofDays(7), 3);
        for (Map.Entry<Instant, byte[]> version : versions.entrySet()) {
            FeedRefresher refresher =
                    new FeedRefresher(request -> body(version.getValue()), new FeedParser(), settings);
            Refreshed refreshed =
                    refresher.refresh(show, state, keys, state.lastRead().isEmpty(), version.getKey());
            assertThat(refreshed.outcome()).isInstanceOf(FeedOutcome.Fresh.class);
            refreshed.found().forEach(this::remember);
            if (state.lastRead().isEmpty()) {
                first.addAll(keys.values());
            }
            show = refreshed.show();
            state = refreshed.state();
        }
    }

    private void remember(Refreshed.Found found) {
        String id = found.episode().id();
        found.keys().forEach(key -> keys.putIfAbsent(key, id));
        idsByTitle
                .computeIfAbsent(found.episode().title(), title -> new LinkedHashSet<>())
                .add(id);
        idsByGuid
                .computeIfAbsent(found.episode().guid(), guid -> new LinkedHashSet<>())
                .add(id);
        if (found.waits()) {
            waiting.add(id);
        }
    }

    private static Fetched body(byte[] bytes) {
        return new Fetched.Body(
                URI.create("https://daily.example/feed.xml"),
                bytes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
    }

    private static Instant moment(Path file) {
        String name = file.getFileName().toString();
        return OffsetDateTime.parse(
                        name.substring(name.indexOf('_') + 1, name.lastIndexOf('.')),
                        DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmssxx"))
                .toInstant();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
