package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import java.time.Instant;
import java.util.List;

/**
 * One page of answers to a topic query.
 *
 * @param hits best first
 * @param spoken what was said on it beside these insights, best first, at most three; only with the first page
 * @param strong false when nothing found is near enough to be called an answer ("no strong match")
 * @param more whether there is a next page
 */
public record SearchResult(List<Hit> hits, List<Spoken> spoken, boolean strong, boolean more) {
    public SearchResult {
        hits = List.copyOf(hits);
        spoken = List.copyOf(spoken);
    }

    /** Whether nothing at all was found. */
    public boolean isEmpty() {
        return hits.isEmpty() && spoken.isEmpty();
    }

    /**
     * One found insight.
     *
     * @param score fused, comparable within one answer only
     * @param marked words of its headline, explanation and quote that the question has too, in lower case
     */
    public record Hit(Insight insight, double score, List<String> marked) {
        public Hit {
            marked = List.copyOf(marked);
        }

        /** One of which no words were looked for. */
        public Hit(Insight insight, double score) {
            this(insight, score, List.of());
        }

        Hit marking(List<String> words) {
            return new Hit(insight, score, words);
        }
    }

    /**
     * Words of an episode that no insight has.
     *
     * @param marked words of the quote that the question has too, in lower case
     */
    public record Spoken(String episodeId, String showId, Quote quote, Instant published, List<String> marked) {
        public Spoken {
            marked = List.copyOf(marked);
        }
    }
}
