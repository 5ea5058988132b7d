package io.briefcast.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.insight.Quote;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.search.SearchResult.Hit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightIndexTest {
    private final InsightsInMemory insights = new InsightsInMemory();

    @TempDir
    private Path folder;

    @Test
    void followsWhatIsNew() {
        insights.replace("e1", List.of(insight("e1", "soil")));
        try (InsightIndex index = open()) {
            assertThat(index.follow()).isEqualTo(1);
            assertThat(found(index, "soil")).containsExactly("e1-soil");

            insights.replace("e2", List.of(insight("e2", "soil")));
            assertThat(index.follow()).isEqualTo(1);

            assertThat(found(index, "soil")).containsExactlyInAnyOrder("e1-soil", "e2-soil");
            assertThat(index.follow()).isZero();
        }
    }

    @Test
    void goesOnWhereItStoppedAfterAnotherStart() {
        insights.replace("e1", List.of(insight("e1", "soil")));
        try (InsightIndex index = open()) {
            index.follow();
        }
        insights.replace("e2", List.of(insight("e2", "sleep")));

        try (InsightIndex index = open()) {
            assertThat(found(index, "soil")).containsExactly("e1-soil");
            assertThat(index.follow()).isEqualTo(1);
            assertThat(found(index, "sleep")).containsExactly("e2-sleep");
        }
    }

    @Test
    void whatAnEpisodeNoLongerSaysIsForgotten() {
        insights.replace("e1", List.of(insight("e1", "soil"), insight("e1", "sleep")));
        try (InsightIndex index = open()) {
            index.follow();

            insights.replace("e1", List.of(insight("e1", "bees")));
            index.follow();

            assertThat(found(index, "soil")).isEmpty();
            assertThat(found(index, "bees")).containsExactly("e1-bees");
        }
    }

    @Test
    void anEpisodeThatSaysNothingAnyMoreIsForgotten() {
        insights.replace("e1", List.of(insight("e1", "soil")));
        insights.replace("e2", List.of(insight("e2", "bees")));
        try (InsightIndex index = open()) {
            index.follow();

            insights.replace("e1", List.of());
            index.follow();

            assertThat(found(index, "soil")).isEmpty();
            assertThat(found(index, "bees")).containsExactly("e2-bees");
        }
    }

    @Test
    void anEpisodeLongerThanOneBatchStaysWhole() {
        insights.replace(
                "e1",
                IntStream.range(0, 1_200)
                        .mapToObj(i -> insight("e1", "word" + i))
                        .toList());
        try (InsightIndex index = open()) {
            assertThat(index.follow()).isEqualTo(1_200);

            assertThat(found(index, "word0")).containsExactly("e1-word0");
            assertThat(found(index, "word1199")).containsExactly("e1-word1199");
        }
    }

    @Test
    void aDeletedIndexIsBuiltAnew() throws IOException {
        filled();
        for (Path file : files()) {
            Files.delete(file);
        }

        findsAllAgain();
    }

    @Test
    void aDamagedIndexIsBuiltAnew() throws IOException {
        filled();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            for (int i = 20; i < bytes.length; i += 7) {
                bytes[i] ^= 0x55;
            }
            Files.write(file, bytes);
        }

        findsAllAgain();
    }

    @Test
    void aTruncatedIndexIsBuiltAnew() throws IOException {
        filled();
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }

        findsAllAgain();
    }

    @Test
    void anIndexOfAnotherSchemaIsBuiltAnew() throws IOException {
        filled();
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(folder), new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("schema", "0", "sequence", "9").entrySet());
            writer.commit();
        }

        findsAllAgain();
    }

    @Test
    void anIndexOfAnotherStoreIsBuiltAnew() {
        filled();
        InsightsInMemory other = new InsightsInMemory();
        other.replace("e7", List.of(insight("e7", "glaciers")));

        try (InsightIndex index = InsightIndex.open(
                folder, other, new PassagesInMemory(), TitledShows::find, new Letters(), () -> Aliases.NONE)) {
            index.follow();

            assertThat(found(index, "glaciers")).containsExactly("e7-glaciers");
            assertThat(found(index, "soil")).isEmpty();
        }
    }

    @Test
    void aSecondOneOnTheSameFolderWorksOnACopy() {
        filled();
        try (InsightIndex first = open();
                InsightIndex second = open()) {
            insights.replace("e3", List.of(insight("e3", "bees")));
            second.follow();

            assertThat(found(second, "soil")).containsExactly("e1-soil");
            assertThat(found(second, "bees")).containsExactly("e3-bees");
            assertThat(found(first, "bees")).isEmpty();
        }
    }

    private void filled() {
        insights.replace("e1", List.of(insight("e1", "soil")));
        insights.replace("e2", List.of(insight("e2", "sleep")));
        try (InsightIndex index = open()) {
            index.follow();
        }
    }

    private void findsAllAgain() {
        try (InsightIndex index = open()) {
            assertThat(index.follow()).isEqualTo(2);
            assertThat(found(index, "soil")).containsExactly("e1-soil");
            assertThat(found(index, "sleep")).containsExactly("e2-sleep");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("write.lock"))
                    .toList();
        }
    }

    private InsightIndex open() {
        return InsightIndex.open(
                folder, insights, new PassagesInMemory(), TitledShows::find, new Letters(), () -> Aliases.NONE);
    }

    /** Those that have the word; vectors alone always find something. */
    private static List<String> found(InsightIndex index, String word) {
        return index.search(TopicQuery.on(word)).hits().stream()
                .map(Hit::insight)
                .filter(insight -> insight.headline().contains(word))
                .map(Insight::id)
                .toList();
    }

    private static Insight insight(String episodeId, String word) {
        String headline = "Somebody said something about " + word;
        return new Insight(
                episodeId + "-" + word,
                episodeId,
                "show-of-" + episodeId,
                headline,
                "",
                new Quote(headline, "", Duration.ZERO, Duration.ofSeconds(5), false),
                9,
                0.8,
                ClaimCorpus.FIRST,
                "test-1",
                List.of(),
                new Letters().query(headline));
    }

    /** Stands in for a model: counts letters. */
    private static final class Letters implements Embedder {
        @Override
        public int dimension() {
            return 26;
        }

        @Override
        public List<Embedding> embed(List<String> passages) {
            return passages.stream().map(this::query).toList();
        }

        @Override
        public Embedding query(String text) {
            float[] counts = new float[26];
            text.chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
            counts[0]++;
            double squares = IntStream.range(0, 26)
                    .mapToDouble(i -> counts[i] * counts[i])
                    .sum();
            for (int i = 0; i < 26; i++) {
                counts[i] /= (float) Math.sqrt(squares);
            }
            return new Embedding(counts);
        }
    }
}
