package io.briefcast.search;

import io.briefcast.insight.Insight;
import java.util.List;

/**
 * One page of answers to a topic query.
 *
 * @param hits best first
 * @param strong false when nothing found is near enough to be called an answer ("no strong match")
 * @param more whether there is a next page
 */
public record SearchResult(List<Hit> hits, boolean strong, boolean more) {
    public SearchResult {
        hits = List.copyOf(hits);
    }

    /** One found insight with its fused score, comparable within one answer only. */
    public record Hit(Insight insight, double score) {}
}
