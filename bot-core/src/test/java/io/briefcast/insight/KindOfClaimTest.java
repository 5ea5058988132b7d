package io.briefcast.insight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindOfClaimTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Renting is cheaper than owning because demand is unknown. | CLAIM",
                "The will of the founder decides what a company is. | CLAIM",
                "If prices fall, people will buy more machines. | CLAIM",
                "GPT-4 made every 2023 roadmap look old. | CLAIM",
                "Most owners will sell their machines. | PREDICTION",
                "Owners aren't going to keep their machines. | PREDICTION",
                "By 2030 half of all machines are rented. | PREDICTION",
                "An audit of the bakery will take months to do. | CLAIM",
                "A new oven will cost you about 40,000 euros. | NUMBER",
                "A second mill in the valley will take another ten years. | PREDICTION",
                "An audit will take months, and bakers will hate it. | PREDICTION",
                "Very often bakers will be in love with an oven, but not clean it. | CLAIM",
                "They'll rent before they buy. | PREDICTION",
                "0.01% of packages make up 80% of usage. | NUMBER",
                "A bakery throws away a third of its bread. | NUMBER",
                "The line costs $40 million to build. | NUMBER",
                "Leading a billion dollar bakery is mostly about waiting. | CLAIM",
                "Ovens were so dear 30 years ago that villages shared them. | CLAIM",
                "Bakers in that street have been in bread 100% since '97. | CLAIM",
                "You should rent until demand is known. | ADVICE",
                "Never buy what you can rent for a week. | ADVICE",
                "Measure demand before you sign a lease. | ADVICE",
                "Everyone thinks owning is safe, and it is a trap. | DISAGREEMENT",
                "The belief that owning is cheap is a myth. | DISAGREEMENT",
                "Analysts who count machines are simply wrong. | DISAGREEMENT",
            })
    void theWordsSayWhatSortOfClaimItIs(String headline, String kind) {
        assertThat(KindOfClaim.of(headline).name()).isEqualTo(kind);
    }
}
