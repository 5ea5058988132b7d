package io.briefcast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");

    private final RetryPolicy policy = new RetryPolicy(Duration.ofHours(6));

    @Test
    void waitsLongerWithEveryAttemptUpToAQuarterOfAnHourAndALittle() {
        Delivery delivery = pending();
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 7; attempt++) {
            delivery = delivery.claimed(NOON);
            Duration wait = Duration.between(
                    NOON, policy.next(delivery, unclear(), NOON).orElseThrow());

            assertThat(wait).isGreaterThan(before);
            before = wait;
        }
        for (int attempt = 8; attempt <= 100; attempt++) {
            delivery = delivery.claimed(NOON);

            assertThat(policy.next(delivery, unclear(), NOON).orElseThrow())
                    .isBetween(NOON.plus(Duration.ofMinutes(15)), NOON.plus(Duration.ofMinutes(19)));
        }
    }

    @Test
    void waitsAsLongAsThePlatformAsks() {
        var rateLimited = new DeliveryException(Remedy.RETRY, Duration.ofMinutes(5), "429");

        assertThat(policy.next(pending(), rateLimited, NOON).orElseThrow())
                .isBetween(NOON.plus(Duration.ofMinutes(5)), NOON.plus(Duration.ofMinutes(7)));
    }

    @Test
    void givesUpWhenTheNextTryWouldBeTooLate() {
        var rateLimited = new DeliveryException(Remedy.RETRY, Duration.ofHours(7), "429");

        assertThat(policy.next(pending(), rateLimited, NOON)).isEmpty();
    }

    @Test
    void neverTriesAgainWhatCannotHelp() {
        assertThat(policy.next(pending(), new DeliveryException(Remedy.DROP, Duration.ZERO, "too long"), NOON))
                .isEmpty();
        assertThat(policy.next(pending(), new DeliveryException(Remedy.DISABLE, Duration.ZERO, "archived"), NOON))
                .isEmpty();
    }

    private static DeliveryException unclear() {
        return new DeliveryException(Remedy.LOOK, Duration.ZERO, "reset");
    }

    private static Delivery pending() {
        return Delivery.pending(
                new DeliveryKey("s1", LocalDate.of(2026, 3, 9)), "us", "chat", "#x", new Message("", List.of()), NOON);
    }
}
