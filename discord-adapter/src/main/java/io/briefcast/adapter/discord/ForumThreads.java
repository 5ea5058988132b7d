package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Lists the threads that the bot began in a forum; Discord says who began them, when, and under which title. */
final class ForumThreads {
    private static final int PAGE = 100;
    /** 2,000 threads of one forum that fell quiet since a brief's day are more than a brief survives there. */
    private static final int MAX_PAGES = 20;

    private final DiscordClient client;

    ForumThreads(DiscordClient client) {
        this.client = client;
    }

    /** Ids of the bot's threads since a moment whose title is wanted. */
    List<Long> since(DiscordAddress forum, Instant since, Predicate<String> title) throws DeliveryException {
        String channel = Long.toUnsignedString(forum.id());
        String self = client.self();
        Instant earliest = since.minus(DiscordHistory.SKEW);
        return Stream.concat(active(forum), archived(channel, earliest).stream())
                .filter(thread -> thread.getString("parent_id", "").equals(channel)
                        && thread.getString("owner_id", "").equals(self)
                        && thread.getUnsignedLong("id") >= DiscordHistory.idAt(earliest)
                        && title.test(thread.getString("name", "")))
                .map(thread -> thread.getUnsignedLong("id"))
                .distinct()
                .toList();
    }

    /** All of the server, of which Discord allows 1,000. */
    private Stream<DataObject> active(DiscordAddress forum) throws DeliveryException {
        return threads(client.object(Route.Guilds.LIST_ACTIVE_THREADS.compile(forum.guild())));
    }

    /**
     * A quiet thread is archived after some time, of which an hour is the shortest. Those that were archived last come
     * first, and what was archived before {@code earliest} was begun before it.
     */
    private List<DataObject> archived(String channel, Instant earliest) throws DeliveryException {
        List<DataObject> archived = new ArrayList<>();
        Optional<Instant> before = Optional.empty();
        for (int page = 0; page < MAX_PAGES; page++) {
            DataObject listed = archived(channel, before);
            threads(listed).forEach(archived::add);
            before = archived.isEmpty() ? Optional.empty() : archivedAt(archived.getLast());
            boolean older = before.map(earliest::isAfter).orElse(true);
            if (older || !listed.getBoolean("has_more", false)) {
                return archived;
            }
        }
        throw DiscordHistory.unknowable("the forum has too many posts");
    }

    private DataObject archived(String channel, Optional<Instant> before) throws DeliveryException {
        Route.CompiledRoute route = Route.Channels.LIST_PUBLIC_ARCHIVED_THREADS
                .compile(channel)
                .withQueryParams("limit", Integer.toString(PAGE));
        return client.unlessDenied(
                        before.isPresent()
                                ? route.withQueryParams("before", before.get().toString())
                                : route)
                .orElseThrow(DiscordHistory::unreadable);
    }

    private static Optional<Instant> archivedAt(DataObject thread) {
        return thread.optObject("thread_metadata")
                .map(metadata -> metadata.getString("archive_timestamp", ""))
                .filter(written -> !written.isEmpty())
                .map(written -> OffsetDateTime.parse(written).toInstant());
    }

    private static Stream<DataObject> threads(DataObject listed) {
        return DiscordHistory.objects(listed.getArray("threads"));
    }
}
