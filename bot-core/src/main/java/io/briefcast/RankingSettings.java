package io.briefcast;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may go into one brief.
 *
 * @param perEpisode most insights of one episode in a brief, 1 to 10
 * @param perShow most insights of one show in a brief, 1 to 10
 * @param qualityFloor insights whose calibrated quality is lower are left out, 0 to 1
 * @param diversity weight of variety against rank, 0 (rank alone) to 1 (variety alone)
 */
@ConfigurationProperties(prefix = "briefcast.ranking", ignoreUnknownFields = false)
public record RankingSettings(
        @DefaultValue("1") int perEpisode,
        @DefaultValue("2") int perShow,
        @DefaultValue("0.3") double qualityFloor,
        @DefaultValue("0.3") double diversity) {
    /** What the defaults say. */
    public static final RankingSettings DEFAULTS = new RankingSettings(1, 2, 0.3, 0.3);

    public RankingSettings {
        check("per-episode", perEpisode, 1, 10);
        check("per-show", perShow, 1, 10);
        check("quality-floor", qualityFloor, 0, 1);
        check("diversity", diversity, 0, 1);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "briefcast.ranking.%s is %s; allowed is %s to %s".formatted(name, value, least, most));
        }
    }
}
