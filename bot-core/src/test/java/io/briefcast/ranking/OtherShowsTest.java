package io.briefcast.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.podcast.Followed;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.SearchResult;
import io.briefcast.search.TopicQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherShowsTest {
    private final Index index = new Index();

    @Test
    void theIndexIsAskedOnceForEachInsight() {
        OtherShows shows = new OtherShows(index);
        Insight one = Samples.insight("one", "a", 0.9);
        Insight two = Samples.insight("two", "a", 0.9);

        assertThat(List.of(shows.apply(one), shows.apply(two), shows.apply(one)))
                .containsExactly(Set.of("show 1"), Set.of("show 2"), Set.of("show 1"));
        assertThat(index.asked).containsExactly("one", "two");
    }

    /** Answers how many questions it was asked. */
    private static final class Index implements InsightSearch {
        private final List<String> asked = new ArrayList<>();

        @Override
        public SearchResult search(TopicQuery query) {
            return new SearchResult(List.of(), List.of(), false, false);
        }

        @Override
        public List<SearchResult.Hit> related(Insight insight, int limit, Followed within) {
            return List.of();
        }

        @Override
        public Set<String> otherShows(Insight insight, double nearness, Duration around, int limit) {
            asked.add(insight.id());
            return Set.of("show " + asked.size());
        }
    }
}
