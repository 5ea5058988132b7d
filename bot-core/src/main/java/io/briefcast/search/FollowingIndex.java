package io.briefcast.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
import org.apache.lucene.store.AlreadyClosedException;

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

    private final Place place;
    private final Source source;
    private final Object opening = new Object();
    private Opened opened;
    private long sequence;
    private boolean closed;

    /**
     * Opens it.
     *
     * @throws IndexUnusable when it cannot be read or written
     */
    FollowingIndex(Place place, Source source) {
        this.place = place;
        this.source = source;
        this.opened = Opened.in(place);
        this.sequence = IndexFolder.sequence(opened.writer());
    }

    /** Where the index lies; it is opened again there after a failure. */
    interface Place {
        IndexWriter open();

        /** For people. */
        String name();

        /** In a folder of its own, which is made when it is not there. */
        static Place in(Path folder) {
            return new Place() {
                @Override
                public IndexWriter open() {
                    return IndexFolder.open(folder);
                }

                @Override
                public String name() {
                    return folder.toString();
                }
            };
        }

        /** Ends with the process. */
        static Place inMemory() {
            return new Place() {
                @Override
                public IndexWriter open() {
                    return IndexFolder.inMemory();
                }

                @Override
                public String name() {
                    return "memory";
                }
            };
        }
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

    /** What belongs together from one opening to the next. */
    private record Opened(IndexWriter writer, SearcherManager searchers) {
        static Opened in(Place place) {
            IndexWriter writer = place.open();
            try {
                return new Opened(writer, new SearcherManager(writer, null));
            } catch (IOException e) {
                IndexFolder.close(writer);
                throw IndexUnusable.of(place.name(), e);
            }
        }
    }

    /**
     * Takes in what is new and forgets what it replaced. After a failure it starts again from what was written last;
     * until that succeeds, searches see what they saw before.
     *
     * @return how many were taken in
     * @throws IndexUnusable when the index cannot be written, for example to a full disk
     */
    synchronized long follow() {
        reopenAfterFailure();
        try {
            long added = 0;
            for (int look = 0; look < LOOKS; look++) {
                added += readNew();
                if (indexed() == source.count()) {
                    return added;
                }
            }
            return rebuild();
        } catch (AlreadyClosedException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A writer closes itself when it fails in the middle of something, and never opens again. */
    private void reopenAfterFailure() {
        if (opened.writer().isOpen() || closed) {
            return;
        }
        Opened anew = Opened.in(place);
        Opened before = opened;
        sequence = IndexFolder.sequence(anew.writer());
        synchronized (opening) {
            opened = anew;
        }
        IndexFolder.close(before.searchers());
    }

    /** Whatever was not written is given up, so that nothing is taken for written. */
    private IndexUnusable failed(Throwable error) {
        IndexFolder.giveUp(opened.writer());
        return IndexUnusable.of(place.name(), error);
    }

    /** Some went without others in their place: nothing but the whole says which. */
    private long rebuild() throws IOException {
        opened.writer().deleteAll();
        sequence = 0;
        long added = readNew();
        IndexFolder.commit(opened.writer(), sequence);
        opened.searchers().maybeRefreshBlocking();
        return added;
    }

    /** One commit for all batches, because a commit in the middle of an episode would lose its first half later. */
    private long readNew() throws IOException {
        IndexWriter writer = opened.writer();
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
            opened.searchers().maybeRefreshBlocking();
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
            Seen seen = seen();
            try {
                return search.in(seen.searcher());
            } finally {
                seen.searchers().release(seen.searcher());
            }
        } catch (IOException e) {
            throw IndexUnusable.of(place.name(), e);
        }
    }

    interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private Seen seen() throws IOException {
        synchronized (opening) {
            return new Seen(opened.searchers(), opened.searchers().acquire());
        }
    }

    /** A searcher with those it goes back to. */
    private record Seen(SearcherManager searchers, IndexSearcher searcher) {}

    /** Gives files and lock back; what was not committed is read from the store again next time. */
    @Override
    public synchronized void close() {
        closed = true;
        IndexWriter writer = opened.writer();
        try (writer) {
            opened.searchers().close();
        } catch (IOException e) {
            throw new UncheckedIOException("the search index did not close", e);
        }
    }
}
