package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.search.SearchResult.Hit;
import java.util.List;

/** Finds insights by words and by meaning. */
public interface InsightSearch {
    SearchResult search(TopicQuery query);

    /** Near claims from other shows, nearest first, at most two a show; fewer than {@code limit} when weak. */
    List<Hit> related(Insight insight, int limit);
}
