package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.OlderEpisodes.Progress;
import io.briefcast.podcast.OlderPages;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every memory of wanted older episodes does. */
public abstract class OlderEpisodesContract extends RepositoryContract {
    private static final Instant LATER = Samples.NOON.plus(Duration.ofDays(9));

    private static final URI PAGE = URI.create("https://rent.example/feed?page=2");

    private OlderEpisodes older() {
        return new JdbcOlderEpisodes(database());
    }

    private JdbcEpisodes episodes() {
        return new JdbcEpisodes(database(), Samples.CLOCK);
    }

    @Test
    void findsWhatWasSkippedForItsAgeAlone() {
        Show show = show("rent", "e1", "e2", "e3", "hidden", "read");
        show("other", "o1");
        Episode bonus = Samples.episode(show, "bonus", Samples.NOON);
        episodes().save(bonus, List.of("bonus"));
        skip("came out before the show was added", "e1", "e2", "e3", "o1", "bonus");
        skip(Reading.HIDDEN, "hidden");

        assertThat(older().unread(show.id(), LATER, 10)).containsExactly("e3", "e2", "e1");
        assertThat(older().unread(show.id(), LATER, 2)).containsExactly("e3", "e2");
        assertThat(older().unread(show.id(), Samples.NOON.plus(Duration.ofHours(1)), 10))
                .containsExactly("e1");
    }

    @Test
    void whatIsWantedWaitsAndCounts() {
        Show show = show("rent", "e1", "e2", "e3");
        skip("old", "e1", "e2", "e3");

        older().want(show.id(), List.of("e1", "e2"), LATER);
        assertThat(episodes().waiting(10)).extracting(Episode::id).containsExactly("e2", "e1");
        assertThat(older().wanted()).containsExactlyInAnyOrder("e1", "e2");
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(2, 0)));
        read("e1");
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(2, 1)));

        older().want(show.id(), List.of("e3"), LATER);
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(2, 0)));
        read("e2");
        read("e3");
        assertThat(older().progress()).isEmpty();
    }

    @Test
    void theCountGoesOnOverPages() {
        Show show = show("rent", "e1", "e2", "e3");
        skip("old", "e1", "e2", "e3");
        OlderPages way = OlderPages.from(show.id(), PAGE).wanting(2);
        older().want(show.id(), List.of("e1"), LATER);
        older().save(way);
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(3, 0)));

        read("e1");
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(3, 1)));
        older().wantMore(List.of("e2"), LATER);
        older().save(way.read(1, Optional.of(URI.create("https://rent.example/feed?page=3")), LATER));
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(3, 1)));

        older().save(older().pages(show.id()).orElseThrow().ended(LATER));
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(2, 1)));
        read("e2");
        assertThat(older().progress()).isEmpty();
    }

    @Test
    void whatIsSetAsideCanBeWantedAgain() {
        Show show = show("rent", "e1", "e2", "new");
        skip("old", "e1", "e2");
        older().want(show.id(), List.of("e1", "e2"), LATER);
        read("e1");

        assertThat(older().setAside(show.id(), LATER)).containsExactly("e2");
        assertThat(episodes().waiting(10)).extracting(Episode::id).containsExactly("new");
        assertThat(older().progress()).isEmpty();

        assertThat(older().unread(show.id(), LATER, 10)).containsExactly("e2");
    }

    @Test
    void whatIsToBeReadAgainWasReadAndIsNotSetAside() {
        Show show = show("rent", "e1", "e2");
        skip("old", "e1", "e2");
        older().want(show.id(), List.of("e1", "e2"), LATER);
        read("e1");
        episodes().save(episodes().reading("e1").orElseThrow().again("on request", LATER));

        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(2, 1)));
        assertThat(older().setAside(show.id(), LATER)).containsExactly("e2");
        assertThat(episodes().waiting(10)).extracting(Episode::id).containsExactly("e1");
        older().want(show.id(), List.of("e2"), LATER);
        assertThat(older().progress()).isEqualTo(Map.of(show.id(), new Progress(1, 0)));
    }

    @Test
    void theWayThroughTheOlderPagesIsRememberedWithItsShow() {
        Show show = show("rent");
        OlderPages way = OlderPages.from(show.id(), PAGE).wanting(5);
        assertThat(older().pages(show.id())).isEmpty();

        older().save(way);
        assertThat(older().pages(show.id())).contains(way);

        OlderPages further = way.read(2, Optional.of(URI.create("https://rent.example/feed?page=3")), LATER);
        older().save(further);
        assertThat(older().pages(show.id())).contains(further);

        older().save(further.ended(LATER));
        assertThat(older().pages(show.id()).orElseThrow().next()).isEmpty();
        new JdbcShows(database()).remove(show.id());
        assertThat(older().pages(show.id())).isEmpty();
        older().save(way);
        assertThat(older().pages(show.id())).as("of a show that is gone").isEmpty();
    }

    /** A show with an episode for every id, published an hour apart, the first one at noon. */
    private Show show(String name, String... ids) {
        Show show = Samples.showWithEpisodes(database(), name);
        for (int i = 0; i < ids.length; i++) {
            Instant published = Samples.NOON.plus(Duration.ofHours(i));
            episodes().save(Samples.bareEpisode(show, ids[i], published), List.of(ids[i]));
        }
        return show;
    }

    private void skip(String why, String... ids) {
        for (String id : ids) {
            episodes().save(new Reading(id, Reading.State.SKIPPED, why, "", 0, Map.of(), Samples.NOON));
        }
    }

    private void read(String id) {
        episodes().save(new Reading(id, Reading.State.READ, "", "published", 2, Map.of(), Samples.NOON));
    }
}
