package io.briefcast.search;

import io.briefcast.insight.Insight;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/** Finds who makes the same claim, without reading anything but the index. */
final class SameClaims {
    /** So many are looked at without a filter: to make one takes longer than the search itself. */
    private static final int UNFILTERED = 64;

    private final IndexSearcher searcher;
    private final Insight insight;
    private final double nearness;
    private final long from;
    private final long to;

    private SameClaims(IndexSearcher searcher, Insight insight, double nearness, Duration around) {
        this.searcher = searcher;
        this.insight = insight;
        this.nearness = nearness;
        this.from = insight.published().minus(around).toEpochMilli();
        this.to = insight.published().plus(around).toEpochMilli();
    }

    /**
     * The shows of the nearest claims.
     *
     * @param nearness what makes it the same claim, as a cosine
     * @param limit how many claims count
     */
    static Set<String> otherShows(IndexSearcher searcher, Insight insight, double nearness, Duration around, int limit)
            throws IOException {
        return new SameClaims(searcher, insight, nearness, around).otherShows(limit);
    }

    private Set<String> otherShows(int limit) throws IOException {
        List<ScoreDoc> looked = same(UNFILTERED, null);
        // Were all of them near enough, there may be more, and only a filter finds those that count.
        return looked.size() < UNFILTERED ? lately(looked, limit) : shows(same(limit, lately()));
    }

    /** Those near enough among the nearest. */
    private List<ScoreDoc> same(int count, @Nullable Query filter) throws IOException {
        Query nearest = new KnnFloatVectorQuery(
                InsightFields.VECTOR, insight.embedding().vector(), count, filter);
        List<ScoreDoc> same = new ArrayList<>();
        for (ScoreDoc near : searcher.search(nearest, count).scoreDocs) {
            if (cosine(near.score) >= nearness) {
                same.add(near);
            }
        }
        return same;
    }

    private Query lately() {
        return new BooleanQuery.Builder()
                .add(InsightFields.otherShows(insight.showId()), Occur.FILTER)
                .add(LongField.newRangeQuery(InsightFields.PUBLISHED, from, to), Occur.FILTER)
                .build();
    }

    private Set<String> lately(List<ScoreDoc> same, int limit) throws IOException {
        Set<String> shows = new HashSet<>();
        int counted = 0;
        for (ScoreDoc one : same) {
            String show = InsightFields.show(searcher.storedFields(), one.doc);
            if (counted < limit && !show.equals(insight.showId()) && isLately(one.doc)) {
                shows.add(show);
                counted++;
            }
        }
        return shows;
    }

    private boolean isLately(int document) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedNumericDocValues published = DocValues.getSortedNumeric(leaf.reader(), InsightFields.PUBLISHED);
        return published.advanceExact(document - leaf.docBase) && isLately(published.nextValue());
    }

    private boolean isLately(long published) {
        return published >= from && published <= to;
    }

    private Set<String> shows(List<ScoreDoc> found) throws IOException {
        Set<String> shows = new HashSet<>();
        for (ScoreDoc one : found) {
            shows.add(InsightFields.show(searcher.storedFields(), one.doc));
        }
        return shows;
    }

    /** Lucene scores the product of unit vectors as (1 + product) / 2. */
    private static double cosine(double score) {
        return 2 * score - 1;
    }
}
