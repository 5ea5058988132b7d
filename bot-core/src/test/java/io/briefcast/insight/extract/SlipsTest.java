package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipsTest {
    @ParameterizedTest
    @CsvSource({"ada,ada,0", "ada,adda,1", "korbel,korbal,1", "korbel,kobrel,1", "korbel,orbel,1", "ada,'',3"})
    void countsWhatWasPutInLeftOutChangedOrSwapped(String one, String other, int slips) {
        assertThat(Slips.between(one, other)).isEqualTo(slips);
        assertThat(Slips.between(other, one)).isEqualTo(slips);
    }
}
