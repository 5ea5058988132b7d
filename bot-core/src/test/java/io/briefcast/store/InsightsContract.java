package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of insights does. */
public abstract class InsightsContract extends RepositoryContract {
    private Insights insights() {
        return new JdbcInsights(database());
    }

    @Test
    void givesBackEveryDetail() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        Insight insight = Samples.insight(show, "e1", "i1", 9.25, Samples.NOON);

        insights().replace("e1", List.of(insight));

        assertThat(insights().find("i1")).contains(insight);
    }

    @Test
    void findsInTheOrderAsked() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        insights().replace("e1", several(show, "i1", "i2", "i3"));

        assertThat(insights().find(List.of("i3", "unknown", "i1")))
                .extracting(Insight::id)
                .containsExactly("i3", "i1");
    }

    @Test
    void whatANewReadingLeavesOutIsNoLongerShownButStillFound() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1", "e2");
        insights().replace("e1", several(show, "i1", "i2"));
        insights().replace("e2", List.of(Samples.insight(show, "e2", "other", 1, Samples.NOON)));

        insights().replace("e1", several(show, "i2", "i3"));

        assertThat(insights().published(Samples.NOON, Samples.NOON.plusSeconds(1)))
                .extracting(Insight::id)
                .containsExactlyInAnyOrder("i2", "i3", "other");
        assertThat(insights().count()).isEqualTo(3);
        assertThat(insights().find("i1")).isPresent();
    }

    @Test
    void readingTwiceLeavesNoDuplicates() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");

        insights().replace("e1", several(show, "i1", "i2"));
        insights().replace("e1", several(show, "i1", "i2"));

        assertThat(insights().count()).isEqualTo(2);
        assertThat(insights().after(0, 10)).hasSize(2);
    }

    @Test
    void listsTheDaysBestFirst() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1");
        var day = Duration.ofDays(1);
        insights()
                .replace(
                        "e1",
                        List.of(
                                Samples.insight(show, "e1", "weak", 8, Samples.NOON),
                                Samples.insight(show, "e1", "strong", 11, Samples.NOON.plusSeconds(5)),
                                Samples.insight(show, "e1", "tomorrow", 12, Samples.NOON.plus(day)),
                                Samples.insight(show, "e1", "yesterday", 13, Samples.NOON.minusMillis(1))));

        assertThat(insights().published(Samples.NOON, Samples.NOON.plus(day)))
                .extracting(Insight::id)
                .containsExactly("strong", "weak");
    }

    @Test
    void namesWhoeverSpeaks() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1", "e2");
        insights().replace("e1", several(show, "i1", "i2"));
        insights().replace("e2", List.of(Samples.insight(show, "e2", "other", 1, Samples.NOON)));
        insights().replace("e2", List.of());

        assertThat(insights().speakers(Followed.only(Set.of(show.id()))))
                .containsExactly(insights().find("i1").orElseThrow().quote().speaker());
        assertThat(insights().speakers(Followed.only(Set.of("another")))).isEmpty();
    }

    @Test
    void beforeTheFirstInsightTheLastNumberIsZero() {
        assertThat(insights().last()).isZero();
    }

    @Test
    void numbersInTheOrderOfWriting() {
        Show show = Samples.showWithEpisodes(database(), "rent", "e1", "e2");
        insights().replace("e2", List.of(Samples.insight(show, "e2", "first", 1, Samples.NOON)));
        insights().replace("e1", several(show, "second", "third"));
        insights().replace("e2", List.of(Samples.insight(show, "e2", "first", 2, Samples.NOON)));

        var all = insights().after(0, 10);
        assertThat(insights().last()).isEqualTo(all.getLast().sequence());

        assertThat(all).extracting(written -> written.insight().id()).containsExactly("second", "third", "first");
        assertThat(insights().after(all.getFirst().sequence(), 1))
                .extracting(written -> written.insight().id())
                .containsExactly("third");
        assertThat(insights().after(all.getLast().sequence(), 10)).isEmpty();
    }

    private static List<Insight> several(Show show, String... ids) {
        return List.of(ids).stream()
                .map(id -> Samples.insight(show, "e1", id, 9, Samples.NOON))
                .toList();
    }
}
