package io.briefcast.subscription;

import java.util.List;
import java.util.Optional;

/** All standing orders. */
public interface Subscriptions {
    /** Adds or overwrites by id. */
    void save(Subscription subscription);

    void remove(String subscriptionId);

    Optional<Subscription> find(String subscriptionId);

    /** All that are active. */
    List<Subscription> active();

    /** All there are, paused ones too, by id. */
    List<Subscription> all();

    /** Those of one audience, paused ones too, by id. */
    List<Subscription> ofAudience(String audienceId);

    /** Those that a person set up, paused ones too, by id. */
    List<Subscription> ownedBy(String personId);
}
