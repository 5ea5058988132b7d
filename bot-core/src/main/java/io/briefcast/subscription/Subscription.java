package io.briefcast.subscription;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A standing order for a daily brief.
 *
 * @param active false when paused or switched off
 * @param awayUntil last local date of a holiday, on which no brief is due; empty when there is none
 * @param owner id of the person who set it up, empty when nobody did
 * @param name how people call the place or person, such as {@code #insights}; may be empty
 */
public record Subscription(
        String id,
        Audience audience,
        Interests interests,
        BriefTime time,
        boolean active,
        Optional<LocalDate> awayUntil,
        String owner,
        String name) {
    /** An order that nobody in particular set up. */
    public Subscription(String id, Audience audience, Interests interests, BriefTime time, boolean active) {
        this(id, audience, interests, time, active, Optional.empty(), "", "");
    }

    /** Whether its audience wants nothing on that local date. */
    public boolean isAway(LocalDate day) {
        return awayUntil.filter(last -> !day.isAfter(last)).isPresent();
    }

    /** The same for other interests. */
    public Subscription with(Interests newInterests) {
        return new Subscription(id, audience, newInterests, time, active, awayUntil, owner, name);
    }

    /** The same at another time. */
    public Subscription with(BriefTime newTime) {
        return new Subscription(id, audience, interests, newTime, active, awayUntil, owner, name);
    }

    /** The same, switched on or off. */
    public Subscription activated(boolean newActive) {
        return new Subscription(id, audience, interests, time, newActive, awayUntil, owner, name);
    }

    /** The same with a holiday, or with none. */
    public Subscription away(Optional<LocalDate> until) {
        return new Subscription(id, audience, interests, time, active, until, owner, name);
    }

    /** The same, set up by somebody else. */
    public Subscription ownedBy(String newOwner) {
        return new Subscription(id, audience, interests, time, active, awayUntil, newOwner, name);
    }
}
