package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Posts in forums, each a thread with a first message (https://docs.discord.com/developers/resources/channel
 * #start-thread-in-forum-or-media-channel). Discord has no nonce for threads, so what is there already is looked for
 * before anything is posted.
 */
final class DiscordForum {
    /** A brief is at most ten posts, and other threads of the bot are those of other subscriptions. */
    private static final int MOST_LOOKED_AT = 50;

    private final DiscordClient client;

    DiscordForum(DiscordClient client) {
        this.client = client;
    }

    /** The first messages of the threads that the bot began since the brief's day, newest first. */
    List<DataObject> there(DiscordAddress forum, DeliveryKey key) throws DeliveryException {
        List<DataObject> messages = new ArrayList<>();
        for (String thread : threads(forum, key)) {
            // The first message of a thread has the thread's id.
            messages.add(client.object(Route.Messages.GET_MESSAGE.compile(thread, thread)));
        }
        return messages;
    }

    /** The post with this mark among those that are there. */
    static Optional<Receipt> marked(List<DataObject> there, DiscordMark mark) {
        return there.stream()
                .filter(message -> DiscordHistory.isMarked(message, mark))
                .map(message -> receipt(message.getString("id")))
                .findFirst();
    }

    /** Makes a post. */
    Receipt post(DiscordAddress forum, ForumPost post, List<MessageTopLevelComponent> components)
            throws DeliveryException {
        String channel = Long.toUnsignedString(forum.id());
        DataObject body = DataObject.empty()
                .put("name", post.title())
                .put("applied_tags", DataArray.fromCollection(tags(channel, post.message())))
                .put("message", DiscordPlatform.body(components));
        return receipt(
                client.post(Route.Channels.CREATE_THREAD.compile(channel), body).getString("id"));
    }

    private List<String> tags(String channel, Message message) throws DeliveryException {
        return ForumTags.fitting(client.object(Route.Channels.GET_CHANNEL.compile(channel)), message);
    }

    /** A quiet thread is archived after an hour. */
    private List<String> threads(DiscordAddress forum, DeliveryKey key) throws DeliveryException {
        String channel = Long.toUnsignedString(forum.id());
        String self = client.self();
        long earliest = DiscordHistory.earliest(key);
        return Stream.of(
                        client.object(Route.Guilds.LIST_ACTIVE_THREADS.compile(forum.guild())),
                        client.object(Route.Channels.LIST_PUBLIC_ARCHIVED_THREADS.compile(channel)))
                .flatMap(listed -> DiscordHistory.objects(listed.getArray("threads")))
                .filter(thread -> thread.getString("parent_id", "").equals(channel)
                        && thread.getString("owner_id", "").equals(self)
                        && thread.getUnsignedLong("id") >= earliest)
                .map(thread -> thread.getString("id"))
                .distinct()
                .limit(MOST_LOOKED_AT)
                .toList();
    }

    private static Receipt receipt(String thread) {
        return new Receipt(thread + "/" + thread);
    }
}
