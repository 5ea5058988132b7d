package io.briefcast.insight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "And so I think the market rewards patience, right. | The market rewards patience",
                "So what I'd say is that the power contract is the product. | The power contract is the product",
                "The way I think about power is as a product. | The way I think about power is as a product",
                "I think that model has a ceiling built into it. | I think that model has a ceiling built into it",
                "Demand always outruns the grid and so on. | Demand always outruns the grid",
                "The whole thing runs on demand. | The whole thing runs on demand",
                "You pay for power or for patience. | You pay for power or for patience",
                "So far the grid has kept up with demand. | So far the grid has kept up with demand",
                "The key thing here is that the systems forget by design. | The systems forget by design",
                "The key thing is that AI systems are stateless by design. | AI systems are stateless by design",
                "The problem is that nobody pays for the power line. | Nobody pays for the power line",
                "The danger is that nobody pays for the power line. | The danger is that nobody pays for the power line",
                "In fact, the grid is older than its engineers. | The grid is older than its engineers",
                "So most bakers close after ten years, or something like that. | Most bakers close after ten years, or something like that",
                "Most bakers close after ten years, I guess. | Most bakers close after ten years, I guess",
                "I guess most bakers close after ten years. | I guess most bakers close after ten years",
                "The trouble with some bakers too is that they never close. | The trouble with some bakers is that they never close",
                "Bread that is too dark is bitter. | Bread that is too dark is bitter",
                "Because ovens are dear, and bakers rent them. | Ovens are dear, and bakers rent them",
                "Because ovens are dear, bakers rent them. | Because ovens are dear, bakers rent them",
                "By and large, most bakers rent their ovens. | Most bakers rent their ovens",
                "Honestly, owning the building is a bet on power. | Owning the building is a bet on power"
            })
    void onlyTheEndsAreTrimmed(String spoken, String headline) {
        assertThat(Headline.of(spoken)).isEqualTo(headline);
    }

    @Test
    void aClaimIsJudgedWithoutTheHedgeThatItIsShownWith() {
        assertThat(Headline.withoutHedge("Most bakers close after ten years, or something like that"))
                .isEqualTo("Most bakers close after ten years");
    }
}
