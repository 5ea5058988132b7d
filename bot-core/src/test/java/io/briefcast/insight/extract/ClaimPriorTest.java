package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.briefcast.language.Embedding;
import io.briefcast.language.OnnxEmbedder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ClaimPriorTest {
    private static final OnnxEmbedder EMBEDDER = new OnnxEmbedder(2);

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @Test
    void theWeightsAreThoseThatItsSentencesGive() throws IOException {
        LogisticModel shipped = LogisticModel.read(resource(ClaimPrior.WEIGHTS));
        LogisticModel trained = train();

        for (Embedding meaning : EMBEDDER.embed(sentences("claims.txt"))) {
            assertThat(shipped.score(meaning)).isCloseTo(trained.score(meaning), within(0.05));
        }
    }

    @Test
    void aClaimAboutAMatterItNeverSawLiesAboveATourOfTheSameMatter() {
        List<Embedding> meanings = EMBEDDER.embed(List.of(
                "Beekeepers who feed sugar in autumn lose fewer colonies than those who trust the weather.",
                "The hive has two boxes, and the upper one comes with ten frames and a lid."));

        assertThat(ClaimPrior.of(meanings.get(0))).isGreaterThan(ClaimPrior.of(meanings.get(1)) + 1);
    }

    /** Writes the weights anew: run it when the sentences change. */
    static final class Training {
        private Training() {}

        public static void main(String[] arguments) throws IOException {
            Path weights = Path.of("bot-core/src/main/resources/io/briefcast/insight/extract", ClaimPrior.WEIGHTS);
            Files.writeString(weights, train().written() + "\n");
            EMBEDDER.close();
        }
    }

    private static LogisticModel train() throws IOException {
        return LogisticModel.train(EMBEDDER.embed(sentences("claims.txt")), EMBEDDER.embed(sentences("others.txt")));
    }

    private static List<String> sentences(String name) throws IOException {
        return resource(name).lines().toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = Objects.requireNonNull(ClaimPrior.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
