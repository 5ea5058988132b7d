package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Direct messages, tried before anybody counts on them: whether a person takes them, Discord tells only when one is
 * sent. People get one in answer to what they asked for, and never a second for the same.
 */
final class DiscordDirect {
    /** Who was reached is forgotten at this number: it bounds the memory, and one more message does no harm. */
    private static final int MANY = 100_000;

    private final DiscordPlatform platform;
    private final DiscordConversations conversations;
    private final Set<Long> reached = ConcurrentHashMap.newKeySet();

    DiscordDirect(DiscordPlatform platform, DiscordConversations conversations) {
        this.platform = platform;
        this.conversations = conversations;
    }

    /** The conversation with a person, who was told there what comes. */
    DiscordAddress reach(long person, Locale locale, Instant now) throws DeliveryException {
        DiscordAddress address = DiscordAddress.person(person);
        if (!reached.contains(person)) {
            Message hello = DiscordReplies.text("reached", locale);
            platform.post(address.written(), key(person, now), hello);
            if (reached.size() >= MANY) {
                reached.clear();
            }
            reached.add(person);
        }
        return DiscordAddress.direct(conversations.channel(address));
    }

    /** The nonce of a greeting: once within some minutes, whatever is repeated. */
    private static DeliveryKey key(long person, Instant now) {
        return new DeliveryKey("reach " + person, LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
