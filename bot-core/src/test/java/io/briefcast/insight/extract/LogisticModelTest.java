package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.briefcast.language.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticModelTest {
    private static final List<Embedding> GOOD = List.of(at(1, 0, 0.1f), at(0.9f, 0.1f, -0.1f), at(0.8f, -0.1f, 0));
    private static final List<Embedding> OTHER = List.of(at(-1, 0, 0.1f), at(-0.7f, 0.2f, -0.1f), at(0, 0.1f, 0));

    @Test
    void whatItLearntLiesOnItsSide() {
        LogisticModel model = LogisticModel.train(GOOD, OTHER);

        assertThat(GOOD).allMatch(meaning -> model.score(meaning) > 0);
        assertThat(OTHER).allMatch(meaning -> model.score(meaning) < 0);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        LogisticModel model = LogisticModel.train(GOOD, OTHER);

        LogisticModel read = LogisticModel.read(model.written());

        assertThat(read.score(GOOD.getFirst())).isCloseTo(model.score(GOOD.getFirst()), within(1e-9));
    }

    private static Embedding at(float... vector) {
        return new Embedding(vector);
    }
}
