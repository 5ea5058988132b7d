package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Pace;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of shows does. */
public abstract class ShowsContract extends RepositoryContract {
    private static final Show SHOW = Samples.show("rent");

    private Shows shows() {
        return new JdbcShows(database());
    }

    @Test
    void givesBackWhatWasAdded() {
        Shows shows = shows();

        assertThat(shows.add(SHOW, FeedState.untried(SHOW.id(), Samples.NOON))).isTrue();

        assertThat(shows.find(SHOW.id())).contains(SHOW);
        assertThat(shows.state(SHOW.id())).isEqualTo(FeedState.untried(SHOW.id(), Samples.NOON));
    }

    @Test
    void tellsTheStatesOfAllFeedsTogetherAsOftenAsItIsAsked() {
        Shows shows = shows();
        Show other = Samples.show("other");
        shows.add(SHOW, FeedState.untried(SHOW.id(), Samples.NOON));
        shows.add(other, FeedState.untried(other.id(), Samples.NOON.plusSeconds(9)));

        for (int time = 0; time < 30; time++) {
            assertThat(shows.states())
                    .as("time %d: connections go back", time)
                    .hasSize(2)
                    .containsEntry(other.id(), shows.state(other.id()));
        }
    }

    @Test
    void addingAgainChangesNothing() {
        Shows shows = shows();
        shows.add(SHOW, FeedState.untried(SHOW.id(), Samples.NOON));

        assertThat(shows.add(SHOW, FeedState.untried(SHOW.id(), Samples.NOON.plusSeconds(9))))
                .isFalse();

        assertThat(shows.state(SHOW.id()).nextRead()).isEqualTo(Samples.NOON);
    }

    @Test
    void remembersAllThatIsKnownAboutAShow() {
        Shows shows = shows();
        shows.add(SHOW, FeedState.untried(SHOW.id(), Samples.NOON));
        var known = new Show(
                SHOW.id(),
                URI.create("https://moved.example/feed"),
                "Rent; or own?",
                "It's a 'show'",
                Optional.of(URI.create("https://rent.example/")),
                Optional.of(URI.create("https://rent.example/art.png")),
                "de-CH",
                List.of(new Person("Jürg", "host")));

        shows.update(known);

        assertThat(shows.find(SHOW.id())).contains(known);
    }

    @Test
    void aFeedThatMovesToAnotherShowsAddressKeepsItsOwn() {
        Shows shows = shows();
        Show other = Samples.show("other");
        shows.add(SHOW, FeedState.untried(SHOW.id(), Samples.NOON));
        shows.add(other, FeedState.untried(other.id(), Samples.NOON));

        shows.update(
                new Show(SHOW.id(), other.feed(), "New title", "", Optional.empty(), Optional.empty(), "", List.of()));

        assertThat(shows.find(SHOW.id()).orElseThrow().feed()).isEqualTo(SHOW.feed());
        assertThat(shows.find(SHOW.id()).orElseThrow().title()).isEqualTo("New title");
    }

    @Test
    void remembersTheStateOfItsFeed() {
        Shows shows = shows();
        shows.add(SHOW, FeedState.untried(SHOW.id(), Samples.NOON));
        var state = new FeedState(
                SHOW.id(),
                Optional.of("W/\"a, b\""),
                Optional.of("Mon, 09 Mar 2026 12:00:00 GMT"),
                Samples.NOON.plus(Duration.ofHours(1)),
                Optional.of(Samples.NOON),
                3,
                Optional.of("The server does not answer."),
                Optional.of(new FeedState.Move(URI.create("https://new.example/feed"), Samples.NOON, 2)),
                new Pace(Duration.ofHours(6), Set.of(3), Set.of(DayOfWeek.SUNDAY)),
                Optional.of(new FeedState.Source(URI.create("https://cdn.example/feed"), 3)));

        shows.update(state);

        assertThat(shows.state(SHOW.id())).isEqualTo(state);
    }

    @Test
    void listsByTitleWhateverTheCase() {
        Shows shows = shows();
        for (String name : List.of("b", "A", "c")) {
            Show show = Samples.show(name);
            shows.add(show, FeedState.untried(show.id(), Samples.NOON));
        }

        assertThat(shows.all())
                .extracting(Show::title)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .hasSize(3);
    }

    @Test
    void removesAShowWithAllThatHangsOnIt() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        new JdbcInsights(database()).replace("e1", List.of(Samples.insight(show, "e1", "i1", 9, Samples.NOON)));

        shows().remove(show.id());

        assertThat(shows().find(show.id())).isEmpty();
        assertThat(new JdbcEpisodes(database(), Samples.CLOCK).find("e1")).isEmpty();
        assertThat(new JdbcInsights(database()).count()).isZero();
    }

    @Test
    void aStateThatComesAfterTheRemovalIsForgotten() {
        shows().update(FeedState.untried("gone", Samples.NOON));

        assertThat(shows().find("gone")).isEmpty();
    }
}
