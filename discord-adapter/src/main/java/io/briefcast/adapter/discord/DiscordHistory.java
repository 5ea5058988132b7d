package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Looks whether a post is in a channel's history, newest first. Where the history may not be read, or is too long to be
 * read, nobody can know whether the post is there, and it is not sent again: at most once.
 */
final class DiscordHistory {
    private static final int PAGE = 100;
    /** 2,000 messages of one channel in two days are more than a brief survives there. */
    private static final int MAX_PAGES = 20;
    /** Discord's ids count milliseconds from 2015 on, above 22 bits. */
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;

    private static final int TIME_SHIFT = 22;
    /** By how much our clock may be ahead of Discord's. */
    static final Duration SKEW = Duration.ofMinutes(10);

    private final DiscordClient client;

    DiscordHistory(DiscordClient client) {
        this.client = client;
    }

    /** The key's post among those since a moment in a channel, which is that of the place. */
    Optional<Receipt> find(DiscordAddress place, long channel, DeliveryKey key, Instant since)
            throws DeliveryException {
        DiscordMark mark = DiscordMark.of(key);
        String self = client.self();
        long oldest = idAt(since.minus(SKEW));
        long before = 0;
        for (int page = 0; page < MAX_PAGES; page++) {
            DataArray messages = read(channel, before);
            Optional<Receipt> found = objects(messages)
                    .filter(message ->
                            isOurs(message, self) && DiscordMarks.of(message).have(mark))
                    .map(message -> new Receipt(channel + "/" + message.getString("id")))
                    .findFirst();
            if (page == 0 && messages.isEmpty() && !place.direct()) {
                requireReadable(channel);
            }
            if (found.isPresent() || messages.length() < PAGE) {
                return found;
            }
            before = messages.getObject(messages.length() - 1).getUnsignedLong("id");
            if (before < oldest) {
                return Optional.empty();
            }
        }
        throw unknowable("the channel's history is too long");
    }

    /** No post of a key is older: the day before the audience's own day, whose zone may be ahead of ours. */
    static Instant earliest(DeliveryKey key) {
        return key.day().minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The smallest id that Discord may give at a moment. */
    static long idAt(Instant moment) {
        return Math.max(0, moment.toEpochMilli() - EPOCH_MILLIS) << TIME_SHIFT;
    }

    /**
     * Where the bot may not read the history, Discord answers that there is nothing, and no error
     * (https://docs.discord.com/developers/resources/message#get-channel-messages).
     */
    void requireReadable(long channel) throws DeliveryException {
        if (!readable(channel).orElseThrow(DiscordHistory::untold)) {
            throw unreadable();
        }
    }

    /** Archived threads are not told of; what holds for their channel holds for them. */
    Optional<Boolean> readable(long channel) throws DeliveryException {
        Optional<Boolean> known = client.readsHistory(channel);
        if (known.isPresent()) {
            return known;
        }
        DataObject described = client.object(Route.Channels.GET_CHANNEL.compile(Long.toUnsignedString(channel)));
        return client.readsHistory(described.getUnsignedLong("parent_id", 0));
    }

    private DataArray read(long channel, long before) throws DeliveryException {
        Route.CompiledRoute route = Route.Messages.GET_MESSAGE_HISTORY
                .compile(Long.toUnsignedString(channel))
                .withQueryParams("limit", Integer.toString(PAGE));
        return client.listUnlessDenied(
                        before == 0 ? route : route.withQueryParams("before", Long.toUnsignedString(before)))
                .orElseThrow(DiscordHistory::unreadable);
    }

    private static boolean isOurs(DataObject message, String self) {
        return message.optObject("author")
                .filter(author -> author.getString("id", "").equals(self))
                .isPresent();
    }

    static Stream<DataObject> objects(DataArray array) {
        return IntStream.range(0, array.length()).mapToObj(array::getObject);
    }

    /** Servers are told of one after the other when the connection begins. */
    private static DeliveryException untold() {
        return new DeliveryException(
                Remedy.RETRY, Duration.ofSeconds(30), "Discord has not told yet whether the history may be read");
    }

    static DeliveryException unreadable() {
        return unknowable("the channel's history may not be read");
    }

    static DeliveryException unknowable(String reason) {
        return new DeliveryException(
                Remedy.DROP, Duration.ZERO, reason + ", so nobody knows whether this was posted; it is not sent again");
    }
}
