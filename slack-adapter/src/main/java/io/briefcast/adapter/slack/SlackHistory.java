package io.briefcast.adapter.slack;

import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Message;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks whether a post is in a channel's history. Where the history may not be read, or is too long to be read, nobody
 * can know whether the post is there, and it is not sent again: at most once.
 */
final class SlackHistory {
    /**
     * Slack gives no more at a time, and that once a minute, to an app that many workspaces install outside its Marketplace
     * (https://docs.slack.dev/apis/web-api/rate-limits): mostly the post is among them, and one call is enough.
     */
    private static final int FIRST_PAGE = 15;

    private static final int PAGE = 100;
    /** 2,000 messages of one channel in two days are more than a brief survives there. */
    private static final int MAX_PAGES = 20;

    /** By how much our clock may be ahead of Slack's. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    /** Rights that do not come back by trying; a token that is refused for a while says nothing about them. */
    private static final Set<String> UNREADABLE =
            Set.of("missing_scope", "no_permission", "not_in_channel", "access_denied", "channel_is_limited_access");

    private final SlackClient client;

    SlackHistory(SlackClient client) {
        this.client = client;
    }

    /** Looks for the key's post among those since a moment, the newest first. */
    Optional<Receipt> find(Workspace workspace, SlackAddress place, DeliveryKey key, Instant since)
            throws DeliveryException {
        String channel = place.person() ? conversation(workspace, place) : place.channel();
        String cursor = "";
        for (int page = 0; page < MAX_PAGES; page++) {
            ConversationsHistoryResponse history = read(workspace, channel, since, cursor);
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

    private ConversationsHistoryResponse read(Workspace workspace, String channel, Instant since, String cursor)
            throws DeliveryException {
        ConversationsHistoryResponse history = client.ask(
                workspace,
                methods -> methods.conversationsHistory(request -> request.channel(channel)
                        .oldest(Long.toString(since.minus(SKEW).getEpochSecond()))
                        .includeAllMetadata(true)
                        .cursor(cursor.isEmpty() ? null : cursor)
                        .limit(cursor.isEmpty() ? FIRST_PAGE : PAGE)));
        if (!history.isOk() && UNREADABLE.contains(history.getError())) {
            throw unknowable("the channel's history may not be read");
        }
        return SlackClient.checked(history);
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
