package io.briefcast.adapter.discord;

import io.briefcast.command.Asker;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Message;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Direct messages, tried before anybody counts on them: whether a person takes them, Discord tells only when one is
 * sent. People get one in answer to what they asked for, and never a second for the same.
 */
final class DiscordDirect {
    /** Who was reached is forgotten at this number: it bounds the memory, and one more message does no harm. */
    private static final int MANY = 100_000;

    /** What the id of a button begins with that orders direct messages. */
    private static final String SUBSCRIBING = "subscribe:";

    /** What the id of a button begins with after which a brief goes on, a person's or a channel's. */
    private static final String RESUMING = "resume:";

    private final DiscordPlatform platform;
    private final Subscriptions subscriptions;
    private final Set<Long> reached = ConcurrentHashMap.newKeySet();

    DiscordDirect(DiscordPlatform platform, Subscriptions subscriptions) {
        this.platform = platform.ofAnswers();
        this.subscriptions = subscriptions;
    }

    /** Whether direct messages come after a press on this button. */
    boolean comesAfter(String actionId) {
        return actionId.startsWith(SUBSCRIBING)
                || (actionId.startsWith(RESUMING) && isPersonal(actionId.substring(RESUMING.length())));
    }

    private boolean isPersonal(String order) {
        return subscriptions
                .find(order)
                .filter(stored -> stored.audience().kind() == Audience.Kind.PERSON)
                .isPresent();
    }

    /** The conversation with a person, who was told there what comes, now or before. */
    DiscordAddress reach(Asker asker, Instant now) throws DeliveryException {
        Optional<DiscordAddress> counted = counted(asker);
        return counted.isPresent() ? counted.get() : reach(Long.parseUnsignedLong(asker.userId()), asker.locale(), now);
    }

    /** The conversation to which briefs go already; one that was switched off may be closed, and is tried again. */
    private Optional<DiscordAddress> counted(Asker asker) {
        return subscriptions.ofAudience(asker.id()).stream()
                .filter(Subscription::active)
                .flatMap(order -> DiscordAddress.read(order.audience().address()).stream())
                .filter(address -> address.direct() && !address.person())
                .findFirst();
    }

    private DiscordAddress reach(long person, Locale locale, Instant now) throws DeliveryException {
        DiscordAddress address = DiscordAddress.person(person);
        if (!reached.contains(person)) {
            Message hello = DiscordReplies.text("reached", locale);
            platform.post(address.written(), key(person, now), hello);
            if (reached.size() >= MANY) {
                reached.clear();
            }
            reached.add(person);
        }
        return platform.conversation(address);
    }

    /** The nonce of a greeting: once within some minutes, whatever is repeated. */
    private static DeliveryKey key(long person, Instant now) {
        return new DeliveryKey("reach " + person, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
