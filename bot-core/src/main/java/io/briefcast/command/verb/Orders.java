package io.briefcast.command.verb;

import io.briefcast.command.Asker;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Place;
import io.briefcast.command.Press;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Ids;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;

/**
 * The standing orders of who asks and of where it is asked. A person and a channel have one each, under an id made from
 * the audience: ordering again, even after stopping, is the same order, so that no day comes twice.
 */
final class Orders {
    private static final LocalTime USUAL = LocalTime.of(8, 0);

    private final Subscriptions subscriptions;

    Orders(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** The person's own order as it is stored; empty when nothing was ever set. */
    Optional<Subscription> stored(Asker asker) {
        return subscriptions.find(id(asker.id()));
    }

    /** The person's own order; switched off and without wishes when nothing was ever set. */
    Subscription mine(Asker asker, Place place) {
        Optional<Subscription> stored = stored(asker);
        if (stored.isEmpty()) {
            return fresh(person(asker, address(asker, place)), asker, asker.name(), asker.locale());
        }
        // The person's bare id is no news where the conversation with them may be known.
        boolean conversation = place.direct() && !place.address().equals(asker.directAddress());
        return conversation ? stored.get().with(person(asker, place.address())) : stored.get();
    }

    /** The channel's order; switched off when there is none. */
    Subscription channel(Asker asker, Place place) {
        return channel(asker.platform(), asker.tenant(), place)
                .orElseGet(() -> fresh(
                        new Audience(
                                channelId(asker.platform(), asker.tenant(), place.address()),
                                asker.platform(),
                                Audience.Kind.CHANNEL,
                                asker.tenant(),
                                place.address()),
                        asker,
                        place.name(),
                        place.language().orElse(asker.locale())));
    }

    private Optional<Subscription> channel(String platform, String tenant, Place place) {
        return subscriptions.find(id(channelId(platform, tenant, place.address())));
    }

    /** Whose brief is meant by {@code /brief}: the channel's where it has one, else the person's own. */
    Subscription here(Asker asker, Place place) {
        return place.direct()
                ? mine(asker, place)
                : channel(asker.platform(), asker.tenant(), place)
                        .filter(Subscription::active)
                        .orElseGet(() -> mine(asker, place));
    }

    /**
     * The order that a button is about, for whom it belongs to: a person's own, or a channel's for those who manage it.
     *
     * @param what is asked, such as {@code pause}
     */
    Subscription pressed(Press press, String id, String what) throws InvalidCommand {
        return subscriptions
                .find(id)
                .filter(order -> may(press, order))
                .orElseThrow(() -> new InvalidCommand(
                        Phrase.of("That brief is not yours to %s.", Phrase.of(what)),
                        Phrase.of("Everybody can %s their own, and managers of a channel its posts.", Phrase.of(what)),
                        "/briefcast subscribe at:8:00"));
    }

    private static boolean may(Press press, Subscription order) {
        return switch (order.audience().kind()) {
            case PERSON -> order.audience().id().equals(press.asker().id());
            case CHANNEL ->
                press.asker().managesPlace()
                        && order.audience().platform().equals(press.asker().platform())
                        && order.audience().tenant().equals(press.asker().tenant())
                        && order.audience().address().equals(press.place().address());
        };
    }

    /** A channel's order among those of the same workspace. */
    Optional<Subscription> neighbour(Asker asker, String id) {
        return subscriptions
                .find(id)
                .filter(order -> order.audience().kind() == Audience.Kind.CHANNEL)
                .filter(order -> order.audience().platform().equals(asker.platform()))
                .filter(order -> order.audience().tenant().equals(asker.tenant()));
    }

    private static Subscription fresh(Audience audience, Asker asker, String name, Locale language) {
        return new Subscription(
                id(audience.id()),
                audience,
                Interests.EVERYTHING,
                BriefTime.daily(USUAL, asker.zone()),
                false,
                Optional.empty(),
                asker.id(),
                name,
                language);
    }

    private static Audience person(Asker asker, String address) {
        return new Audience(asker.id(), asker.platform(), Audience.Kind.PERSON, asker.tenant(), address);
    }

    private static String address(Asker asker, Place place) {
        return place.direct() ? place.address() : asker.directAddress();
    }

    private static String channelId(String platform, String tenant, String address) {
        return Ids.of("channel", platform, tenant, address);
    }

    private static String id(String audienceId) {
        return Ids.of("subscription", audienceId);
    }
}
