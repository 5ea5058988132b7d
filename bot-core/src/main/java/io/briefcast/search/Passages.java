package io.briefcast.search;

import java.util.Collection;
import java.util.List;

/** What was said in the episodes that were read. */
public interface Passages {
    /** Replaces the passages of one episode. */
    void replace(String episodeId, List<Passage> passages);

    /** Numbered in the order of writing: those after {@code sequence}, at most {@code limit}, for the index to follow. */
    List<Written> after(long sequence, int limit);

    /** In the order of the numbers; unknown ones are left out. */
    List<Written> find(Collection<Long> sequences);

    long count();

    /** A passage with its number in the order of writing. */
    record Written(long sequence, Passage passage) {}
}
