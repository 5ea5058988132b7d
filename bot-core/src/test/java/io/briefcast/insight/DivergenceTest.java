package io.briefcast.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivergenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Renting machines is cheaper than owning them | Renting machines isn't cheaper than owning them",
                "Nobody owns machines who could rent them | Whoever could rent machines owns them",
                "A new oven pays for itself within 5 years | The new oven pays for itself within ten years",
                "Eighty percent of packages have no maintainer | 20 percent of the packages have no maintainer",
            })
    void aNegationOrANumberMoreIsNoticed(String one, String other) {
        assertThat(Divergence.between(one, other)).isTrue();
        assertThat(Divergence.between(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Renting machines is cheaper than owning them | Owning machines costs more than renting them",
                "A new oven pays for itself within 5 years | The new oven pays for itself within five years",
                "A new oven takes 5 years and 3 owners | The new oven takes five years and burns 40 loaves",
                "Nobody complains about the rain | Renting machines is cheaper than owning them",
                "Nobody reads a brief on Sundays | The brief has readers",
            })
    void whatSaysTheSameOrSpeaksOfSomethingElseIsLeftAlone(String one, String other) {
        assertThat(Divergence.between(one, other)).isFalse();
        assertThat(Divergence.between(other, one)).isFalse();
    }
}
