package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.podcast.Followed;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Insights in a list, numbered as they come. */
final class InsightsInMemory implements Insights {
    private final Map<String, Written> written = new LinkedHashMap<>();
    private long sequence;

    @Override
    public synchronized void replace(String episodeId, List<Insight> insights) {
        written.values().removeIf(old -> old.insight().episodeId().equals(episodeId));
        insights.forEach(insight -> written.put(insight.id(), new Written(++sequence, insight)));
    }

    void add(List<Insight> insights) {
        insights.stream()
                .collect(Collectors.groupingBy(Insight::episodeId, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::replace);
    }

    @Override
    public synchronized Optional<Insight> find(String insightId) {
        return Optional.ofNullable(written.get(insightId)).map(Written::insight);
    }

    @Override
    public synchronized List<Insight> find(Collection<String> insightIds) {
        return insightIds.stream()
                .map(written::get)
                .filter(Objects::nonNull)
                .map(Written::insight)
                .toList();
    }

    @Override
    public synchronized List<Insight> published(Instant from, Instant to) {
        return written.values().stream()
                .map(Written::insight)
                .filter(insight -> !insight.published().isBefore(from)
                        && insight.published().isBefore(to))
                .toList();
    }

    @Override
    public synchronized Set<String> speakers(Followed within) {
        return written.values().stream()
                .filter(one -> within.has(one.insight().showId()))
                .map(one -> one.insight().quote().speaker())
                .filter(speaker -> !speaker.isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<Written> after(long after, int limit) {
        return written.values().stream()
                .filter(one -> one.sequence() > after)
                .sorted(Comparator.comparingLong(Written::sequence))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized long count() {
        return written.size();
    }
}
