package io.briefcast.app.chat;

import io.briefcast.message.Message;
import java.time.Instant;
import java.util.Optional;

/**
 * One message of the simulated chat.
 *
 * @param id increasing number, as text
 * @param conversation address of the conversation
 * @param author {@code You} or {@code Briefcast}
 * @param onlyYou whether it is an answer that nobody else would see
 * @param key token of the delivery that posted it
 * @param typed what a person typed; empty for the bot
 * @param message what the bot says; without blocks for a person
 * @param at moment by the chat's clock
 */
public record ChatMessage(
        String id,
        String conversation,
        String author,
        boolean onlyYou,
        Optional<String> key,
        String typed,
        Message message,
        Instant at) {
    /** The same message with other content. */
    ChatMessage saying(Message other) {
        return new ChatMessage(id, conversation, author, onlyYou, key, typed, other, at);
    }

    /** Whether the bot said it. */
    public boolean fromBot() {
        return author.equals("Briefcast");
    }
}
