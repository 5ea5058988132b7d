package io.briefcast.adapter.discord;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
    private final InstantSource clock;
    private final Duration lease;
    private final DiscordForum forum;
    private final DiscordHistory history;
    private final DiscordNotices notices;
    private final DiscordConversations conversations;

    /** Waits; a test moves its clock instead. */
    interface Pause {
        void wait(Duration duration) throws InterruptedException;
    }

    /**
     * A platform.
     *
     * @param lease how long one try may take before another instance looks whether the post is there; half of it is left
     *     when a post begins
     */
    DiscordPlatform(
            DiscordClient client, DiscordTurns turns, ForumPosts forumPosts, InstantSource clock, Duration lease) {
        this.client = client;
        this.conversations = new DiscordConversations(client);
        this.turns = turns;
        this.forumPosts = forumPosts;
        this.clock = clock;
        this.lease = lease;
        this.forum = new DiscordForum(client);
        this.history = new DiscordHistory(client);
        this.notices = new DiscordNotices(client);
    }

    /** The same platform for what somebody waits for. */
    DiscordPlatform ofAnswers() {
        DiscordTurns others = turns.ofAnswers();
        return new DiscordPlatform(client.with(others), others, forumPosts, clock, lease);
    }

    /** The direct conversation with a person, opened where it is not known yet. */
    DiscordAddress conversation(DiscordAddress person) throws DeliveryException {
        return DiscordAddress.direct(conversations.channel(person));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException {
        Posting posting = new Posting(place(address), key, clock.instant().plus(lease.dividedBy(4)));
        try {
            return post(posting, message);
        } catch (DeliveryException failure) {
            throw told(posting.place(), failure);
        }
    }

    /** The failure, after those whom it concerns were told where nothing comes any more. */
    private DeliveryException told(DiscordAddress place, DeliveryException failure) {
        if (failure.remedy() == Remedy.DISABLE) {
            notices.switchedOff(place);
        }
        return failure;
    }

    private Receipt post(Posting posting, Message message) throws DeliveryException {
        DiscordMark mark = DiscordMark.of(posting.key());
        return posting.place().forum()
                ? toForum(posting, ForumPost.of(message, mark, forumPosts))
                : send(posting, message, mark, components -> post(posting.place(), posting.key(), components));
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) throws DeliveryException {
        return find(address, key, DiscordHistory.earliest(key));
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key, Instant since) throws DeliveryException {
        DiscordAddress place = place(address);
        try {
            return place.forum()
                    ? inForum(place, key, since)
                    : history.find(place, conversations.channel(place), key, since);
        } catch (DeliveryException failure) {
            throw told(place, failure);
        }
    }

    private Optional<Receipt> inForum(DiscordAddress place, DeliveryKey key, Instant since) throws DeliveryException {
        history.requireReadable(place.id());
        return DiscordForum.marked(forum.there(place, since), DiscordMark.of(key));
    }

    @Override
    public Optional<String> trouble() {
        return client.trouble();
    }

    /**
     * A post that is being made.
     *
     * @param latest no call that posts to a forum begins later, since no nonce makes it safe to repeat: a quarter of the
     *     lease is left then, which is longer than the call takes
     */
    private record Posting(DiscordAddress place, DeliveryKey key, Instant latest) {}

    private interface Sending {
        Receipt send(List<MessageTopLevelComponent> components) throws DeliveryException;
    }

    private Receipt send(Posting posting, Message message, DiscordMark mark, Sending sending) throws DeliveryException {
        try {
            return attempt(posting, DiscordRenderer.complete(client.mentions()).render(message, mark), sending);
        } catch (DeliveryException failure) {
            if (failure.remedy() != Remedy.DROP) {
                throw failure;
            }
        }
        // One picture that Discord does not like is enough for a refusal.
        return attempt(posting, DiscordRenderer.withoutImages(client.mentions()).render(message, mark), sending);
    }

    private Receipt attempt(Posting posting, List<MessageTopLevelComponent> components, Sending sending)
            throws DeliveryException {
        turns.await(posting.place());
        if (posting.place().forum() && clock.instant().isAfter(posting.latest())) {
            throw new DeliveryException(Remedy.RETRY, Duration.ZERO, "too little time was left to post");
        }
        try {
            return sending.send(components);
        } catch (DeliveryException failure) {
            turns.pause(posting.place(), failure.retryAfter());
            throw failure;
        }
    }

    /** Makes those that are missing; the last is the one that is looked for later. */
    private Receipt toForum(Posting posting, List<ForumPost> posts) throws DeliveryException {
        DiscordAddress place = posting.place();
        Map<Long, DiscordMarks> before = before(place, posting.key(), posts);
        DataObject described = forum.described(place);
        Receipt last = new Receipt(place.written());
        for (ForumPost post : posts) {
            Optional<Receipt> there = DiscordForum.marked(before, post.mark());
            last = there.isPresent()
                    ? there.get()
                    : send(posting, post.message(), post.mark(), components -> forum.post(described, post, components));
        }
        return last;
    }

    /** What an earlier try made. Of several posts some may be there; a single one is looked for where that can be done. */
    private Map<Long, DiscordMarks> before(DiscordAddress place, DeliveryKey key, List<ForumPost> posts)
            throws DeliveryException {
        boolean blind = posts.size() == 1 && !history.readable(place.id()).orElse(true);
        return blind ? Map.of() : forum.there(place, DiscordHistory.earliest(key), posts);
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
