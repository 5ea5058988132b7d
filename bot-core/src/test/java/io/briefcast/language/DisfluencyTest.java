package io.briefcast.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisfluencyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "so, um, the the grid is, you know, full. | The grid is full.",
                "Renting is, um, cheaper. | Renting is cheaper.",
                "Renting is, um, you know, cheaper. | Renting is cheaper.",
                "Well, um, you know, it is full. | It is full.",
                "If the contract ends, you know, the building is empty. | If the contract ends, the building is empty.",
                "Renting is cheap, um, but owning is safe. | Renting is cheap, but owning is safe.",
                "They buy chips, um, power, and land. | They buy chips, power, and land.",
                "The grid, I mean, never sleeps, um. | The grid never sleeps.",
                "The -- the price of [laughter] power rose. | The price of power rose.",
                "You pay for it, you pay for it, later. | You pay for it, later.",
                "The bet that that price falls is brave. | The bet that that price falls is brave.",
                "It cost 100 100 times. | It cost 100 100 times.",
                "Power... which nobody counts... is the limit. | Power, which nobody counts, is the limit.",
                "Bread is cheap, I guess, and will be. | Bread is cheap, I guess, and will be.",
                "Demand and umbrellas. | Demand and umbrellas."
            })
    void whatNobodyWouldWriteIsTakenOut(String spoken, String clean) {
        assertThat(Disfluency.remove(spoken)).isEqualTo(clean);
    }
}
