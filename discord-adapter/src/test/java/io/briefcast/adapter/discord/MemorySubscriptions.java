package io.briefcast.adapter.discord;

import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Standing orders in memory. */
final class MemorySubscriptions implements Subscriptions {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<String, Subscription> orders = new TreeMap<>();

    @Override
    public synchronized void save(Subscription subscription) {
        orders.put(subscription.id(), subscription);
        notifyAll();
    }

    /** Waits until an order is switched off; returns after a minute all the same, and the test says what is missing. */
    synchronized void awaitStopped(String subscriptionId) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (find(subscriptionId).filter(Subscription::active).isPresent() && System.nanoTime() < end) {
            try {
                wait(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A desk that takes orders without planning anything. */
    ScheduleDesk desk() {
        return new ScheduleDesk() {
            @Override
            public Optional<BriefTime.Due> save(Subscription subscription) {
                MemorySubscriptions.this.save(subscription);
                return Optional.empty();
            }

            @Override
            public Changed change(Subscription seen, UnaryOperator<Subscription> change) {
                synchronized (MemorySubscriptions.this) {
                    Subscription changed = change.apply(find(seen.id()).orElse(seen));
                    return new Changed(changed, save(changed));
                }
            }

            @Override
            public void erase(String personId) {
                those(order -> order.audience().id().equals(personId)).forEach(order -> remove(order.id()));
            }

            @Override
            public void eraseTenant(String platform, String tenant) {
                those(order -> order.audience().platform().equals(platform)
                                && order.audience().tenant().equals(tenant))
                        .forEach(order -> remove(order.id()));
            }
        };
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
