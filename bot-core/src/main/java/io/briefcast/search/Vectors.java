package io.briefcast.search;

import io.briefcast.language.Embedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.Bits;

/** Reads vectors back out of the index. */
final class Vectors {
    private Vectors() {}

    static Embedding of(IndexReader reader, int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        FloatVectorValues values = leaf.reader().getFloatVectorValues(InsightFields.VECTOR);
        KnnVectorValues.DocIndexIterator position = values.iterator();
        position.advance(document - leaf.docBase);
        return new Embedding(values.vectorValue(position.index()).clone());
    }

    /** At most {@code size} documents or a few more, evenly over the index: the same ones for the same index. */
    static List<Integer> sample(IndexReader reader, int size) {
        int step = Math.ceilDiv(Math.max(1, reader.maxDoc()), size);
        List<Integer> sample = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Bits live = leaf.reader().getLiveDocs();
            for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                if ((leaf.docBase + i) % step == 0 && (live == null || live.get(i))) {
                    sample.add(leaf.docBase + i);
                }
            }
        }
        return sample;
    }
}
