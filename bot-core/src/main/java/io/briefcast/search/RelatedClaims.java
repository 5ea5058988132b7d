package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.language.Aliases;
import io.briefcast.podcast.Followed;
import io.briefcast.search.ClaimWords.Rarity;
import io.briefcast.search.Fusion.Fused;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;

/**
 * Finds what other shows say near a claim. Vectors alone find the subject rather than the claim, so that they are fused
 * with the words that both share.
 */
final class RelatedClaims {
    private static final int CANDIDATES = 100;
    private static final int PER_SHOW = 2;
    /** The measure of nearness is taken again when the index has changed by this share. */
    private static final double STALE = 0.1;

    private Nearness nearness = new Nearness(1, 1);
    private int measuredAt = -1;

    List<Fused> find(IndexSearcher searcher, Insight insight, Aliases aliases, int limit, Followed within)
            throws IOException {
        IndexReader reader = searcher.getIndexReader();
        Rarity rarity = new Rarity(reader);
        ClaimWords words = ClaimWords.of(insight, aliases, rarity);
        Set<Integer> candidates = candidates(searcher, insight, words, within);
        Nearness near = nearness(reader);
        List<Near> found = IndexedClaim.read(reader, candidates, rarity).stream()
                .map(claim -> Near.to(insight, words, claim))
                .filter(hit -> near.holds(hit.meaning(), hit.words()))
                .toList();
        return spread(Fusion.fuse(List.of(by(found, Near::meaning), by(found, Near::words))), found, limit);
    }

    private static Set<Integer> candidates(IndexSearcher searcher, Insight insight, ClaimWords words, Followed within)
            throws IOException {
        Query others = InsightFields.otherShows(insight.showId(), within);
        Query shared = new BooleanQuery.Builder()
                .add(words.query(), Occur.MUST)
                .add(others, Occur.FILTER)
                .build();
        Query nearest = new KnnFloatVectorQuery(
                InsightFields.VECTOR, insight.embedding().vector(), CANDIDATES, others);
        Set<Integer> candidates = new TreeSet<>();
        for (Query query : List.of(shared, nearest)) {
            Arrays.stream(searcher.search(query, CANDIDATES).scoreDocs).forEach(hit -> candidates.add(hit.doc));
        }
        return candidates;
    }

    private static List<Integer> by(List<Near> hits, ToDoubleFunction<Near> view) {
        return hits.stream()
                .sorted(Comparator.comparingDouble(view).reversed().thenComparingInt(Near::document))
                .map(Near::document)
                .toList();
    }

    private static List<Fused> spread(List<Fused> ranked, List<Near> found, int limit) {
        Map<Integer, String> shows = found.stream()
                .collect(Collectors.toMap(Near::document, hit -> hit.claim().showId()));
        Map<String, Integer> taken = new HashMap<>();
        return ranked.stream()
                .filter(hit -> taken.merge(shows.getOrDefault(hit.document(), ""), 1, Integer::sum) <= PER_SHOW)
                .limit(limit)
                .toList();
    }

    private synchronized Nearness nearness(IndexReader reader) throws IOException {
        if (measuredAt < 0 || Math.abs(reader.numDocs() - measuredAt) > STALE * measuredAt) {
            nearness = Nearness.of(reader);
            measuredAt = reader.numDocs();
        }
        return nearness;
    }

    private record Near(IndexedClaim claim, double meaning, double words) {
        static Near to(Insight insight, ClaimWords words, IndexedClaim claim) {
            return new Near(
                    claim,
                    claim.meaning().cosine(insight.embedding()),
                    claim.words().cosine(words));
        }

        int document() {
            return claim.document();
        }
    }
}
