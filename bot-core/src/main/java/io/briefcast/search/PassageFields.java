package io.briefcast.search;

import io.briefcast.language.Embedding;
import io.briefcast.search.Passage.Line;
import io.briefcast.search.Passages.Written;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnByteVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.ByteVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.VectorSimilarityFunction;

/** How a passage lies in the index; its words are read from the store. */
final class PassageFields {
    static final String TEXT = "text";
    static final String START = "start";
    static final String END = "end";

    private PassageFields() {}

    static FollowingIndex.Entry entry(Written written) {
        Passage passage = written.passage();
        Document document = new Document();
        document.add(new StringField(InsightFields.SHOW, passage.showId(), Field.Store.NO));
        document.add(new LongField(InsightFields.PUBLISHED, passage.published().toEpochMilli(), Field.Store.NO));
        passage.lines().stream()
                .map(Line::speaker)
                .distinct()
                .forEach(speaker ->
                        document.add(new StringField(InsightFields.SPEAKER, folded(speaker), Field.Store.NO)));
        document.add(new TextField(TEXT, passage.text(), Field.Store.NO));
        document.add(new StoredField(InsightFields.EPISODE, passage.episodeId()));
        document.add(new StoredField(START, passage.start().toMillis()));
        document.add(new StoredField(END, passage.end().toMillis()));
        document.add(new KnnByteVectorField(
                InsightFields.VECTOR, passage.meaning().small(), VectorSimilarityFunction.COSINE));
        return new FollowingIndex.Entry(
                written.sequence(), String.valueOf(written.sequence()), passage.episodeId(), document);
    }

    /** A name as it is compared: in lower case, white space folded. */
    static String folded(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    static Embedding meaning(IndexReader reader, int document) throws IOException {
        List<LeafReaderContext> leaves = reader.leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        ByteVectorValues values = leaf.reader().getByteVectorValues(InsightFields.VECTOR);
        KnnVectorValues.DocIndexIterator position = values.iterator();
        position.advance(document - leaf.docBase);
        return Embedding.ofSmall(values.vectorValue(position.index()));
    }
}
