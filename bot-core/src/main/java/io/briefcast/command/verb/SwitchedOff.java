package io.briefcast.command.verb;

import io.briefcast.command.Asker;
import io.briefcast.command.Notices;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.message.Phrase;
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
                .map(notice -> notice.in(asker.locale()))
                .toList();
    }

    private Optional<Phrase> notice(Subscription order) {
        return deliveries
                .last(order.id())
                .filter(delivery -> delivery.state() == Delivery.State.DEAD && deliveries.tell(delivery.key()))
                .map(delivery -> words(order, delivery));
    }

    private static Phrase words(Subscription order, Delivery delivery) {
        Phrase reason = Phrase.kept(delivery.reason());
        return switch (order.audience().kind()) {
            case PERSON ->
                Phrase.of(
                        "Your brief did not arrive on %s: %s. /briefcast resume goes on.",
                        delivery.key().day(), reason);
            case CHANNEL ->
                Phrase.of(
                        "The brief for %s did not arrive on %s: %s. /briefcast schedule goes on.",
                        order.name(), delivery.key().day(), reason);
        };
    }
}
