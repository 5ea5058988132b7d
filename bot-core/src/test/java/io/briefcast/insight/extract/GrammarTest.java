package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {
    @ParameterizedTest
    @CsvSource({
        "Renting beats owning, 1",
        "Most owners of old machines sell them, 5",
        "Labs that were conservative now face a tax, 2",
        "The cost of waiting is high, 4",
    })
    void theFirstFiniteVerbIsFound(String text, int position) {
        assertThat(Grammar.finiteVerb(Tokens.of(text))).hasValue(position);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A very long list of machines", "Prompts in models to improve the quality of the output"})
    void aListOfNounsHasNoMainClause(String text) {
        assertThat(Grammar.hasMainClause(Tokens.of(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Founders rent machines, true",
        "Everybody needs machines, true",
        "It is cheaper, false",
        "They rent machines, false",
    })
    void aPronounIsNoSubjectThatStandsAlone(String text, boolean nominal) {
        assertThat(Grammar.hasNominalSubject(Tokens.of(text))).isEqualTo(nominal);
    }

    @ParameterizedTest
    @CsvSource({
        "Labs that were conservative now face a tax, true",
        "Labs that were conservative about chips, false",
        "When prices fall owners sell, true",
        "Because prices fall, false",
    })
    void aSubordinateClauseNeedsAMainOne(String text, boolean whole) {
        assertThat(Grammar.hasMainClause(Tokens.of(text))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource({
        "The way it is used is machines are rented, true",
        "The way it is used is that machines are rented, false",
        "The truth is machines are rented, false",
        "What is rare is dear, false",
        "Renting is cheap and machines are dear, false",
        "A machine is what people are asked for, false",
    })
    void aClauseInPlaceOfANounIsClumsyUnlessTheNounAsksForOne(String text, boolean clumsy) {
        assertThat(Grammar.hasClauseForObject(Tokens.of(text))).isEqualTo(clumsy);
    }
}
