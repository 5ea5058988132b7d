package io.briefcast.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;

/** An index that follows what the store holds of one kind, episode by episode. */
final class FollowingIndex implements AutoCloseable {
    /** What every document has. */
    static final String ID = "id";

    static final String EPISODE = "episode";
    private static final String SEQUENCE = "sequence";

    /** Read from the store at a time: about 1 MB. */
    private static final int BATCH = 500;
    /** How often to look again before a difference to the store is believed: others may be writing to it. */
    private static final int LOOKS = 3;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Source source;
    private long sequence;

    FollowingIndex(IndexWriter writer, Source source) {
        this.writer = writer;
        this.searchers = searchers(writer);
        this.source = source;
        this.sequence = IndexFolder.sequence(writer);
    }

    /** What is followed. */
    interface Source {
        /** Those after a number, in the order of the numbers. */
        List<Entry> after(long sequence, int limit);

        long count();
    }

    /** A document with the number under which the store wrote it. */
    record Entry(long sequence, String id, String episodeId, Document document) {
        private Document complete() {
            document.add(new StringField(ID, id, Field.Store.YES));
            document.add(new StringField(EPISODE, episodeId, Field.Store.NO));
            document.add(new LongField(SEQUENCE, sequence, Field.Store.NO));
            return document;
        }
    }

    private static SearcherManager searchers(IndexWriter writer) {
        try {
            return new SearcherManager(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index could not be opened", e);
        }
    }

    /**
     * Takes in what is new and forgets what it replaced.
     *
     * @return how many were taken in
     * @throws UncheckedIOException when the index cannot be written, for example to a full disk
     */
    synchronized long follow() {
        try {
            long added = 0;
            for (int look = 0; look < LOOKS; look++) {
                added += readNew();
                if (indexed() == source.count()) {
                    return added;
                }
            }
            return rebuild();
        } catch (IOException e) {
            throw new UncheckedIOException("The search index cannot be written: " + e.getMessage(), e);
        }
    }

    /** Some went without others in their place: nothing but the whole says which. */
    private long rebuild() throws IOException {
        writer.deleteAll();
        sequence = 0;
        long added = readNew();
        IndexFolder.commit(writer, sequence);
        searchers.maybeRefreshBlocking();
        return added;
    }

    /** One commit for all batches, because a commit in the middle of an episode would lose its first half later. */
    private long readNew() throws IOException {
        long start = sequence;
        long taken = 0;
        Set<String> episodes = new HashSet<>();
        List<Entry> batch = source.after(sequence, BATCH);
        while (!batch.isEmpty()) {
            for (Entry entry : batch) {
                if (episodes.add(entry.episodeId())) {
                    writer.deleteDocuments(upTo(entry.episodeId(), start));
                }
                writer.updateDocument(new Term(ID, entry.id()), entry.complete());
                taken++;
            }
            sequence = batch.getLast().sequence();
            batch = source.after(sequence, BATCH);
        }
        if (taken > 0) {
            searchers.maybeRefreshBlocking();
            IndexFolder.commit(writer, sequence);
        }
        return taken;
    }

    /** What was indexed of this episode up to and including a sequence number. */
    private static Query upTo(String episodeId, long sequence) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(new Term(EPISODE, episodeId)), Occur.FILTER)
                .add(LongField.newRangeQuery(SEQUENCE, Long.MIN_VALUE, sequence), Occur.FILTER)
                .build();
    }

    private int indexed() {
        return with(searcher -> searcher.getIndexReader().numDocs());
    }

    <T> T with(Search<T> search) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return search.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index cannot be read", e);
        }
    }

    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    /** Gives files and lock back; what was not committed is read from the store again next time. */
    @Override
    public synchronized void close() {
        try (writer) {
            searchers.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the search index did not close", e);
        }
    }
}
