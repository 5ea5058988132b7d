package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    private static final String CLAIM =
            "Founders who rent machines survive shortages because contracts end and buildings do not";

    @ParameterizedTest
    @CsvSource({
        "I think we rented those machines and it was kind of a thing for us back then",
        "The oven failed when the bakers opened the shop on a cold morning in the autumn",
        "Maybe founders rent machines or something whenever they probably guess at stuff somehow",
        "This episode of the podcast has a guest and listeners who subscribe to the newsletter",
        "Founders rent",
    })
    void aClaimAboutAKindIsWorthMoreThanTalk(String talk) {
        Rarity rarity = new Rarity(List.of(Tokens.of(CLAIM), Tokens.of(talk)));

        assertThat(Scoring.words(Tokens.of(CLAIM), rarity)).isGreaterThan(Scoring.words(Tokens.of(talk), rarity) + 2);
    }
}
