package io.briefcast;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How choosy the reading is.
 *
 * @param threshold lowest score that is kept, 0 to 15; at 8.5 about every second one is one that an editor would print,
 *     higher is fewer and better
 * @param perEpisode most insights of one episode, 1 to 50
 */
@ConfigurationProperties(prefix = "briefcast.insight", ignoreUnknownFields = false)
public record InsightSettings(
        @DefaultValue("8.5") double threshold,
        @DefaultValue("8") int perEpisode) {
    /** What the defaults say. */
    public static final InsightSettings DEFAULTS = new InsightSettings(8.5, 8);

    public InsightSettings {
        if (!(threshold >= 0 && threshold <= 15)) {
            throw new IllegalArgumentException(
                    "briefcast.insight.threshold is %s; allowed is 0 to 15".formatted(threshold));
        }
        if (perEpisode < 1 || perEpisode > 50) {
            throw new IllegalArgumentException(
                    "briefcast.insight.per-episode is %d; allowed is 1 to 50".formatted(perEpisode));
        }
    }
}
