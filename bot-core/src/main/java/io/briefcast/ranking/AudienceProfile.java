package io.briefcast.ranking;

import io.briefcast.subscription.Interests;
import java.util.List;
import java.util.Map;

/**
 * What the ranking knows of an audience.
 *
 * @param audienceId whose
 * @param interests what it follows and mutes
 * @param seen what it was sent in the last 30 days
 * @param taste what its votes say
 */
public record AudienceProfile(String audienceId, Interests interests, List<SeenInsight> seen, Taste taste) {
    public AudienceProfile {
        seen = List.copyOf(seen);
    }

    /** An audience of which only the lean towards shows is known, in [-1, 1] by show id. */
    public AudienceProfile(
            String audienceId, Interests interests, List<SeenInsight> seen, Map<String, Double> showLean) {
        this(audienceId, interests, seen, Taste.ofShows(showLean));
    }

    /** How much it likes a show, in [-1, 1] by show id, 0 where it is not named. */
    public Map<String, Double> showLean() {
        return taste.shows();
    }

    /** A new audience. */
    public static AudienceProfile fresh(String audienceId, Interests interests) {
        return new AudienceProfile(audienceId, interests, List.of(), Taste.NONE);
    }
}
