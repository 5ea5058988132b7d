package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * The direct conversations with people who asked for messages. Each is opened once: Discord blocks bots that open many
 * quickly (https://docs.discord.com/developers/resources/user#create-dm).
 */
final class DiscordConversations {
    /** Conversations are forgotten at this number: it bounds the memory, and opening one again gives the same one. */
    private static final int MANY = 100_000;

    private final DiscordClient client;
    private final Map<Long, Long> open = new ConcurrentHashMap<>();

    DiscordConversations(DiscordClient client) {
        this.client = client;
    }

    /** The channel of an address. */
    long channel(DiscordAddress place) throws DeliveryException {
        if (!place.person()) {
            return place.id();
        }
        @Nullable Long known = open.get(place.id());
        return known == null ? open(place.id()) : known;
    }

    private long open(long person) throws DeliveryException {
        DataObject recipient = DataObject.empty().put("recipient_id", Long.toUnsignedString(person));
        long channel = client.send(Route.Self.CREATE_PRIVATE_CHANNEL.compile(), recipient)
                .getUnsignedLong("id");
        if (open.size() >= MANY) {
            open.clear();
        }
        open.put(person, channel);
        return channel;
    }
}
