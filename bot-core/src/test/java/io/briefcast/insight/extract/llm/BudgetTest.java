package io.briefcast.insight.extract.llm;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.extract.llm.Spending.Spent;
import io.briefcast.insight.extract.llm.Spending.Total;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final Budget BUDGET = new Budget(1_000, 3_000, 10_000);
    private static final int DAYS = 7;

    @Test
    void beforeAnyEpisodeNothingIsKnown() {
        assertThat(BUDGET.forecast(new Total(0, 0), new Total(0, 0), DAYS))
                .isEqualTo("0 of 10,000 tokens used today; what an episode takes is not known yet");
    }

    @Test
    void whatAnEpisodeTookSaysHowManyMoreFit() {
        assertThat(BUDGET.forecast(new Total(2_000, 4), new Total(33_000, 66), DAYS))
                .isEqualTo("2,000 of 10,000 tokens used today; an episode takes about 500, so 16 more fit;"
                        + " about 4,714 are expected by midnight UTC");
    }

    @Test
    void aDayThatWouldNeedMoreThanThereIsIsSaid() {
        assertThat(BUDGET.forecast(new Total(9_900, 10), new Total(140_000, 140), DAYS))
                .contains("so 0 more fit; a day like the last 7 would need 20,000");
    }

    @Test
    void whatMoreEpisodesCostIsToldByWhatOthersDid() {
        assertThat(BUDGET.cost(9, new Total(0, 0), new Total(0, 0))).isEmpty();
        assertThat(BUDGET.cost(4, new Total(2_000, 4), new Total(33_000, 66)))
                .contains("about 2,000 tokens are needed, and 8,000 of 10,000 are left today");
        assertThat(BUDGET.cost(17, new Total(2_000, 4), new Total(33_000, 66)))
                .contains("about 8,500 tokens are needed, and 8,000 of 10,000 are left today;"
                        + " what they are not enough for stays as it is");
    }

    @Test
    void noCallIsMadeThatWouldCostMoreThanIsLeft() {
        assertThat(BUDGET.refusal(new Spent(0, 0, 9_500), 500)).isEmpty();
        assertThat(BUDGET.refusal(new Spent(0, 0, 9_501), 500))
                .hasValueSatisfying(why -> assertThat(why).contains("of the day"));
        assertThat(BUDGET.refusal(new Spent(0, 3_000, 3_000), 1)).contains("the show's tokens of the day are used up");
        assertThat(BUDGET.refusal(new Spent(900, 900, 900), 101))
                .contains("the episode's tokens of the day are used up");
    }
}
