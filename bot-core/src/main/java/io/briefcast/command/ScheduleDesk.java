package io.briefcast.command;

import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Subscription;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes standing orders, and sees to it that briefs come when they say. */
public interface ScheduleDesk {
    /** Stores an order, new or changed; gives when its next brief is due, empty while it is switched off. */
    Optional<BriefTime.Due> save(Subscription subscription);

    /**
     * Changes an order as it is stored at this moment, so that of two commands at the same time none is lost.
     *
     * @param seen as it was when somebody asked; stored first when it is new. What it says of where to post holds
     * @param change from the stored order to the new one; without side effects
     */
    Changed change(Subscription seen, UnaryOperator<Subscription> change);

    /**
     * A changed order.
     *
     * @param next when its next brief is due; empty while it is switched off
     */
    record Changed(Subscription order, Optional<BriefTime.Due> next) {}

    /**
     * Erases everything that is known of a person: orders for direct messages, votes, saved insights, what was sent.
     * Channel posts that the person set up go on, without the name.
     */
    void erase(String personId);

    /**
     * Erases a workspace that the bot has left: its orders, its list of shows, and what its channels and people were sent,
     * kept and said, whether they had an order or not.
     */
    void eraseTenant(String platform, String tenant);
}
