package io.briefcast.search;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the index to write to, whatever lies in its folder: everything in it can be had again from the store, so that
 * what is damaged or of another version is thrown away.
 */
final class IndexFolder {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
    private static final String SCHEMA_KEY = "schema";
    private static final String SEQUENCE_KEY = "sequence";

    private IndexFolder() {}

    /**
     * Opens the index of this folder, which is made when it is not there.
     *
     * @throws IndexUnusable when the folder cannot be read or written
     */
    static IndexWriter open(Path folder) {
        try {
            Directory directory = FSDirectory.open(Files.createDirectories(folder));
            try {
                return sound(directory);
            } catch (LockObtainFailedException e) {
                LOG.info("Another process writes to the search index in {}: using a copy in memory", folder);
                return copy(directory);
            }
        } catch (IOException e) {
            throw IndexUnusable.of(folder.toString(), e);
        }
    }

    /** An index that ends with the process. */
    static IndexWriter inMemory() {
        try {
            return writer(new ByteBuffersDirectory());
        } catch (IOException e) {
            throw new UncheckedIOException("an index in memory did not open", e);
        }
    }

    private static IndexWriter sound(Directory directory) throws IOException {
        try {
            check(directory);
            return writer(directory);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            if (!isDamage(e)) {
                throw e;
            }
            LOG.warn("The search index is damaged or of another version and is built anew: {}", e.getMessage());
            return anew(directory);
        }
    }

    /** What the files hold, not whether they may be read: a disk that is full or refuses costs nobody the index. */
    private static boolean isDamage(Exception e) {
        return switch (e) {
            case CorruptIndexException corrupt -> true;
            case IndexFormatTooOldException old -> true;
            case IndexFormatTooNewException future -> true;
            case EOFException cut -> true;
            // a file of the index is gone; where the lock could not be made, this says why
            case NoSuchFileException gone -> gone.getSuppressed().length == 0;
            case FileNotFoundException gone -> true;
            case OtherSchema other -> true;
            // names of codecs that this version does not know
            case RuntimeException unknown -> true;
            default -> false;
        };
    }

    private static final class OtherSchema extends IOException {
        private static final long serialVersionUID = 1;

        OtherSchema(@Nullable String found) {
            super("its schema is %s, not %s".formatted(found, InsightFields.SCHEMA));
        }
    }

    /** Reads every file once, as damage would otherwise show in the middle of an answer. */
    private static void check(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return;
        }
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String schema = reader.getIndexCommit().getUserData().get(SCHEMA_KEY);
            if (!InsightFields.SCHEMA.equals(schema)) {
                throw new OtherSchema(schema);
            }
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
    }

    private static IndexWriter anew(Directory directory) throws IOException {
        try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            lock.ensureValid();
            for (String name : directory.listAll()) {
                if (name.startsWith("segments") || name.startsWith("_") || name.startsWith("pending_segments")) {
                    directory.deleteFile(name);
                }
            }
        }
        return writer(directory);
    }

    /** The other process' last commit, so that little has to be read from the store again. */
    private static IndexWriter copy(Directory directory) throws IOException {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try {
            for (String name : SegmentInfos.readLatestCommit(directory).files(true)) {
                memory.copyFrom(directory, name, name, IOContext.READONCE);
            }
            check(memory);
            return writer(memory);
        } catch (IOException e) {
            LOG.debug("The other process' index could not be copied", e);
            return writer(new ByteBuffersDirectory());
        }
    }

    private static IndexWriter writer(Directory directory) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(Words.ANALYZER);
        config.setCommitOnClose(false);
        return new IndexWriter(directory, config);
    }

    /** Closes without writing what was not committed; gives files and lock back without a word. */
    static void giveUp(IndexWriter writer) {
        try {
            writer.rollback();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("An index did not close", e);
        }
    }

    /** Gives files back without a word. */
    static void close(Closeable part) {
        try {
            part.close();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("An index did not close", e);
        }
    }

    /** Up to which number of the store the index has followed; 0 when it is new. */
    static long sequence(IndexWriter writer) {
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        Map<String, String> values = new HashMap<>();
        if (data != null) {
            data.forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        }
        return Long.parseLong(values.getOrDefault(SEQUENCE_KEY, "0"));
    }

    /** Makes what was written last, together with how far it follows the store. */
    static void commit(IndexWriter writer, long sequence) throws IOException {
        writer.setLiveCommitData(Map.of(SCHEMA_KEY, InsightFields.SCHEMA, SEQUENCE_KEY, String.valueOf(sequence))
                .entrySet());
        writer.commit();
    }
}
