package io.briefcast.adapter.discord;

import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Standing orders in memory. */
final class MemorySubscriptions implements Subscriptions {
    private final Map<String, Subscription> orders = new TreeMap<>();

    @Override
    public synchronized void save(Subscription subscription) {
        orders.put(subscription.id(), subscription);
    }

    @Override
    public synchronized void remove(String subscriptionId) {
        orders.remove(subscriptionId);
    }

    @Override
    public synchronized Optional<Subscription> find(String subscriptionId) {
        return Optional.ofNullable(orders.get(subscriptionId));
    }

    @Override
    public List<Subscription> active() {
        return those(Subscription::active);
    }

    @Override
    public List<Subscription> all() {
        return those(order -> true);
    }

    @Override
    public List<Subscription> ofAudience(String audienceId) {
        return those(order -> order.audience().id().equals(audienceId));
    }

    @Override
    public List<Subscription> ownedBy(String personId) {
        return those(order -> order.owner().equals(personId));
    }

    private synchronized List<Subscription> those(Predicate<Subscription> wanted) {
        return orders.values().stream().filter(wanted).toList();
    }
}
