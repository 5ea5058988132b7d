package io.briefcast.adapter.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * What stands in the channels, forums and conversations of {@link FakeDiscord}, as strict as the real one: it refuses
 * unknown channels, components beyond the limits and mentions that are not switched off, and posts once under a nonce.
 */
final class FakeChannels {
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int V2 = 1 << 15;
    private static final int MISSING_ACCESS = 50001;
    private static final int NO_DIRECT_MESSAGES = 50007;
    private static final int NO_TEXT_CHANNEL = 50008;
    private static final int UNKNOWN_CHANNEL = 10003;
    private static final int UNKNOWN_MESSAGE = 10008;
    private static final int INVALID = 50035;
    /** How many archived threads Discord gives at a time where nobody says. */
    private static final int USUAL_PAGE = 50;

    private final InstantSource clock;
    private final Map<String, List<DataObject>> messages = new HashMap<>();
    private final Map<String, DataObject> byNonce = new HashMap<>();
    private final List<DataObject> threads = new ArrayList<>();
    private boolean historyClosed;
    private boolean conversationsClosed;
    private boolean refusesImages;
    private long lastId;

    FakeChannels(InstantSource clock) {
        this.clock = clock;
        List.of(
                        FakeServer.BRIEFS,
                        FakeServer.SEALED,
                        FakeServer.CONVERSATION,
                        FakeServer.HALL,
                        FakeServer.FORUM,
                        FakeServer.SEALED_FORUM)
                .forEach(this::add);
    }

    void add(String channel) {
        messages.put(channel, new ArrayList<>());
    }

    void remove(String channel) {
        messages.remove(channel);
    }

    void closeHistory() {
        historyClosed = true;
    }

    void closeConversations() {
        conversationsClosed = true;
    }

    void refuseImages() {
        refusesImages = true;
    }

    void archiveThreads() {
        for (int i = 0; i < threads.size(); i++) {
            DataObject metadata = threads.get(i).getObject("thread_metadata");
            if (!metadata.getBoolean("archived")) {
                metadata.put("archived", true)
                        .put("archive_timestamp", clock.instant().plusMillis(i).toString());
            }
        }
    }

    /** Somebody begins a thread like another, with the same title and first message. */
    void threadLike(DataObject like, String owner) {
        DataObject starter =
                copy(Objects.requireNonNull(messages.get(like.getString("id"))).getFirst());
        String id = stamped(like.getString("id"), starter).getString("id");
        messages.put(id, new ArrayList<>(List.of(starter.put("channel_id", id).put("author", FakeServer.user(owner)))));
        threads.add(copy(like).put("id", id).put("owner_id", owner));
    }

    private static DataObject copy(DataObject object) {
        return DataObject.fromJson(object.toJson());
    }

    void forgetNonces() {
        byNonce.clear();
    }

    /** Somebody deletes the first message of a thread. */
    void deleteStarter(String thread) {
        Objects.requireNonNull(messages.get(thread)).clear();
    }

    /** People talk in a channel. */
    void chatter(String channel, int times) {
        for (int i = 0; i < times; i++) {
            store(channel, DataObject.empty().put("content", "chatter").put("author", FakeServer.user(FakeServer.ADA)));
        }
    }

    /** Messages that are really there. */
    List<DataObject> posted() {
        return messages.values().stream().flatMap(List::stream).toList();
    }

    /** Threads in the order in which they were made. */
    List<DataObject> threads() {
        return List.copyOf(threads);
    }

    /** A message that is to be posted in a channel. */
    FakeReply post(String channel, DataObject body) {
        if (isForum(channel)) {
            return FakeReply.error(400, NO_TEXT_CHANNEL);
        }
        if (!messages.containsKey(channel)) {
            return FakeReply.error(404, UNKNOWN_CHANNEL);
        }
        if (channel.equals(FakeServer.CONVERSATION) && conversationsClosed) {
            return FakeReply.error(403, NO_DIRECT_MESSAGES);
        }
        if (!faults(body).isEmpty() || body.getString("nonce", "").length() > 25) {
            return FakeReply.error(400, INVALID);
        }
        String nonce = body.getBoolean("enforce_nonce") ? channel + body.getString("nonce") : "";
        if (byNonce.containsKey(nonce)) {
            return FakeReply.of(byNonce.get(nonce));
        }
        DataObject message = store(channel, body.put("author", FakeServer.self()));
        if (!nonce.isEmpty()) {
            byNonce.put(nonce, message);
        }
        return FakeReply.of(message);
    }

    /** A thread that is to be made in a forum, with its first message. */
    FakeReply thread(String forum, DataObject body) {
        if (!isForum(forum) || !messages.containsKey(forum)) {
            return FakeReply.error(404, UNKNOWN_CHANNEL);
        }
        int name = body.getString("name", "").length();
        if (name < 1
                || name > 100
                || body.getArray("applied_tags").length() > 5
                || !faults(body.getObject("message")).isEmpty()) {
            return FakeReply.error(400, INVALID);
        }
        DataObject message = stamped(forum, body.getObject("message").put("author", FakeServer.self()));
        String id = message.getString("id");
        messages.put(id, new ArrayList<>(List.of(message.put("channel_id", id))));
        DataObject thread = FakeServer.channel(FakeServer.FORUM_POST)
                .put("id", id)
                .put("parent_id", forum)
                .put("owner_id", FakeServer.BOT)
                .put("name", body.getString("name"))
                .put("applied_tags", body.getArray("applied_tags"));
        threads.add(thread);
        return FakeReply.of(thread);
    }

    private static boolean isForum(String channel) {
        return channel.equals(FakeServer.FORUM) || channel.equals(FakeServer.SEALED_FORUM);
    }

    /** A channel that the bot asks about. */
    FakeReply channel(String channel) {
        return messages.containsKey(channel)
                ? FakeReply.of(FakeServer.channel(channel))
                : FakeReply.error(404, UNKNOWN_CHANNEL);
    }

    /** A message that the bot asks for. */
    FakeReply message(String channel, String id) {
        if (historyClosed) {
            return FakeReply.error(403, MISSING_ACCESS);
        }
        if (!messages.containsKey(channel)) {
            return FakeReply.error(404, UNKNOWN_CHANNEL);
        }
        return messages.get(channel).stream()
                .filter(message -> message.getString("id").equals(id))
                .findFirst()
                .map(FakeReply::of)
                .orElseGet(() -> FakeReply.error(404, UNKNOWN_MESSAGE));
    }

    /** The newest messages of a channel, a page of them. */
    FakeReply history(String channel, Map<String, String> query) {
        if (historyClosed) {
            return FakeReply.error(403, MISSING_ACCESS);
        }
        if (!messages.containsKey(channel)) {
            return FakeReply.error(404, UNKNOWN_CHANNEL);
        }
        if (FakeServer.isSealed(channel)) {
            return FakeReply.of(DataArray.empty());
        }
        long before = Long.parseLong(query.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
        return FakeReply.of(DataArray.fromCollection(messages.get(channel).reversed().stream()
                .filter(message -> message.getLong("id") < before)
                .limit(Integer.parseInt(query.get("limit")))
                .toList()));
    }

    /** The threads of the server that are not archived. */
    FakeReply activeThreads() {
        return listed(threads.stream().filter(thread -> !isArchived(thread)).toList(), false);
    }

    /** The threads of a forum that are archived, a page of them, the last one first. */
    FakeReply archivedThreads(String forum, Map<String, String> query) {
        if (!messages.containsKey(forum)) {
            return FakeReply.error(404, UNKNOWN_CHANNEL);
        }
        if (FakeServer.isSealed(forum) || historyClosed) {
            return FakeReply.error(403, MISSING_ACCESS);
        }
        int limit = query.containsKey("limit") ? Integer.parseInt(query.get("limit")) : USUAL_PAGE;
        if (limit < 2 || limit > 100) {
            return FakeReply.error(400, INVALID);
        }
        Instant before = query.containsKey("before") ? Instant.parse(query.get("before")) : Instant.MAX;
        List<DataObject> archived = threads.stream()
                .filter(thread -> thread.getString("parent_id").equals(forum)
                        && isArchived(thread)
                        && archivedAt(thread).isBefore(before))
                .sorted(Comparator.comparing(FakeChannels::archivedAt).reversed())
                .toList();
        return listed(archived.subList(0, Math.min(limit, archived.size())), archived.size() > limit);
    }

    private static boolean isArchived(DataObject thread) {
        return thread.getObject("thread_metadata").getBoolean("archived");
    }

    private static Instant archivedAt(DataObject thread) {
        return Instant.parse(thread.getObject("thread_metadata").getString("archive_timestamp"));
    }

    private static FakeReply listed(List<DataObject> threads, boolean more) {
        return FakeReply.of(DataObject.empty()
                .put("threads", DataArray.fromCollection(threads))
                .put("members", DataArray.empty())
                .put("has_more", more));
    }

    /** Our own rules for the body of a message, over those for its components. */
    List<String> faults(DataObject body) {
        List<String> faults = new ArrayList<>(DiscordRules.faults(body.getArray("components")));
        boolean mentions = body.optObject("allowed_mentions")
                .map(allowed -> !allowed.getArray("parse").isEmpty())
                .orElse(true);
        if (mentions) {
            faults.add("mentions are not switched off");
        }
        if ((body.getInt("flags", 0) & V2) == 0
                || !body.getString("content", "").isEmpty()) {
            faults.add("no Components V2, or content beside them");
        }
        if (refusesImages && body.toString().contains("\"media\"")) {
            faults.add("a picture cannot be loaded");
        }
        return faults;
    }

    private DataObject store(String channel, DataObject message) {
        Objects.requireNonNull(messages.get(channel)).add(stamped(channel, message));
        return message;
    }

    /** A message with what Discord adds to it. */
    DataObject stamped(String channel, DataObject message) {
        long id = Math.max(lastId + 1, (clock.millis() - EPOCH_MILLIS) << 22);
        lastId = id;
        pictures(message.optArray("components").orElseGet(DataArray::empty));
        return message.put("id", Long.toString(id))
                .put("channel_id", channel)
                .put("type", 0)
                .put("timestamp", clock.instant().toString())
                .put("mentions", DataArray.empty())
                .put("mention_roles", DataArray.empty())
                .put("attachments", DataArray.empty())
                .put("embeds", DataArray.empty());
    }

    /** Discord says where it keeps a copy of each picture. */
    private static void pictures(DataArray components) {
        for (int i = 0; i < components.length(); i++) {
            DataObject component = components.getObject(i);
            component.optObject("media").ifPresent(media -> media.put("proxy_url", media.getString("url")));
            pictures(component.optArray("items").orElseGet(DataArray::empty));
            component
                    .optObject("accessory")
                    .ifPresent(picture -> pictures(DataArray.empty().add(picture)));
        }
    }
}
