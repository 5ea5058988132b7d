package io.briefcast.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OnnxEmbedderTest {
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(2);

    /**
     * The quantised model scales a batch as a whole, so that a text's vector depends a little on its neighbours: by less
     * than this, where other texts are at 0.3 to 0.5.
     */
    private static final double NEIGHBOURS = 0.02;

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void likeMeaningsAreNearerThanUnlikeOnes() {
        List<Embedding> embeddings = EMBEDDER.embed(List.of(
                "Renting data centres keeps the debt off your own books.",
                "Leasing compute capacity moves the liability to somebody else's balance sheet.",
                "Sow clover between the maize rows to hold the soil."));

        assertThat(embeddings.get(0).cosine(embeddings.get(1)))
                .isGreaterThan(embeddings.get(0).cosine(embeddings.get(2)) + 0.1);
    }

    @Test
    void aQuestionFindsItsAnswer() {
        Embedding question = EMBEDDER.query("how do I fall asleep faster");
        List<Embedding> passages = EMBEDDER.embed(List.of(
                "A cool dark bedroom shortens the time until people sleep.", "The grid cannot feed new chips."));

        assertThat(question.cosine(passages.get(0))).isGreaterThan(question.cosine(passages.get(1)) + 0.1);
    }

    @Test
    void vectorsHaveUnitLengthAndTheSaidDimension() {
        Embedding embedding =
                EMBEDDER.embed(List.of("Power is the bottleneck.")).getFirst();

        assertThat(embedding.vector()).hasSize(EMBEDDER.dimension());
        assertThat(embedding.cosine(embedding)).isBetween(0.9999, 1.0001);
    }

    @Test
    void aBatchGivesWhatEachTextAloneGives() {
        List<String> texts = mixedLengths();

        List<Embedding> together = EMBEDDER.embed(texts);

        for (int i = 0; i < texts.size(); i++) {
            Embedding alone = EMBEDDER.embed(List.of(texts.get(i))).getFirst();
            assertThat(together.get(i).cosine(alone)).isGreaterThan(1 - NEIGHBOURS);
        }
    }

    @Test
    void theSameTextsGiveTheSameVectorsWithAnyNumberOfWorkers() {
        try (OnnxEmbedder alone = new OnnxEmbedder(1)) {
            assertThat(EMBEDDER.embed(mixedLengths())).isEqualTo(alone.embed(mixedLengths()));
        }
    }

    @Test
    void emptyAndVeryLongTextsGiveVectorsToo() {
        List<Embedding> embeddings = EMBEDDER.embed(List.of("", "\uD83D\uDE00\uD83D\uDE00", "long ".repeat(100_000)));

        assertThat(embeddings)
                .hasSize(3)
                .allSatisfy(e -> assertThat(e.cosine(e)).isBetween(0.9999, 1.0001));
        assertThat(EMBEDDER.embed(List.of())).isEmpty();
    }

    @Test
    void aQuestionIsEmbeddedOnce() {
        assertThat(EMBEDDER.query("compute strategy")).isSameAs(EMBEDDER.query("compute strategy"));
    }

    @Test
    void aClosedEmbedderSaysSo() {
        OnnxEmbedder closed = new OnnxEmbedder(1);
        closed.close();

        assertThatThrownBy(() -> closed.embed(List.of("words"))).hasMessage("the embedder is closed");
        assertThatThrownBy(() -> closed.query("words")).hasMessage("the embedder is closed");
    }

    @Test
    void closingWaitsForWhoeverIsEmbedding() throws Exception {
        OnnxEmbedder embedder = new OnnxEmbedder(2);
        CountDownLatch embedding = new CountDownLatch(6);
        try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
            List<Future<String>> ends = IntStream.range(0, 3)
                    .mapToObj(i -> callers.submit(() -> embedUntilClosed(embedder, embedding)))
                    .toList();
            embedding.await();
            embedder.close();
            for (Future<String> end : ends) {
                assertThat(end.get()).isEqualTo("the embedder is closed");
            }
        }
    }

    @Test
    void closingDoesNotWaitForAllThatIsAskedFor() throws Exception {
        OnnxEmbedder embedder = new OnnxEmbedder(1);
        embedder.query("loads the model");
        CountDownLatch asked = new CountDownLatch(1);
        List<String> endless = new AbstractList<>() {
            @Override
            public String get(int index) {
                asked.countDown();
                return "soil and water ".repeat(100);
            }

            @Override
            public int size() {
                return 600;
            }
        };
        try (ExecutorService caller = Executors.newSingleThreadExecutor()) {
            Future<List<Embedding>> end = caller.submit(() -> embedder.embed(endless));
            asked.await();
            embedder.close();

            assertThatThrownBy(end::get).hasCauseInstanceOf(EmbedderClosed.class);
        }
    }

    private static String embedUntilClosed(OnnxEmbedder embedder, CountDownLatch embedding) {
        for (int i = 0; ; i++) {
            try {
                embedder.embed(mixedLengths());
                embedder.query("question " + i);
                embedding.countDown();
            } catch (IllegalStateException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private static List<String> mixedLengths() {
        List<String> texts = new ArrayList<>(IntStream.rangeClosed(1, 40)
                .mapToObj(i -> "Number " + i + " is about " + "soil and water ".repeat(i % 7) + "in the end.")
                .toList());
        Collections.reverse(texts);
        return texts;
    }
}
