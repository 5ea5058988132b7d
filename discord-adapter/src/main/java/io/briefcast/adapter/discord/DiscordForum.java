package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
        return there(forum, key, title -> true);
    }

    /** Those of them that look like one of these posts: who posts again need not read the others. */
    List<DataObject> there(DiscordAddress forum, DeliveryKey key, List<ForumPost> posts) throws DeliveryException {
        Set<String> titles = posts.stream().map(post -> words(post.title())).collect(Collectors.toSet());
        return there(forum, key, title -> titles.contains(words(title)));
    }

    private List<DataObject> there(DiscordAddress forum, DeliveryKey key, Predicate<String> wanted)
            throws DeliveryException {
        List<DataObject> messages = new ArrayList<>();
        for (String thread : threads(forum, key, wanted)) {
            first(thread).ifPresent(messages::add);
        }
        return messages;
    }

    /** The first message of a thread has the thread's id; people may delete it, or the thread, at any time. */
    private Optional<DataObject> first(String thread) throws DeliveryException {
        try {
            return client.unlessDeleted(Route.Messages.GET_MESSAGE.compile(thread, thread));
        } catch (DeliveryException e) {
            // Who may not read may still post.
            throw e.remedy() == DeliveryException.Remedy.DISABLE ? DiscordHistory.unreadable() : e;
        }
    }

    /** Discord may write a title in other spaces and signs than it was sent. */
    private static String words(String title) {
        return title.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The post with this mark among those that are there. */
    static Optional<Receipt> marked(List<DataObject> there, DiscordMark mark) {
        return there.stream()
                .filter(message -> DiscordHistory.isMarked(message, mark))
                .map(message -> receipt(message.getString("id")))
                .findFirst();
    }

    /** The forum as Discord describes it, with its tags. */
    DataObject described(DiscordAddress forum) throws DeliveryException {
        return client.object(Route.Channels.GET_CHANNEL.compile(Long.toUnsignedString(forum.id())));
    }

    /** Makes a post in the forum that is described so. */
    Receipt post(DataObject forum, ForumPost post, List<MessageTopLevelComponent> components) throws DeliveryException {
        DataObject body = DataObject.empty()
                .put("name", post.title())
                .put("applied_tags", DataArray.fromCollection(ForumTags.fitting(forum, post.message())))
                .put("message", DiscordPlatform.body(components));
        return receipt(client.post(Route.Channels.CREATE_THREAD.compile(forum.getString("id")), body)
                .getString("id"));
    }

    private List<String> threads(DiscordAddress forum, DeliveryKey key, Predicate<String> wanted)
            throws DeliveryException {
        String channel = Long.toUnsignedString(forum.id());
        String self = client.self();
        long earliest = DiscordHistory.earliest(key);
        return Stream.of(active(forum), archived(channel))
                .flatMap(listed -> DiscordHistory.objects(listed.getArray("threads")))
                .filter(thread -> thread.getString("parent_id", "").equals(channel)
                        && thread.getString("owner_id", "").equals(self)
                        && thread.getUnsignedLong("id") >= earliest
                        && wanted.test(thread.getString("name", "")))
                .map(thread -> thread.getString("id"))
                .distinct()
                .limit(MOST_LOOKED_AT)
                .toList();
    }

    private DataObject active(DiscordAddress forum) throws DeliveryException {
        return client.object(Route.Guilds.LIST_ACTIVE_THREADS.compile(forum.guild()));
    }

    /** A quiet thread is archived after some time, of which an hour is the shortest. */
    private DataObject archived(String channel) throws DeliveryException {
        return client.unlessDenied(Route.Channels.LIST_PUBLIC_ARCHIVED_THREADS.compile(channel))
                .orElseThrow(DiscordHistory::unreadable);
    }

    private static Receipt receipt(String thread) {
        return new Receipt(thread + "/" + thread);
    }
}
