package io.briefcast.command.verb;

import io.briefcast.command.Asker;
import io.briefcast.command.Notices;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.util.List;
import java.util.Optional;

/**
 * Tells people of orders that were switched off because nothing could be posted: the place itself cannot be told, and
 * whoever set the order up hears it with the next answer, once.
 */
public final class SwitchedOff implements Notices {
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;

    public SwitchedOff(Subscriptions subscriptions, Deliveries deliveries) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
    }

    @Override
    public List<String> of(Asker asker) {
        return subscriptions.ownedBy(asker.id()).stream()
                .filter(order -> !order.active())
                .flatMap(order -> notice(order).stream())
                .toList();
    }

    private Optional<String> notice(Subscription order) {
        return deliveries
                .last(order.id())
                .filter(delivery -> delivery.state() == Delivery.State.DEAD && deliveries.tell(delivery.key()))
                .map(delivery -> words(order, delivery));
    }

    private static String words(Subscription order, Delivery delivery) {
        boolean personal = order.audience().kind() == Audience.Kind.PERSON;
        return "%s did not arrive on %s: %s. /briefcast %s goes on."
                .formatted(
                        personal ? "Your brief" : "The brief for " + order.name(),
                        Words.day(delivery.key().day()),
                        delivery.reason(),
                        personal ? "resume" : "schedule");
    }
}
