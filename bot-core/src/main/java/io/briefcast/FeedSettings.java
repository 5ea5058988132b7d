package io.briefcast;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often feeds are read, and how much of a new show.
 *
 * @param interval shortest time between two readings of one feed; a feed that asks for more gets it
 * @param longestInterval longest time between two tries of a feed that has trouble
 * @param backlog how far back the episodes of a newly added show are read
 * @param backlogEpisodes how many of its newest episodes are read even when they are older
 */
@ConfigurationProperties(prefix = "briefcast.feed", ignoreUnknownFields = false)
public record FeedSettings(
        @DefaultValue("1h") Duration interval,
        @DefaultValue("24h") Duration longestInterval,
        @DefaultValue("7d") Duration backlog,
        @DefaultValue("3") int backlogEpisodes) {
    private static final int MOST_EPISODES = 1_000;

    public FeedSettings {
        checkRange("interval", interval, Duration.ofMinutes(15), Duration.ofDays(7));
        checkRange("longest-interval", longestInterval, interval, Duration.ofDays(7));
        checkRange("backlog", backlog, Duration.ZERO, Duration.ofDays(3_650));
        if (backlogEpisodes < 0 || backlogEpisodes > MOST_EPISODES) {
            throw new IllegalArgumentException("briefcast.feed.backlog-episodes is %d; allowed is 0 to %d"
                    .formatted(backlogEpisodes, MOST_EPISODES));
        }
    }

    private static void checkRange(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("briefcast.feed.%s is %d minutes; allowed is %d to %d minutes"
                    .formatted(key, value.toMinutes(), least.toMinutes(), most.toMinutes()));
        }
    }
}
