package io.briefcast.search;

import io.briefcast.insight.Insight;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Finds who makes the same claim, without reading anything but the index. */
final class SameClaims {
    private SameClaims() {}

    static Set<String> otherShows(IndexSearcher searcher, Insight insight, double nearness, Duration around, int limit)
            throws IOException {
        Query nearest = new KnnFloatVectorQuery(
                InsightFields.VECTOR, insight.embedding().vector(), limit, lately(insight, around));
        Set<String> shows = new HashSet<>();
        for (ScoreDoc near : searcher.search(nearest, limit).scoreDocs) {
            if (cosine(near.score) >= nearness) {
                shows.add(InsightFields.show(searcher.storedFields(), near.doc));
            }
        }
        return shows;
    }

    private static Query lately(Insight insight, Duration around) {
        return new BooleanQuery.Builder()
                .add(InsightFields.otherShows(insight.showId()), Occur.FILTER)
                .add(
                        LongField.newRangeQuery(
                                InsightFields.PUBLISHED,
                                insight.published().minus(around).toEpochMilli(),
                                insight.published().plus(around).toEpochMilli()),
                        Occur.FILTER)
                .build();
    }

    /** Lucene scores the product of unit vectors as (1 + product) / 2. */
    private static double cosine(double score) {
        return 2 * score - 1;
    }
}
