package io.briefcast.command;

import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Subscription;
import java.util.Optional;

/** Takes standing orders, and sees to it that briefs come when they say. */
public interface ScheduleDesk {
    /** Stores an order, new or changed; gives when its next brief is due, empty while it is switched off. */
    Optional<BriefTime.Due> save(Subscription subscription);

    /**
     * Erases everything that is known of a person: orders for direct messages, votes, saved insights, what was sent.
     * Channel posts that the person set up go on, without the name.
     */
    void erase(String personId);

    /** Erases all orders of a workspace that the bot has left, and what its channels and subscribers were sent and said. */
    void eraseTenant(String platform, String tenant);
}
