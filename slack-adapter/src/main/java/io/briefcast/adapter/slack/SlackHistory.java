package io.briefcast.adapter.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks whether a post is in a channel's history. Where the history may not be read, or is too long to be read, nobody
 * can know whether the post is there, and it is not sent again: at most once.
 */
final class SlackHistory {
    private static final int PAGE = 100;
    /** 2,000 messages of one channel in two days are more than a brief survives there. */
    private static final int MAX_PAGES = 20;

    private final SlackClient client;

    SlackHistory(SlackClient client) {
        this.client = client;
    }

    Optional<Receipt> find(Workspace workspace, SlackAddress place, DeliveryKey key) throws DeliveryException {
        String channel = place.person() ? conversation(workspace, place) : place.channel();
        String cursor = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            ConversationsHistoryResponse history = read(workspace, channel, key, cursor);
            Optional<Receipt> found = messages(history)
                    .filter(message -> isOurs(message, workspace) && SlackMark.isOn(message, key))
                    .map(message -> new Receipt(channel + "/" + message.getTs()))
                    .findFirst();
            cursor = cursor(history);
            if (found.isPresent() || cursor.isEmpty()) {
                return found;
            }
        }
        throw unknowable("the channel's history is too long");
    }

    private String conversation(Workspace workspace, SlackAddress place) throws DeliveryException {
        return client.call(
                        workspace,
                        methods -> methods.conversationsOpen(request -> request.users(List.of(place.channel()))))
                .getChannel()
                .getId();
    }

    private ConversationsHistoryResponse read(Workspace workspace, String channel, DeliveryKey key, String cursor)
            throws DeliveryException {
        try {
            return client.call(
                    workspace,
                    methods -> methods.conversationsHistory(request -> request.channel(channel)
                            .oldest(oldest(key))
                            .includeAllMetadata(true)
                            .cursor(cursor.isEmpty() ? null : cursor)
                            .limit(PAGE)));
        } catch (DeliveryException failure) {
            throw mayNotRead(failure) ? unknowable("the channel's history may not be read") : failure;
        }
    }

    /** Everything but a passing trouble: rights do not come back by trying. */
    private static boolean mayNotRead(DeliveryException failure) {
        return failure.remedy() == Remedy.DISABLE
                || failure.remedy() == Remedy.DROP
                || String.valueOf(failure.getMessage()).contains("scopes");
    }

    /** No clock on earth begins a date earlier than 14 hours before UTC does. */
    private static String oldest(DeliveryKey key) {
        long start = key.day().atTime(LocalTime.MIDNIGHT).toEpochSecond(ZoneOffset.ofHours(14));
        return Long.toString(start);
    }

    private static DeliveryException unknowable(String why) {
        return new DeliveryException(Remedy.DROP, Duration.ZERO, why + ", so it is not sent a second time");
    }

    private static boolean isOurs(Message message, Workspace workspace) {
        return workspace.botUser().map(bot -> bot.equals(message.getUser())).orElse(true);
    }

    private static Stream<Message> messages(ConversationsHistoryResponse history) {
        return Optional.ofNullable(history.getMessages()).orElse(List.of()).stream();
    }

    private static String cursor(ConversationsHistoryResponse history) {
        return Optional.ofNullable(history.getResponseMetadata())
                .map(metadata -> metadata.getNextCursor())
                .orElse("");
    }
}
