package io.briefcast.pipeline;

import io.briefcast.brief.SeenInsights;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.Dispatcher.Dispatched;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.Instant;

/** Brings one brief to its audience, once; what never arrived may be picked for it again. */
final class Deliver implements Step {
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final SeenInsights seen;
    private final Dispatcher dispatcher;

    Deliver(Subscriptions subscriptions, Deliveries deliveries, SeenInsights seen, Dispatcher dispatcher) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.seen = seen;
        this.dispatcher = dispatcher;
    }

    @Override
    public Outcome run(String id, Instant now) {
        DeliveryKey key = Agenda.key(id);
        return switch (dispatcher.dispatch(key, isWanted(key), now)) {
            case Dispatched.Nothing nothing -> Outcome.nothing();
            case Dispatched.Held held -> Outcome.notBefore(held.until());
            case Dispatched.Tried tried -> new Outcome(agenda -> store(tried), tried.again());
        };
    }

    /** Nobody gets a brief after unsubscribing. */
    private boolean isWanted(DeliveryKey key) {
        return subscriptions
                .find(key.subscriptionId())
                .filter(Subscription::active)
                .isPresent();
    }

    private void store(Dispatched.Tried tried) {
        Delivery delivery = tried.delivery();
        boolean stored = deliveries.replace(delivery.fence(), delivery);
        if (stored && tried.missed()) {
            seen.unmark(delivery.audienceId(), delivery.key().day());
        }
        if (tried.switchOff()) {
            subscriptions.find(delivery.key().subscriptionId()).ifPresent(this::switchOff);
        }
    }

    private void switchOff(Subscription subscription) {
        subscriptions.save(subscription.activated(false));
    }
}
