package io.briefcast.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.search.FollowingIndex.Entry;
import io.briefcast.search.FollowingIndex.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingIndexTest {
    private final Disk disk = new Disk();
    private final Stored stored = new Stored();

    @TempDir
    private Path folder;

    @Test
    void whenTheDiskIsFullItSaysSoAndGoesOnFromWhatItHadWhenThereIsRoom() {
        try (FollowingIndex index = new FollowingIndex(disk, stored)) {
            stored.add("e1");
            index.follow();
            stored.add("e2");

            disk.full = true;
            for (int tries = 0; tries < 3; tries++) {
                assertThatThrownBy(index::follow)
                        .isInstanceOf(IndexUnusable.class)
                        .hasMessage("The search index in the disk cannot grow: the disk is full; "
                                + "free some space, nothing is lost.");
                assertThat(documents(index)).isEqualTo(1);
            }
            disk.full = false;

            assertThat(index.follow()).isEqualTo(1);
            assertThat(documents(index)).isEqualTo(2);
        }
    }

    @Test
    void anIndexThatIsDeletedUnderItsFeetIsMadeAnew() throws IOException {
        try (FollowingIndex index = new FollowingIndex(Place.in(folder.resolve("index")), stored)) {
            stored.add("e1");
            index.follow();
            try (Stream<Path> files = Files.list(folder.resolve("index"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder.resolve("index"));

            stored.add("e2");
            assertThatThrownBy(index::follow).isInstanceOf(IndexUnusable.class);

            assertThat(index.follow()).isEqualTo(2);
            assertThat(documents(index)).isEqualTo(2);
        }
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path taken = Files.writeString(folder.resolve("index"), "mine");

        assertThatThrownBy(() -> new FollowingIndex(Place.in(taken), stored))
                .isInstanceOf(IndexUnusable.class)
                .hasMessage(
                        "The search index in %1$s cannot be made: the file %1$s is in the way; "
                                + "move it away and start again.",
                        taken);
        assertThat(taken).hasContent("mine");
    }

    private static int documents(FollowingIndex index) {
        return index.with(searcher -> searcher.getIndexReader().numDocs());
    }

    /** Keeps what was written, as a disk does, and takes no more while it is full. */
    private static final class Disk implements Place {
        private final Directory files = new FilterDirectory(new ByteBuffersDirectory()) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
                if (full) {
                    throw new IOException("No space left on device");
                }
                return super.createOutput(name, context);
            }
        };

        private boolean full;

        @Override
        public IndexWriter open() {
            try {
                return new IndexWriter(files, new IndexWriterConfig(Words.ANALYZER).setCommitOnClose(false));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String name() {
            return "the disk";
        }
    }

    /** One document an episode. */
    private static final class Stored implements FollowingIndex.Source {
        private final List<String> episodes = new ArrayList<>();

        void add(String episode) {
            episodes.add(episode);
        }

        @Override
        public List<Entry> after(long sequence, int limit) {
            return episodes.stream()
                    .skip(sequence)
                    .limit(limit)
                    .map(episode -> new Entry(episodes.indexOf(episode) + 1, episode, episode, new Document()))
                    .toList();
        }

        @Override
        public long count() {
            return episodes.size();
        }
    }
}
