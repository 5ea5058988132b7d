package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.brief.SeenInsights;
import io.briefcast.insight.Insight;
import io.briefcast.podcast.Show;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every memory of sent insights does. */
public abstract class SeenInsightsContract extends RepositoryContract {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 9);

    private SeenInsights seen() {
        return new JdbcSeenInsights(database());
    }

    @Test
    void remembersForEachAudienceWhatItWasSent() {
        Show show = twoInsights();

        seen().mark("us", DAY, List.of("i1", "unknown"), Samples.NOON);

        assertThat(seen().seen("us", Samples.NOON)).containsExactly(Samples.insight(show, "e1", "i1", 9, Samples.NOON));
        assertThat(seen().seen("them", Samples.NOON)).isEmpty();
        assertThat(seen().seen("us", Samples.NOON.plusMillis(1))).isEmpty();
    }

    @Test
    void markingTwiceKeepsTheFirstTime() {
        twoInsights();
        seen().mark("us", DAY, List.of("i1"), Samples.NOON);

        seen().mark("us", DAY.plusDays(1), List.of("i1", "i2"), Samples.NOON.plus(Duration.ofDays(1)));

        assertThat(seen().seen("us", Samples.NOON.plusMillis(1)))
                .extracting(Insight::id)
                .containsExactly("i2");
    }

    @Test
    void whatWasSeenStaysKnownAfterANewReading() {
        twoInsights();
        seen().mark("us", DAY, List.of("i1"), Samples.NOON);

        new JdbcInsights(database()).replace("e1", List.of());

        assertThat(seen().seen("us", Samples.NOON)).extracting(Insight::id).containsExactly("i1");
    }

    @Test
    void takesBackOneBriefOfOneAudience() {
        twoInsights();
        seen().mark("us", DAY, List.of("i1"), Samples.NOON);
        seen().mark("us", DAY.plusDays(1), List.of("i2"), Samples.NOON);
        seen().mark("them", DAY, List.of("i1"), Samples.NOON);

        seen().unmark("us", DAY);

        assertThat(seen().seen("us", Samples.NOON)).extracting(Insight::id).containsExactly("i2");
        assertThat(seen().seen("them", Samples.NOON)).hasSize(1);
    }

    @Test
    void forgetsOneAudienceAlone() {
        twoInsights();
        seen().mark("us", DAY, List.of("i1"), Samples.NOON);
        seen().mark("them", DAY, List.of("i1"), Samples.NOON);

        seen().forget("us");

        assertThat(seen().seen("us", Samples.NOON)).isEmpty();
        assertThat(seen().seen("them", Samples.NOON)).hasSize(1);
    }

    private Show twoInsights() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        new JdbcInsights(database())
                .replace(
                        "e1",
                        List.of(
                                Samples.insight(show, "e1", "i1", 9, Samples.NOON),
                                Samples.insight(show, "e1", "i2", 8, Samples.NOON)));
        return show;
    }
}
