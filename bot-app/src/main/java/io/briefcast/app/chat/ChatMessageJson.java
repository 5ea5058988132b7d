package io.briefcast.app.chat;

import io.briefcast.delivery.MessageJson;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** A chat message as one line of JSON. */
final class ChatMessageJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ChatMessageJson() {}

    static String write(ChatMessage message) {
        return JSON.writeValueAsString(new Line(
                message.id(),
                message.conversation(),
                message.author(),
                message.onlyYou(),
                message.key().orElse(""),
                message.typed(),
                MessageJson.write(message.message()),
                message.at()));
    }

    static ChatMessage read(String json) {
        Line line = JSON.readValue(json, Line.class);
        return new ChatMessage(
                line.id(),
                line.conversation(),
                line.author(),
                line.onlyYou(),
                Optional.of(line.key()).filter(key -> !key.isEmpty()),
                line.typed(),
                MessageJson.read(line.message()),
                line.at());
    }

    private record Line(
            String id,
            String conversation,
            String author,
            boolean onlyYou,
            String key,
            String typed,
            String message,
            Instant at) {}
}
