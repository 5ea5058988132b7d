package io.briefcast.adapter.discord;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.InstantSource;
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
    /** Waiting this long for a turn keeps one sender; longer waits go back to the schedule. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final DiscordClient client;
    private final DiscordPacing pacing;
    private final InstantSource clock;
    private final Pause pause;
    private final DiscordHistory history;
    private final DiscordConversations conversations;

    /** Waits; a test moves its clock instead. */
    interface Pause {
        void wait(Duration duration) throws InterruptedException;
    }

    DiscordPlatform(
            DiscordClient client,
            DiscordConversations conversations,
            DiscordPacing pacing,
            InstantSource clock,
            Pause pause) {
        this.client = client;
        this.conversations = conversations;
        this.pacing = pacing;
        this.clock = clock;
        this.pause = pause;
        this.history = new DiscordHistory(client);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException {
        DiscordAddress place = place(address);
        awaitTurn(place);
        try {
            return post(place, key, DiscordRenderer.complete().render(message, DiscordMark.of(key)));
        } catch (DeliveryException failure) {
            if (failure.remedy() != Remedy.DROP) {
                pauseAfter(place, failure);
                throw failure;
            }
        }
        // One picture that Discord does not like is enough for a refusal.
        awaitTurn(place);
        return post(place, key, DiscordRenderer.withoutImages().render(message, DiscordMark.of(key)));
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) throws DeliveryException {
        return history.find(conversations.channel(place(address)), key);
    }

    private Receipt post(DiscordAddress place, DeliveryKey key, List<MessageTopLevelComponent> components)
            throws DeliveryException {
        long channel = conversations.channel(place);
        Route.CompiledRoute route = Route.Messages.SEND_MESSAGE.compile(Long.toUnsignedString(channel));
        DataObject posted = client.send(route, body(components, key));
        return new Receipt(channel + "/" + posted.getString("id"));
    }

    /** Mentions nobody, unfolds no link; posted once under its nonce. */
    private static DataObject body(List<MessageTopLevelComponent> components, DeliveryKey key) {
        try (MessageCreateData data = new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(components)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class))
                .setSuppressEmbeds(true)
                .build()) {
            return data.toData().put("nonce", key.token()).put("enforce_nonce", true);
        }
    }

    private void awaitTurn(DiscordAddress place) throws DeliveryException {
        Duration wait = pacing.reserve(place, clock.instant(), LONGEST_WAIT);
        if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw new DeliveryException(Remedy.RETRY, wait, "many messages are waiting for Discord");
        }
        try {
            pause.wait(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(Remedy.RETRY, Duration.ZERO, "interrupted before the message was sent");
        }
    }

    private void pauseAfter(DiscordAddress place, DeliveryException failure) {
        if (failure.retryAfter().isPositive()) {
            pacing.pause(place, clock.instant().plus(failure.retryAfter()));
        }
    }

    private static DiscordAddress place(String address) throws DeliveryException {
        return DiscordAddress.read(address)
                .orElseThrow(() -> new DeliveryException(
                        Remedy.DISABLE, Duration.ZERO, "this is no address of a Discord channel"));
    }
}
