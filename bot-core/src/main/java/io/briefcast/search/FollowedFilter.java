package io.briefcast.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.podcast.Followed;
import java.util.Optional;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Leaves only what is from the shows of one list. One query for each list, for as long as somebody has the list: the
 * index remembers what an equal query let through.
 */
final class FollowedFilter {
    private static final Cache<Followed, Query> QUERIES =
            Caffeine.newBuilder().weakKeys().build();

    private FollowedFilter() {}

    /** Empty when everything is let through. */
    static Optional<Query> of(Followed followed) {
        return followed.isEverything() ? Optional.empty() : Optional.of(QUERIES.get(followed, FollowedFilter::query));
    }

    private static Query query(Followed followed) {
        return new TermInSetQuery(
                InsightFields.SHOW,
                followed.showIds().stream().map(BytesRef::new).toList());
    }
}
