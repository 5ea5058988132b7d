package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.DeliveryKey;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DiscordMarkTest {
    private final DiscordMark mark = DiscordMark.of(new DeliveryKey("s1", LocalDate.of(2026, 6, 10)));

    @Test
    void carriesTheKeyBehindTheActionAndGivesTheActionBack() {
        String customId = mark.customId("related:4~0#c", 3);

        assertThat(DiscordMark.in(customId)).isEqualTo(mark);
        assertThat(DiscordMark.actionId(customId)).isEqualTo("related:4~0#c");
    }

    @Test
    void isNotOnTheButtonsOfOtherDeliveries() {
        DiscordMark other = DiscordMark.of(new DeliveryKey("s2", LocalDate.of(2026, 6, 10)));

        assertThat(DiscordMark.in(other.customId("more:1", 0))).isNotEqualTo(mark);
        assertThat(DiscordMark.in(DiscordMark.none().customId("more:1", 0))).isNotEqualTo(mark);
        assertThat(DiscordMark.in("unmarked")).isNotEqualTo(mark);
    }

    @Test
    void fitsIntoACustomIdWithTheLongestAction() {
        assertThat(mark.customId("a".repeat(80), 39)).hasSizeLessThanOrEqualTo(100);
    }
}
