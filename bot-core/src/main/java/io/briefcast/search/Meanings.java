package io.briefcast.search;

import io.briefcast.language.Embedding;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.KnnByteVectorQuery;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;

/** The vectors of an index: whole ones for insights, small ones for passages, of which there are many more. */
enum Meanings {
    OF_INSIGHTS {
        @Override
        Query nearest(Embedding question, int count, Optional<Query> filter) {
            return new KnnFloatVectorQuery(InsightFields.VECTOR, question.vector(), count, filter.orElse(null));
        }

        @Override
        Embedding of(IndexReader reader, int document) throws IOException {
            return Vectors.of(reader, document);
        }
    },
    OF_PASSAGES {
        @Override
        Query nearest(Embedding question, int count, Optional<Query> filter) {
            return new KnnByteVectorQuery(InsightFields.VECTOR, question.small(), count, filter.orElse(null));
        }

        @Override
        Embedding of(IndexReader reader, int document) throws IOException {
            return PassageFields.meaning(reader, document);
        }
    };

    /** Finds the nearest by cosine. */
    abstract Query nearest(Embedding question, int count, Optional<Query> filter);

    /** Reads a vector back. */
    abstract Embedding of(IndexReader reader, int document) throws IOException;
}
