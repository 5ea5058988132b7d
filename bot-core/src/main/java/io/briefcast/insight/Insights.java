package io.briefcast.insight;

import io.briefcast.podcast.Followed;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All insights ever kept. */
public interface Insights {
    /** Replaces the insights of one episode. */
    void replace(String episodeId, List<Insight> insights);

    Optional<Insight> find(String insightId);

    /** In the order of the ids; unknown ids are left out. */
    List<Insight> find(Collection<String> insightIds);

    /** Of episodes published in [from, to), best score first. */
    List<Insight> published(Instant from, Instant to);

    /** The terms of those that {@link #published} gives and that are from these shows, without all the rest. */
    default List<List<String>> terms(Instant from, Instant to, Followed within) {
        return published(from, to).stream()
                .filter(insight -> within.has(insight.showId()))
                .map(Insight::terms)
                .toList();
    }

    /** Who speaks in those of these shows, by the names that transcripts give. */
    Set<String> speakers(Followed within);

    /** Numbered in the order of writing: those after {@code sequence}, at most {@code limit}, for the index to follow. */
    List<Written> after(long sequence, int limit);

    long count();

    /** The number given last in the order of writing, 0 before the first; it changes whenever insights are added. */
    default long last() {
        long last = 0;
        for (List<Written> page = after(0, 1_000); !page.isEmpty(); page = after(last, 1_000)) {
            last = page.getLast().sequence();
        }
        return last;
    }

    /** An insight with its number in the order of writing. */
    record Written(long sequence, Insight insight) {}
}
