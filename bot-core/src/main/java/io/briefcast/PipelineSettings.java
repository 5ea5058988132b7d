package io.briefcast;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the work is done.
 *
 * @param polling how often to look for work that is due, 50ms to 1m
 * @param workers how many episodes are read at once, 1 to 256; 0 means one a processor
 */
@ConfigurationProperties(prefix = "briefcast.pipeline", ignoreUnknownFields = false)
public record PipelineSettings(
        @DefaultValue("1s") Duration polling,
        @DefaultValue("0") int workers) {
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST = 256;

    public PipelineSettings {
        if (polling.compareTo(SHORTEST) < 0 || polling.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "briefcast.pipeline.polling is %s; give a duration from 50ms to 1m".formatted(polling));
        }
        if (workers < 0 || workers > MOST) {
            throw new IllegalArgumentException(
                    "briefcast.pipeline.workers is %d; give a number from 1 to 256, or 0 for one a processor"
                            .formatted(workers));
        }
    }

    /** How many episodes are read at once. */
    public int readers() {
        return workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    }
}
