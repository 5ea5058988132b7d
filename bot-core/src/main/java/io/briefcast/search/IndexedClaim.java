package io.briefcast.search;

import io.briefcast.language.Embedding;
import io.briefcast.search.ClaimWords.Rarity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/** A claim as the index has it: by meaning and by words. */
record IndexedClaim(int document, String showId, Embedding meaning, ClaimWords words) {
    static List<IndexedClaim> read(IndexReader reader, Collection<Integer> documents, Rarity rarity)
            throws IOException {
        List<IndexedClaim> claims = new ArrayList<>();
        for (int document : documents) {
            claims.add(new IndexedClaim(
                    document,
                    InsightFields.show(reader.storedFields(), document),
                    Vectors.of(reader, document),
                    ClaimWords.of(document, rarity)));
        }
        return claims;
    }
}
