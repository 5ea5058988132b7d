package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bakeries in small towns close because nobody inherits the early hours, and we saw it here too"
                        + " | Bakeries in small towns close because nobody inherits the early hours",
                "Starting a bakery in an old house is not a small feat, so we can have a word about the ovens"
                        + " | Starting a bakery in an old house is not a small feat",
                "Ovens of stone are far better for rye bread than ovens of steel, which is what I wanted to say"
                        + " | Ovens of stone are far better for rye bread than ovens of steel",
            })
    void aBeginningThatStandsAloneIsShownWhereTheRestDoesNot(String sentence, String headline) {
        assertThat(wording(sentence).headline()).isEqualTo(headline);
        assertThat(wording(sentence).refusal()).isEmpty();
    }

    @Test
    void whatComesBehindButIsShownAndNotWhatItTakesBack() {
        String shown = "Rye bread keeps bakeries alive because factories cannot sell bread that is two days old";
        String sentence = "Some of it is nice and some of it is there, but rye bread keeps bakeries alive because"
                + " factories cannot sell bread that is two days old";

        assertThat(Clauses.endings(sentence)).containsExactly(shown);
        assertThat(Clauses.beginnings(sentence)).isEmpty();
    }

    @Test
    void aWholeSentenceStaysUnlessAPartIsClearlyBetter() {
        String whole =
                "Small bakeries survive because regular guests forgive a dark loaf, and large bakeries fail because"
                        + " supermarkets never do";

        assertThat(wording(whole).headline()).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "People have often compared the wave of home ovens between this winter and the last, and kilns",
                "The reason bakeries close is not only the rent, and the early hours are hard as well",
                "Bakers and millers, and guests",
                "Bakeries close because nobody inherits the early hours and nobody wants them"
            })
    void whatIsOneClauseIsNotCut(String sentence) {
        assertThat(Clauses.beginnings(sentence)).isEmpty();
        assertThat(Clauses.endings(sentence)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bakeries in small towns close because nobody inherits the early hours, and we saw it, or something like that",
                "People say bakeries in small towns close for want of heirs, and we saw it here too",
                "If bakeries were rich every town would have five of them, and we would all be happier"
            })
    void aCutNeverTakesADoubtOrAnotherOnesViewAway(String sentence) {
        assertThat(wording(sentence).headline()).isEqualTo(Headline.of(sentence));
    }

    @Test
    void aQuestionStaysOne() {
        assertThat(wording("Bakeries close because nobody inherits the early hours, and we saw it, didn't we?")
                        .refusal())
                .contains("question");
    }

    private static Wording wording(String sentence) {
        return Wording.of(sentence, new Rarity(List.of(Tokens.of(sentence), Tokens.of("We saw the oven"))));
    }
}
