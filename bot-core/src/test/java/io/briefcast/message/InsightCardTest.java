package io.briefcast.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.message.Block.InsightCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InsightCardTest {
    @Test
    void aHeadlineInTheSpeakersOwnWordsIsShownAsTheQuote() {
        InsightCard card = card(Optional.empty(), "Power decides where chips go", "power decides where chips go.");

        assertThat(card.headlineIsQuote()).isTrue();
        assertThat(card.title()).isEqualTo("“power decides where chips go.”");
    }

    @Test
    void aHeadlineInOtherWordsStaysWithoutQuotationMarks() {
        InsightCard card =
                card(Optional.empty(), "Power decides where chips go", "Power, not price, decides where chips go.");

        assertThat(card.headlineIsQuote()).isFalse();
        assertThat(card.title()).isEqualTo("Power decides where chips go");
    }

    @Test
    void whatIsMoreThanAClaimSaysWhatItIs() {
        InsightCard card =
                card(Optional.of("Prediction"), "Chips will go where power is", "Chips will go where power is.");

        assertThat(card.title()).isEqualTo("Prediction: “Chips will go where power is.”");
        assertThat(card.headline()).isEqualTo("Chips will go where power is");
        assertThat(card.withoutReasons().with(List.of()).kind()).contains("Prediction");
    }

    private static InsightCard card(Optional<String> kind, String headline, String quote) {
        return new InsightCard(
                "i1",
                1,
                headline,
                "",
                quote,
                "Ada",
                "Show",
                "Episode",
                Instant.EPOCH,
                Duration.ZERO,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                kind,
                List.of());
    }
}
