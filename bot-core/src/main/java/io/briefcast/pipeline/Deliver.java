package io.briefcast.pipeline;

import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.Dispatcher.Dispatched;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.Instant;
import java.util.Optional;

/** Brings one brief to its audience, once. */
final class Deliver implements Step {
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final Dispatcher dispatcher;

    Deliver(Subscriptions subscriptions, Deliveries deliveries, Dispatcher dispatcher) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
    }

    @Override
    public Outcome run(String id, Instant now) {
        DeliveryKey key = Agenda.key(id);
        Optional<Delivery> unwanted = unwanted(key);
        return unwanted.isPresent() ? cancel(unwanted.get()) : outcome(dispatcher.dispatch(key, now));
    }

    private Outcome outcome(Dispatched dispatched) {
        return switch (dispatched) {
            case Dispatched.Nothing nothing -> Outcome.nothing();
            case Dispatched.Held held -> Outcome.notBefore(held.until());
            case Dispatched.Tried tried -> new Outcome(agenda -> store(tried), tried.again());
        };
    }

    private void store(Dispatched.Tried tried) {
        Delivery delivery = tried.delivery();
        deliveries.replace(delivery.fence(), delivery);
        if (tried.switchOff()) {
            subscriptions.find(delivery.key().subscriptionId()).ifPresent(this::switchOff);
        }
    }

    private void switchOff(Subscription subscription) {
        subscriptions.save(subscription.activated(false));
    }

    /** Nobody gets a brief after unsubscribing, unless it is already on its way. */
    private Optional<Delivery> unwanted(DeliveryKey key) {
        boolean wanted = subscriptions
                .find(key.subscriptionId())
                .filter(Subscription::active)
                .isPresent();
        return wanted
                ? Optional.empty()
                : deliveries.find(key).filter(delivery -> delivery.state() == Delivery.State.PENDING);
    }

    private Outcome cancel(Delivery delivery) {
        Delivery skipped = delivery.unsent(Delivery.State.SKIPPED, "the subscription was switched off");
        return Outcome.done(agenda -> deliveries.replace(delivery.fence(), skipped));
    }
}
