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
}
