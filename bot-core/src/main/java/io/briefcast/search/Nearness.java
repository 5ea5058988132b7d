package io.briefcast.search;

import io.briefcast.search.ClaimWords.Rarity;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/**
 * How near two claims of different shows must be to count as related: nearer, by meaning or by words, than 99.5 % of
 * such pairs are.
 *
 * @param meaning least cosine of the embeddings
 * @param words least cosine of the weighted words
 */
record Nearness(double meaning, double words) {
    private static final double QUANTILE = 0.995;
    /** Insights whose pairs are looked at: 45,000 pairs. */
    private static final int SAMPLE = 300;
    /**
     * What is near where nothing else is known: with bge-small-en-v1.5, what separated claims of one debate from others
     * in a hand-made corpus of mixed subjects.
     */
    private static final Nearness PRIOR = new Nearness(0.75, 0.15);
    /**
     * How many pairs the prior is worth. A few shows that all have the same debate are near each other throughout: their
     * own quantile would leave one pair of a hundred related ones. From 1,000 insights on the corpus speaks for itself.
     */
    private static final double PRIOR_PAIRS = 50_000;

    static Nearness of(IndexReader reader) throws IOException {
        Pairs pairs = Pairs.of(reader);
        double all = 0.5 * reader.numDocs() * reader.numDocs();
        double weight = pairs.meaning().length == 0 ? 0 : all / (all + PRIOR_PAIRS);
        return new Nearness(mix(weight, pairs.meaning(), PRIOR.meaning()), mix(weight, pairs.words(), PRIOR.words()));
    }

    private static double mix(double weight, double[] sorted, double prior) {
        return weight * Background.quantile(sorted, QUANTILE) + (1 - weight) * prior;
    }

    boolean holds(double meaningCosine, double wordsCosine) {
        return meaningCosine >= meaning || wordsCosine >= words;
    }

    /** Cosines of the sample's pairs from different shows, smallest first. */
    private record Pairs(double[] meaning, double[] words) {
        static Pairs of(IndexReader reader) throws IOException {
            List<IndexedClaim> claims = IndexedClaim.read(reader, Vectors.sample(reader, SAMPLE), new Rarity(reader));
            double[] meaning = new double[claims.size() * claims.size()];
            double[] words = new double[meaning.length];
            int pairs = 0;
            for (IndexedClaim one : claims) {
                for (IndexedClaim other : claims) {
                    if (one.document() < other.document() && !one.showId().equals(other.showId())) {
                        meaning[pairs] = one.meaning().cosine(other.meaning());
                        words[pairs++] = one.words().cosine(other.words());
                    }
                }
            }
            return new Pairs(sorted(meaning, pairs), sorted(words, pairs));
        }

        private static double[] sorted(double[] values, int count) {
            double[] sorted = Arrays.copyOf(values, count);
            Arrays.sort(sorted);
            return sorted;
        }
    }
}
