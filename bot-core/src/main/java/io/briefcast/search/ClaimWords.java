package io.briefcast.search;

import io.briefcast.insight.Insight;
import io.briefcast.language.Aliases;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The stems of a claim, weighted by how rare they are and scaled to unit length, so that the sum of products with
 * another claim's is their cosine. A weight is (1 + ln count) * ln(1 + (1 + insights) / insights with the stem).
 */
record ClaimWords(Map<String, Double> weights) {
    /** A headline, an explanation and the terms have about 60 content words. */
    private static final int MAX_STEMS = 200;
    /** The rarest words of a claim find whatever shares more than chance with it. */
    private static final int QUERY_WORDS = 20;

    /** The words of a claim; what it calls by one name, others may call by its other names. */
    static ClaimWords of(Insight insight, Aliases aliases, Rarity rarity) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        String claim = InsightFields.claim(insight);
        Words.stems(claim, MAX_STEMS).forEach(stem -> counts.merge(stem, 1, Integer::sum));
        aliases.otherNames(claim)
                .forEach(name -> Words.stems(name, MAX_STEMS).forEach(stem -> counts.putIfAbsent(stem, 1)));
        return weighted(counts, rarity);
    }

    /** The words of an indexed insight. */
    static ClaimWords of(int document, Rarity rarity) throws IOException {
        return weighted(counts(rarity.reader().termVectors().get(document, InsightFields.CLAIM)), rarity);
    }

    /** An insight of stop words only has no vector. */
    private static Map<String, Integer> counts(@Nullable Terms terms) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        if (terms != null) {
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                counts.put(each.term().utf8ToString(), Math.toIntExact(each.totalTermFreq()));
            }
        }
        return counts;
    }

    private static ClaimWords weighted(Map<String, Integer> counts, Rarity rarity) throws IOException {
        Map<String, Double> weights = new HashMap<>();
        double squares = 0;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            double weight = (1 + Math.log(entry.getValue())) * rarity.of(entry.getKey());
            squares += weight * weight;
            weights.put(entry.getKey(), weight);
        }
        double length = Math.sqrt(squares);
        weights.replaceAll((stem, weight) -> weight / length);
        return new ClaimWords(weights);
    }

    /** In [0, 1]. */
    double cosine(ClaimWords other) {
        if (weights.size() > other.weights.size()) {
            return other.cosine(this);
        }
        double sum = 0;
        for (Map.Entry<String, Double> entry : weights.entrySet()) {
            sum += entry.getValue() * other.weights.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    Query query() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        List<Map.Entry<String, Double>> rarest = weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(QUERY_WORDS)
                .toList();
        for (Map.Entry<String, Double> entry : rarest) {
            Query word = new TermQuery(new Term(InsightFields.CLAIM, entry.getKey()));
            query.add(new BoostQuery(word, entry.getValue().floatValue()), Occur.SHOULD);
        }
        return query.build();
    }

    /** How rare stems are in the index; remembers what it looked up. */
    record Rarity(IndexReader reader, Map<String, Double> known) {
        Rarity(IndexReader reader) {
            this(reader, new HashMap<>());
        }

        double of(String stem) throws IOException {
            Double rarity = known.get(stem);
            if (rarity == null) {
                int with = Math.max(1, reader.docFreq(new Term(InsightFields.CLAIM, stem)));
                rarity = Math.log(1 + (1.0 + reader.numDocs()) / with);
                known.put(stem, rarity);
            }
            return rarity;
        }
    }
}
