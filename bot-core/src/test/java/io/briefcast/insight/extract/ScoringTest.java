package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    void whatAClaimMeansWeighsMoreThanWhereItStands() {
        Tokens claim = Tokens.of(CLAIM);
        Rarity rarity = new Rarity(List.of(claim, Tokens.of("We rented machines")));
        double usual = Scoring.of(claim, rarity, 0, 0, 0);

        assertThat(Scoring.of(claim, rarity, 1, 0, 0)).isGreaterThan(usual);
        assertThat(Scoring.of(claim, rarity, 0, 1, 0)).isGreaterThan(usual);
        assertThat(Scoring.of(claim, rarity, 0, 0, 1)).isGreaterThan(Scoring.of(claim, rarity, 1, 1, 0));
        assertThat(Scoring.of(Tokens.of("Founders rent"), rarity, 3, 3, 3)).isZero();
    }

    @Test
    void oneMoreTellingWordIsWorthSomethingUpToSixteen() {
        Rarity rarity = new Rarity(List.of(Tokens.of(CLAIM)));
        String long16 = "bakers ".repeat(16);

        assertThat(gain("bakers ".repeat(8), rarity)).isGreaterThan(gain(long16, rarity));
    }

    /** What one more telling word adds beyond what the words themselves are worth. */
    private static double gain(String words, Rarity rarity) {
        Tokens before = Tokens.of(words);
        Tokens after = Tokens.of(words + "ovens");
        double asWords = 0.2 * (Scoring.words(after, rarity) - Scoring.words(before, rarity));
        return Scoring.of(after, rarity, 0, 0, 0) - Scoring.of(before, rarity, 0, 0, 0) - asWords;
    }
}
