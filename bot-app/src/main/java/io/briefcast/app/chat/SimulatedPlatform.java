package io.briefcast.app.chat;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The platform of an installation without a token: a chat in the browser. */
final class SimulatedPlatform implements ChatPlatform {
    static final String NAME = "chat";
    private final ChatLog log;
    private final InstantSource clock;

    SimulatedPlatform(ChatLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException {
        if (Conversation.at(address).isEmpty()) {
            throw new DeliveryException(Remedy.DISABLE, Duration.ZERO, "the chat has no conversation of that name");
        }
        try {
            synchronized (log) {
                ChatMessage posted = new ChatMessage(
                        log.nextId(),
                        address,
                        "Briefcast",
                        false,
                        Optional.of(key.token()),
                        "",
                        message,
                        clock.instant());
                log.put(posted);
                return new Receipt(posted.id());
            }
        } catch (UncheckedIOException e) {
            throw new DeliveryException(Remedy.LOOK, Duration.ofSeconds(5), "the chat's file cannot be written");
        }
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) {
        return log.byKey(key.token()).map(message -> new Receipt(message.id()));
    }
}
