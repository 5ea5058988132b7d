package io.briefcast.delivery;

import io.briefcast.podcast.Ids;
import java.time.LocalDate;

/**
 * What makes a delivery the same delivery: the subscription and the local date.
 *
 * @param subscriptionId whose brief
 * @param day local date of the audience
 */
public record DeliveryKey(String subscriptionId, LocalDate day) {
    /** 13 characters that stand for the key on a platform. */
    public String token() {
        return Ids.of("delivery", subscriptionId, day.toString());
    }
}
