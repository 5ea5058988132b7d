package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.Receipt;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Posts in forums, each a thread with a first message (https://docs.discord.com/developers/resources/channel
 * #start-thread-in-forum-or-media-channel). Discord has no nonce for threads, so what is there already is looked for
 * before anything is posted: threads are listed, those that can be meant are read one by one, and none is read twice.
 */
final class DiscordForum {
    /** The oldest are forgotten beyond these, which are some megabytes. */
    private static final int MOST_KNOWN = 10_000;

    private final DiscordClient client;
    private final ForumThreads threads;
    /** What the first messages of threads are marked with, by the threads' ids, which grow with time. */
    private final ConcurrentNavigableMap<Long, DiscordMarks> known = new ConcurrentSkipListMap<>();

    DiscordForum(DiscordClient client) {
        this.client = client;
        this.threads = new ForumThreads(client);
    }

    /** The marks of the threads that the bot began since a moment, by their ids. */
    Map<Long, DiscordMarks> there(DiscordAddress forum, Instant since) throws DeliveryException {
        return marks(threads.since(forum, since, title -> true));
    }

    /** Those of them that look like one of these posts: who posts again need not read the others. */
    Map<Long, DiscordMarks> there(DiscordAddress forum, Instant since, List<ForumPost> posts) throws DeliveryException {
        Set<String> titles = posts.stream().map(post -> words(post.title())).collect(Collectors.toSet());
        return marks(threads.since(forum, since, title -> titles.contains(words(title))));
    }

    /** Discord may write a title in other spaces and signs than it was sent. */
    private static String words(String title) {
        return title.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Who has no time for all of them knows these when it tries again. */
    private Map<Long, DiscordMarks> marks(List<Long> wanted) throws DeliveryException {
        Map<Long, DiscordMarks> marks = new HashMap<>();
        for (Long thread : wanted) {
            DiscordMarks before = known.get(thread);
            Optional<DiscordMarks> read = before == null ? read(thread) : Optional.of(before);
            read.ifPresent(there -> marks.put(thread, there));
        }
        return marks;
    }

    private Optional<DiscordMarks> read(Long thread) throws DeliveryException {
        Optional<DiscordMarks> read = first(Long.toUnsignedString(thread)).map(DiscordMarks::of);
        read.ifPresent(marks -> remember(thread, marks));
        return read;
    }

    private void remember(Long thread, DiscordMarks marks) {
        known.put(thread, marks);
        if (known.size() > MOST_KNOWN) {
            known.pollFirstEntry();
        }
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

    /** The post with this mark among those that are there. */
    static Optional<Receipt> marked(Map<Long, DiscordMarks> there, DiscordMark mark) {
        return there.entrySet().stream()
                .filter(thread -> thread.getValue().have(mark))
                .map(thread -> receipt(Long.toUnsignedString(thread.getKey())))
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

    private static Receipt receipt(String thread) {
        return new Receipt(thread + "/" + thread);
    }
}
