package io.briefcast.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.briefcast.insight.Insight;
import io.briefcast.ranking.Taste.Judged;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasteTest {
    private static final Insight LIKED = Samples.insight("liked", "rack", 0.8);
    private static final Insight NEAR =
            Samples.insight("near", "other", 0.8, "Near", Samples.near(LIKED.embedding(), 0.85, 3));
    private static final Insight FAR =
            Samples.insight("far", "other", 0.8, "Far", Samples.near(LIKED.embedding(), 0.63, 4));

    @Test
    void oneVoteMovesTheTasteAtOnce() {
        Taste taste = Taste.of(List.of(new Judged(LIKED, true)));

        assertThat(taste.shows()).containsOnlyKeys("rack");
        assertThat(taste.shows().get("rack")).isCloseTo(0.46, within(0.01));
        assertThat(of(taste, NEAR)).isGreaterThan(0.6);
        assertThat(of(taste, FAR)).isCloseTo(0, within(0.01));
    }

    @Test
    void lessIsTheOppositeOfMore() {
        Taste less = Taste.of(List.of(new Judged(LIKED, false)));

        assertThat(of(less, NEAR)).isLessThan(-0.6);
        assertThat(less.shows().get("rack")).isNegative();
    }

    @Test
    void aThousandVotesStayInBounds() {
        Taste taste = Taste.of(Collections.nCopies(1_000, new Judged(LIKED, true)));

        assertThat(of(taste, LIKED)).isLessThanOrEqualTo(1);
        assertThat(taste.shows().get("rack")).isLessThanOrEqualTo(1);
    }

    @Test
    void withoutVotesNothingLeans() {
        assertThat(Taste.of(List.of())).isEqualTo(Taste.NONE);
    }

    private static double of(Taste taste, Insight insight) {
        double along = 0;
        for (int d = 0; d < insight.embedding().vector().length; d++) {
            along += taste.sum().vector()[d] * insight.embedding().vector()[d];
        }
        return taste.of(along);
    }
}
