package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.subscription.StoppedFeeds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every memory of stopped feeds does. */
public abstract class StoppedFeedsContract extends RepositoryContract {
    private StoppedFeeds stopped() {
        return new JdbcStoppedFeeds(database());
    }

    @Test
    void namesWhatStoppedUntilAnAudienceWasTold() {
        Show rent = Samples.showWithEpisodes(database(), "rent");
        Samples.showWithEpisodes(database(), "fine");
        stops(rent, Optional.empty());

        assertThat(stopped().untold("us")).containsExactly(new StoppedFeeds.Stopped(rent, "gone"));
        stopped().told("us", List.of(rent.id()));

        assertThat(stopped().untold("us")).isEmpty();
        assertThat(stopped().untold("them")).hasSize(1);
    }

    @Test
    void whatStopsAgainWithoutHavingBeenReadIsNoNews() {
        Show rent = Samples.showWithEpisodes(database(), "rent");
        stops(rent, Optional.of(Samples.NOON));
        stopped().told("us", List.of(rent.id()));

        new JdbcShows(database()).retry(rent.id(), Samples.NOON, Samples.NOON);
        assertThat(stopped().untold("them")).isEmpty();
        stops(rent, Optional.of(Samples.NOON));

        assertThat(stopped().untold("us")).isEmpty();
    }

    @Test
    void whatWasReadAndStopsAgainIsNews() {
        Show rent = Samples.showWithEpisodes(database(), "rent");
        stops(rent, Optional.of(Samples.NOON));
        stopped().told("us", List.of(rent.id()));

        stops(rent, Optional.of(Samples.NOON.plus(Duration.ofDays(90))));
        assertThat(stopped().untold("us")).hasSize(1);
        stopped().told("us", List.of(rent.id()));

        assertThat(stopped().untold("us")).isEmpty();
    }

    @Test
    void forgetsOneAudienceAlone() {
        Show rent = Samples.showWithEpisodes(database(), "rent");
        stops(rent, Optional.empty());
        stopped().told("us", List.of(rent.id()));
        stopped().told("them", List.of(rent.id()));

        stopped().forget("us");

        assertThat(stopped().untold("us")).hasSize(1);
        assertThat(stopped().untold("them")).isEmpty();
    }

    private void stops(Show show, Optional<Instant> lastRead) {
        new JdbcShows(database())
                .update(new FeedState(
                        show.id(),
                        Optional.empty(),
                        Optional.empty(),
                        FeedState.NEVER,
                        lastRead,
                        30,
                        Optional.of("gone")));
    }
}
