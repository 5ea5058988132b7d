package io.briefcast.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A standing order for a daily brief.
 *
 * @param active false when paused or switched off
 * @param awayUntil last local date of a holiday, on which no brief is due; empty when there is none
 * @param owner id of the person who set it up, empty when nobody did
 * @param name how people call the place or person, such as {@code #insights}; may be empty
 * @param language of what briefs say besides what podcasts said
 */
public record Subscription(
        String id,
        Audience audience,
        Interests interests,
        BriefTime time,
        boolean active,
        Optional<LocalDate> awayUntil,
        String owner,
        String name,
        Locale language) {
    /** An order that nobody in particular set up. */
    public Subscription(String id, Audience audience, Interests interests, BriefTime time, boolean active) {
        this(id, audience, interests, time, active, Optional.empty(), "", "", Locale.ENGLISH);
    }

    /** Whether its audience wants nothing on that local date. */
    public boolean isAway(LocalDate day) {
        return awayUntil.filter(last -> !day.isAfter(last)).isPresent();
    }

    /**
     * Its next brief after {@code now}, on a date after {@code last} and after the holiday; empty while it is switched
     * off.
     *
     * @param last local date of the latest brief that was composed or skipped, so that no change of hour or zone gives
     *     a date two
     */
    public Optional<BriefTime.Due> next(Instant now, Optional<LocalDate> last) {
        if (!active) {
            return Optional.empty();
        }
        Optional<LocalDate> after =
                Stream.concat(last.stream(), awayUntil.stream()).max(Comparator.naturalOrder());
        return Optional.of(time.next(now, after));
    }

    /** The same, posted elsewhere. */
    public Subscription with(Audience newAudience) {
        return new Subscription(id, newAudience, interests, time, active, awayUntil, owner, name, language);
    }

    /** The same for other interests. */
    public Subscription with(Interests newInterests) {
        return new Subscription(id, audience, newInterests, time, active, awayUntil, owner, name, language);
    }

    /** The same at another time. */
    public Subscription with(BriefTime newTime) {
        return new Subscription(id, audience, interests, newTime, active, awayUntil, owner, name, language);
    }

    /** The same, switched on or off. */
    public Subscription activated(boolean newActive) {
        return new Subscription(id, audience, interests, time, newActive, awayUntil, owner, name, language);
    }

    /** The same with a holiday, or with none. */
    public Subscription away(Optional<LocalDate> until) {
        return new Subscription(id, audience, interests, time, active, until, owner, name, language);
    }

    /** The same, set up by somebody else. */
    public Subscription ownedBy(String newOwner) {
        return new Subscription(id, audience, interests, time, active, awayUntil, newOwner, name, language);
    }

    /** The same in another language. */
    public Subscription in(Locale newLanguage) {
        return new Subscription(id, audience, interests, time, active, awayUntil, owner, name, newLanguage);
    }
}
