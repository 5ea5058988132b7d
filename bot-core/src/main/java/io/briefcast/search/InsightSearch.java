package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.podcast.Followed;
import io.briefcast.search.SearchResult.Hit;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Finds insights by words and by meaning. */
public interface InsightSearch {
    SearchResult search(TopicQuery query);

    /** Near claims from other shows, nearest first, at most two a show; fewer than {@code limit} when weak. */
    default List<Hit> related(Insight insight, int limit) {
        return related(insight, limit, Followed.EVERYTHING);
    }

    /** The same from these shows only. */
    List<Hit> related(Insight insight, int limit, Followed within);

    /**
     * Ids of other shows that made a claim like this one, among the {@code limit} insights nearest to it by meaning.
     *
     * @param nearness the least cosine that counts, in [-1, 1]
     * @param around how long before or after it the other may have come out
     */
    Set<String> otherShows(Insight insight, double nearness, Duration around, int limit);
}
