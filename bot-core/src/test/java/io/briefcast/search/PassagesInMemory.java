package io.briefcast.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Passages in a list, numbered as they come. */
final class PassagesInMemory implements Passages {
    private final Map<Long, Written> written = new TreeMap<>();
    private long sequence;

    @Override
    public synchronized void replace(String episodeId, List<Passage> passages) {
        written.values().removeIf(old -> old.passage().episodeId().equals(episodeId));
        passages.forEach(passage -> written.put(++sequence, new Written(sequence, passage)));
    }

    @Override
    public synchronized List<Written> after(long after, int limit) {
        return written.values().stream()
                .filter(one -> one.sequence() > after)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Written> find(Collection<Long> sequences) {
        return sequences.stream().map(written::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized long count() {
        return written.size();
    }
}
