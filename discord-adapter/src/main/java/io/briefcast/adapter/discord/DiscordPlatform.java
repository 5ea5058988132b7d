package io.briefcast.adapter.discord;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.components.MessageTopLevelComponent;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/**
 * Posts to Discord. Every post carries its key twice: as a nonce, under which Discord posts once within some minutes, and
 * in the ids of its buttons, by which it is found again later.
 */
final class DiscordPlatform implements ChatPlatform {
    static final String NAME = "discord";

    private final DiscordClient client;
    private final DiscordTurns turns;
    private final ForumPosts forumPosts;
    private final DiscordForum forum;
    private final DiscordHistory history;
    private final DiscordConversations conversations;

    /** Waits; a test moves its clock instead. */
    interface Pause {
        void wait(Duration duration) throws InterruptedException;
    }

    DiscordPlatform(
            DiscordClient client, DiscordConversations conversations, DiscordTurns turns, ForumPosts forumPosts) {
        this.client = client;
        this.conversations = conversations;
        this.turns = turns;
        this.forumPosts = forumPosts;
        this.forum = new DiscordForum(client);
        this.history = new DiscordHistory(client);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException {
        DiscordAddress place = place(address);
        DiscordMark mark = DiscordMark.of(key);
        return place.forum()
                ? toForum(place, key, ForumPost.of(message, mark, forumPosts))
                : send(place, message, mark, components -> post(place, key, components));
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) throws DeliveryException {
        DiscordAddress place = place(address);
        return place.forum() ? inForum(place, key) : history.find(place, conversations.channel(place), key);
    }

    private Optional<Receipt> inForum(DiscordAddress place, DeliveryKey key) throws DeliveryException {
        history.requireReadable(place.id());
        return DiscordForum.marked(forum.there(place, key), DiscordMark.of(key));
    }

    @Override
    public Optional<String> trouble() {
        return client.trouble();
    }

    private interface Sending {
        Receipt send(List<MessageTopLevelComponent> components) throws DeliveryException;
    }

    private Receipt send(DiscordAddress place, Message message, DiscordMark mark, Sending sending)
            throws DeliveryException {
        try {
            return attempt(place, DiscordRenderer.complete().render(message, mark), sending);
        } catch (DeliveryException failure) {
            if (failure.remedy() != Remedy.DROP) {
                throw failure;
            }
        }
        // One picture that Discord does not like is enough for a refusal.
        return attempt(place, DiscordRenderer.withoutImages().render(message, mark), sending);
    }

    private Receipt attempt(DiscordAddress place, List<MessageTopLevelComponent> components, Sending sending)
            throws DeliveryException {
        turns.await(place);
        try {
            return sending.send(components);
        } catch (DeliveryException failure) {
            turns.pause(place, failure.retryAfter());
            throw failure;
        }
    }

    /** Makes those that are missing; the last is the one that is looked for later. */
    private Receipt toForum(DiscordAddress place, DeliveryKey key, List<ForumPost> posts) throws DeliveryException {
        List<DataObject> before = before(place, key, posts);
        Receipt last = new Receipt(place.written());
        for (ForumPost post : posts) {
            Optional<Receipt> there = DiscordForum.marked(before, post.mark());
            last = there.isPresent()
                    ? there.get()
                    : send(place, post.message(), post.mark(), components -> forum.post(place, post, components));
        }
        return last;
    }

    /** What an earlier try made. Of several posts some may be there; a single one is looked for where that can be done. */
    private List<DataObject> before(DiscordAddress place, DeliveryKey key, List<ForumPost> posts)
            throws DeliveryException {
        boolean blind = posts.size() == 1 && !history.readable(place.id()).orElse(true);
        return blind ? List.of() : forum.there(place, key, posts);
    }

    private Receipt post(DiscordAddress place, DeliveryKey key, List<MessageTopLevelComponent> components)
            throws DeliveryException {
        long channel = conversations.channel(place);
        Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(Long.toUnsignedString(channel));
        DataObject body = body(components).put("nonce", key.token()).put("enforce_nonce", true);
        return new Receipt(channel + "/" + client.post(route, body).getString("id"));
    }

    /** A message that mentions nobody and unfolds no link. */
    static DataObject body(List<MessageTopLevelComponent> components) {
        try (MessageCreateData data = new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(components)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .setSuppressEmbeds(true)
                .build()) {
            return data.toData();
        }
    }

    private static DiscordAddress place(String address) throws DeliveryException {
        return DiscordAddress.read(address)
                .orElseThrow(() -> new DeliveryException(
                        Remedy.DISABLE, Duration.ZERO, "this is no address of a Discord channel"));
    }
}
