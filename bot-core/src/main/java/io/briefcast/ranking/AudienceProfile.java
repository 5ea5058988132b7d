package io.briefcast.ranking;

import io.briefcast.podcast.Followed;
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
 * @param followed the shows that it may hear of
 */
public record AudienceProfile(
        String audienceId, Interests interests, List<SeenInsight> seen, Taste taste, Followed followed) {
    public AudienceProfile {
        seen = List.copyOf(seen);
    }

    /** An audience of which only the lean towards shows is known, in [-1, 1] by show id. */
    public AudienceProfile(
            String audienceId, Interests interests, List<SeenInsight> seen, Map<String, Double> showLean) {
        this(audienceId, interests, seen, Taste.ofShows(showLean), Followed.EVERYTHING);
    }

    /** How much it likes a show, in [-1, 1] by show id, 0 where it is not named. */
    public Map<String, Double> showLean() {
        return taste.shows();
    }

    /** A new audience, which may hear of every show. */
    public static AudienceProfile fresh(String audienceId, Interests interests) {
        return new AudienceProfile(audienceId, interests, List.of(), Taste.NONE, Followed.EVERYTHING);
    }

    /** The same, which may hear of these shows. */
    public AudienceProfile within(Followed shows) {
        return new AudienceProfile(audienceId, interests, seen, taste, shows);
    }
}
