package io.briefcast;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How briefs are sent.
 *
 * @param latest a brief that could not be sent this long after its time is skipped, so that nobody gets two in a row
 * @param lease how long one try may take before another instance looks whether the post is there; longer than the
 *     platforms' own timeouts
 */
@ConfigurationProperties(prefix = "briefcast.delivery", ignoreUnknownFields = false)
public record DeliverySettings(
        @DefaultValue("6h") Duration latest,
        @DefaultValue("1m") Duration lease) {
    public DeliverySettings {
        require("latest", latest);
        require("lease", lease);
    }

    private static void require(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "briefcast.delivery.%s is %s; give a duration above zero, such as 1m or 6h".formatted(key, value));
        }
    }
}
