package io.briefcast.delivery;

import io.briefcast.message.Message;
import java.time.Instant;
import java.util.Optional;

/** A place where messages can be posted: Slack, Discord, the simulated chat. */
public interface ChatPlatform {
    /** Lower-case name: {@code slack}, {@code discord}, {@code chat}. */
    String name();

    /**
     * Posts once.
     *
     * @param address channel or person in the platform's own words
     * @param key unique for this post; goes with the message so that {@link #find} sees it
     */
    Receipt post(String address, DeliveryKey key, Message message) throws DeliveryException;

    /** Looks whether a post with this key is there: asked after a crash or an unclear answer, before posting again. */
    Optional<Receipt> find(String address, DeliveryKey key) throws DeliveryException;

    /**
     * The same for a post that cannot be older than {@code since}, which spares a platform the reading of a long history.
     */
    default Optional<Receipt> find(String address, DeliveryKey key, Instant since) throws DeliveryException {
        return find(address, key);
    }

    /** What keeps it from working now, in words for people; empty when all is well. Must not wait. */
    default Optional<String> trouble() {
        return Optional.empty();
    }
}
