package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every store of deliveries does. */
public abstract class DeliveriesContract extends RepositoryContract {
    private static final DeliveryKey KEY = new DeliveryKey("s1", LocalDate.of(2026, 3, 9));

    private Deliveries deliveries() {
        return new JdbcDeliveries(database());
    }

    @Test
    void keepsTheFirstOfASubscriptionAndDay() {
        assertThat(deliveries().add(pending("first"))).isTrue();

        assertThat(deliveries().add(pending("second"))).isFalse();

        assertThat(deliveries().find(KEY)).contains(pending("first"));
    }

    @Test
    void onlyOneOfTwoSendersClaims() {
        deliveries().add(pending("brief"));
        Delivery claimed = pending("brief").claimed(Samples.NOON.plusSeconds(60));

        assertThat(deliveries().replace(0, claimed)).isTrue();
        assertThat(deliveries().replace(0, claimed)).isFalse();

        assertThat(deliveries().find(KEY)).contains(claimed);
    }

    @Test
    void anotherDayIsAnotherDelivery() {
        deliveries().add(pending("brief"));

        assertThat(deliveries().find(new DeliveryKey("s1", KEY.day().plusDays(1))))
                .isEmpty();
    }

    @Test
    void findsTheLastOfASubscriptionAndThoseDueInATime() {
        deliveries().add(pending("brief"));
        DeliveryKey tomorrow = new DeliveryKey("s1", KEY.day().plusDays(1));
        deliveries()
                .add(Delivery.pending(
                        tomorrow, "us", "chat", "#general", new Message("", List.of()), Samples.NOON.plusSeconds(9)));

        assertThat(deliveries().last("s1").orElseThrow().key()).isEqualTo(tomorrow);
        assertThat(deliveries().last("s2")).isEmpty();
        assertThat(deliveries().due(Samples.NOON, Samples.NOON.plusSeconds(9), 10))
                .containsExactly(pending("brief"));
        assertThat(deliveries().due(Samples.NOON, Samples.NOON.plusSeconds(10), 10))
                .hasSize(2);
    }

    @Test
    void countsByState() {
        deliveries().add(pending("brief"));
        for (String other : List.of("s2", "s3")) {
            DeliveryKey key = new DeliveryKey(other, KEY.day());
            deliveries()
                    .add(Delivery.pending(key, other, "chat", "x", new Message("", List.of()), Samples.NOON)
                            .unsent(Delivery.State.SKIPPED, "late"));
        }

        assertThat(deliveries().counts(Samples.NOON, Samples.NOON.plusSeconds(1)))
                .containsOnly(Map.entry(Delivery.State.PENDING, 1), Map.entry(Delivery.State.SKIPPED, 2));
        assertThat(deliveries().counts(Samples.NOON.plusSeconds(1), Samples.NOON.plusSeconds(2)))
                .isEmpty();
    }

    @Test
    void whatWasSaidIsForgottenAfterMonthsAndThatItWasSentIsNot() {
        deliveries().add(pending("brief"));
        DeliveryKey later = new DeliveryKey("s1", KEY.day().plusDays(91));

        new JdbcDeliveries(database())
                .add(Delivery.pending(
                        later,
                        "audience",
                        "chat",
                        "#general",
                        new Message("Later", List.of(new Block.Divider())),
                        Samples.NOON.plus(Duration.ofDays(91))));

        assertThat(deliveries().find(KEY).orElseThrow().message()).isEqualTo(new Message("", List.of()));
        assertThat(deliveries().find(later).orElseThrow().message().blocks()).hasSize(1);
    }

    @Test
    void itsEndIsToldOnce() {
        assertThat(deliveries().tell(KEY)).as("there is none").isFalse();
        deliveries().add(pending("brief"));

        assertThat(deliveries().tell(KEY)).isTrue();
        assertThat(deliveries().tell(KEY)).isFalse();
    }

    @Test
    void erasesAllOfAnAudience() {
        deliveries().add(pending("brief"));
        String audience = pending("brief").audienceId();
        assertThat(deliveries().ofAudience(audience, 10)).containsExactly(pending("brief"));

        deliveries().forget(audience);

        assertThat(deliveries().ofAudience(audience, 10)).isEmpty();
        assertThat(deliveries().find(KEY)).isEmpty();
    }

    private static Delivery pending(String text) {
        return Delivery.pending(
                KEY,
                "audience",
                "chat",
                "#general",
                new Message("Brief", List.of(new Block.Paragraph(text), new Block.Divider())),
                Samples.NOON);
    }
}
