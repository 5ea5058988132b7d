package io.briefcast.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.language.Embedding;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.SearchResult;
import io.briefcast.search.TopicQuery;
import java.util.List;
import org.junit.jupiter.api.Test;

class OtherShowsTest {
    private static final Embedding CLAIM = Samples.direction(1);
    private static final Insight ONE = said("one", "a", CLAIM);

    @Test
    void countsShowsAndNotInsights() {
        var shows =
                new OtherShows(answering(said("two", "b", CLAIM), said("three", "b", CLAIM), said("four", "c", CLAIM)));

        assertThat(shows.applyAsInt(ONE)).isEqualTo(2);
    }

    @Test
    void theOwnShowDoesNotCount() {
        assertThat(new OtherShows(answering(said("two", "a", CLAIM))).applyAsInt(ONE))
                .isZero();
    }

    @Test
    void whatIsOnlyRelatedDoesNotCount() {
        var related = said("two", "b", Samples.near(CLAIM, 0.75, 2));

        assertThat(new OtherShows(answering(related)).applyAsInt(ONE)).isZero();
    }

    private static Insight said(String id, String show, Embedding meaning) {
        return Samples.insight(id, show, 0.9, "Claim", meaning);
    }

    private static InsightSearch answering(Insight... related) {
        return new InsightSearch() {
            @Override
            public SearchResult search(TopicQuery query) {
                return new SearchResult(List.of(), List.of(), false, false);
            }

            @Override
            public List<SearchResult.Hit> related(Insight insight, int limit) {
                return List.of(related).stream()
                        .map(one -> new SearchResult.Hit(one, 1))
                        .toList();
            }
        };
    }
}
