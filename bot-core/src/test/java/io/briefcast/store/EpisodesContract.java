package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Edition;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Readers;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.WatchedTranscript;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every store of episodes does. */
public abstract class EpisodesContract extends RepositoryContract {
    private Episodes episodes() {
        return new JdbcEpisodes(database(), Samples.CLOCK);
    }

    @Test
    void givesBackEveryDetail() {
        Show show = Samples.showWithEpisodes(database(), "rent");
        Episode full = Samples.episode(show, "full", Samples.NOON);
        Episode bare = Samples.bareEpisode(show, "bare");

        episodes().save(full, List.of("k1"));
        episodes().save(bare, List.of("k2"));

        assertThat(episodes().find("full")).contains(full);
        assertThat(episodes().find("bare")).contains(bare);
    }

    @Test
    void addsThoseOfAFeedAtOnce() {
        Show show = Samples.showWithEpisodes(database(), "rent", "known");
        episodes().save(read("known"));
        Episode waits = Samples.episode(show, "waits", Samples.NOON);
        Episode skipped = Samples.bareEpisode(show, "skipped");
        Reading why = new Reading("skipped", Reading.State.SKIPPED, "a trailer", "", 0, Map.of(), Samples.NOON);

        episodes()
                .add(List.of(
                        new Episodes.Added(waits, List.of("k1", "k2"), Optional.empty()),
                        new Episodes.Added(skipped, List.of("k3", "k1"), Optional.of(why)),
                        new Episodes.Added(Samples.bareEpisode(show, "known"), List.of("k4"), Optional.empty())));

        assertThat(episodes().find("waits")).contains(waits);
        assertThat(episodes().find("skipped")).contains(skipped);
        assertThat(episodes().reading("waits")).map(Reading::state).contains(Reading.State.WAITING);
        assertThat(episodes().reading("skipped")).contains(why);
        assertThat(episodes().reading("known")).contains(read("known"));
        assertThat(episodes().keys(show.id()))
                .containsEntry("k1", "waits")
                .containsEntry("k3", "skipped")
                .containsEntry("k4", "known");
    }

    @Test
    void addsNothingOfAFeedWithoutNews() {
        episodes().add(List.of());

        assertThat(episodes().progress()).isEmpty();
    }

    @Test
    void knowsWhichTranscriptsToLookAt() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3");
        WatchedTranscript first = watched("e1", Optional.of("\"v1\""), Optional.of(Samples.NOON.plusSeconds(1)));
        episodes().save(first);
        episodes().save(watched("e2", Optional.empty(), Optional.of(Samples.NOON)));
        episodes().save(watched("e3", Optional.empty(), Optional.empty()));

        assertThat(episodes().watched("e1")).contains(first);
        assertThat(episodes().watched("e3")).contains(watched("e3", Optional.empty(), Optional.empty()));
        assertThat(episodes().toLookAt(Samples.NOON.plusSeconds(1), 9))
                .extracting(Episode::id)
                .containsExactly("e2", "e1");
        assertThat(episodes().toLookAt(Samples.NOON, 9)).extracting(Episode::id).containsExactly("e2");

        WatchedTranscript second = watched("e1", Optional.of("\"v2\""), Optional.empty());
        episodes().save(second);
        assertThat(episodes().watched("e1")).contains(second);

        new JdbcShows(database()).remove(show.id());
        episodes().save(first);
        assertThat(episodes().watched("e1")).isEmpty();
    }

    private static WatchedTranscript watched(String episodeId, Optional<String> etag, Optional<Instant> due) {
        URI address = URI.create("https://cdn.example/a.vtt");
        var edition =
                new Edition(address, etag, Optional.of("yesterday"), address.resolve("/b.vtt"), "webvtt", "digest");
        return new WatchedTranscript(episodeId, edition, 2, due);
    }

    @Test
    void aKeyKeepsTheEpisodeItFirstMeant() {
        Show show = Samples.showWithEpisodes(database(), "rent");

        episodes().save(Samples.bareEpisode(show, "one"), List.of("guid:1", "title:1"));
        episodes().save(Samples.bareEpisode(show, "two"), List.of("guid:2", "title:1"));

        assertThat(episodes().keys(show.id()))
                .containsExactlyInAnyOrderEntriesOf(Map.of("guid:1", "one", "title:1", "one", "guid:2", "two"));
    }

    @Test
    void savingAgainOverwritesButKeepsTheReading() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        episodes().save(read("e1"));

        Episode renamed = Samples.bareEpisode(show, "e1");
        episodes().save(renamed, List.of("another key"));

        assertThat(episodes().find("e1")).contains(renamed);
        assertThat(episodes().reading("e1")).contains(read("e1"));
        assertThat(episodes().keys(show.id())).containsOnlyKeys("e1", "another key");
    }

    @Test
    void aNewEpisodeWaits() {
        Samples.showWithEpisodes(database(), "rent", "e1");

        assertThat(episodes().reading("e1"))
                .contains(new Reading("e1", Reading.State.WAITING, "", "", 0, Map.of(), Samples.NOON));
        assertThat(episodes().waiting(10)).extracting(Episode::id).containsExactly("e1");
    }

    @Test
    void listsWhatWaitsNewestFirst() {
        Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3");
        episodes().save(read("e2"));

        assertThat(episodes().waiting(10)).extracting(Episode::id).containsExactly("e3", "e1");
        assertThat(episodes().waiting(1)).extracting(Episode::id).containsExactly("e3");
    }

    @Test
    void countsHowFarTheEpisodesAre() {
        Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3");
        episodes().save(read("e2"));

        assertThat(episodes().progress())
                .containsExactlyInAnyOrderEntriesOf(Map.of(Reading.State.WAITING, 2, Reading.State.READ, 1));
    }

    @Test
    void listsByShowAndByDateNewestFirst() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3");
        Samples.showWithEpisodes(database(), "other", "o1");

        assertThat(episodes().ofShow(show.id(), 2)).extracting(Episode::id).containsExactly("e3", "e2");
    }

    @Test
    void listsWhatGaveNothingNewestFirst() {
        Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3");
        assertThat(episodes().barren(Samples.NOON, 10))
                .extracting(Reading::episodeId)
                .containsExactly("e3", "e2", "e1");
        episodes().save(read("e3"));

        assertThat(episodes().barren(Samples.NOON.plus(Duration.ofHours(1)), 10))
                .extracting(Reading::episodeId)
                .containsExactly("e2");
        assertThat(episodes().barren(Samples.NOON, 1))
                .extracting(Reading::episodeId)
                .containsExactly("e2");
    }

    @Test
    void knowsWhoReadWhatAndWhatOthersRead() {
        Show rent = Samples.showWithEpisodes(database(), "rent", "e1", "e2", "e3", "e4", "waits", "skipped");
        Samples.showWithEpisodes(database(), "other", "o1");
        for (String id : List.of("e1", "e2", "e4", "o1")) {
            episodes().save(read(id));
        }
        episodes().save(readBy("e3", "fake-2"));
        episodes().save(readBy("e4", ""));
        episodes().save(read("waits").again("to be read again", Samples.NOON));
        episodes().save(new Reading("skipped", Reading.State.SKIPPED, "old", "", 0, Map.of(), Samples.NOON));
        Followed mine = Followed.only(Set.of(rent.id()));

        assertThat(episodes().readers(Instant.EPOCH, mine))
                .isEqualTo(new Readers(Map.of("fake-1", 2, "fake-2", 1, "", 1), 1));
        assertThat(episodes().readers(Instant.EPOCH, Followed.EVERYTHING).by(Set.of("fake-1", "fake-2")))
                .isEqualTo(4);
        assertThat(episodes().readByOthers(Set.of("fake-2", "fake-3"), Instant.EPOCH, mine))
                .extracting(Reading::episodeId)
                .containsExactly("e4", "e2", "e1");
        assertThat(episodes().readByOthers(Set.of("fake-1"), Samples.NOON.plus(Duration.ofHours(3)), mine))
                .containsExactly(readBy("e4", ""));
        assertThat(episodes()
                        .readers(Samples.NOON.plus(Duration.ofHours(3)), mine)
                        .except(Set.of("fake-2")))
                .isEqualTo(Map.of("", 1));
    }

    @Test
    void findsThousandsAtOnceAndLeavesOutTheUnknown() {
        String[] ids = IntStream.range(0, 2_500).mapToObj(i -> "e" + i).toArray(String[]::new);
        Show show = Samples.showWithEpisodes(database(), "rent");
        database()
                .transactions()
                .executeWithoutResult(tx ->
                        Stream.of(ids).forEach(id -> episodes().save(Samples.bareEpisode(show, id), List.of(id))));

        var asked = Stream.concat(Stream.of(ids), Stream.of("unknown")).toList();

        assertThat(episodes().find(asked)).hasSize(2_500);
        assertThat(episodes().find(List.<String>of())).isEmpty();
    }

    @Test
    void aReadingThatComesAfterTheRemovalIsForgotten() {
        episodes().save(read("gone"));

        assertThat(episodes().reading("gone")).isEmpty();
    }

    private static Reading read(String episodeId) {
        return readBy(episodeId, "fake-1");
    }

    private static Reading readBy(String episodeId, String extractor) {
        return new Reading(
                episodeId,
                Reading.State.READ,
                "",
                "published",
                4,
                Map.of("question", 7, "advert", 2),
                Samples.NOON,
                extractor);
    }
}
