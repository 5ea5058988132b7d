package io.briefcast.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void averagePrecisionIsTheMeanOfThePrecisionsAtEachRightOne() {
        assertThat(Measures.averagePrecision(List.of(true, false, true, false), 2))
                .isEqualTo((1.0 + 2.0 / 3) / 2);
        assertThat(Measures.averagePrecision(List.of(true, false), 4)).isEqualTo(0.25);
        assertThat(Measures.averagePrecision(List.of(), 0)).isZero();
    }

    @Test
    void precisionCountsOnlyTheFirst() {
        assertThat(Measures.precisionAt(2, List.of(true, false, true, true))).isEqualTo(0.5);
    }

    @Test
    void spearmanLooksAtTheOrderAlone() {
        assertThat(Measures.spearman(new double[] {1, 2, 3, 100}, new double[] {5, 6, 7, 8}))
                .isCloseTo(1, within(1e-12));
        assertThat(Measures.spearman(new double[] {1, 2, 3}, new double[] {3, 2, 1}))
                .isCloseTo(-1, within(1e-12));
    }

    @Test
    void equalValuesShareTheirMeanRank() {
        assertThat(Measures.spearman(new double[] {1, 1, 2}, new double[] {1, 1, 9}))
                .isCloseTo(1, within(1e-12));
    }
}
