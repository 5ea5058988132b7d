package io.briefcast.app.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;

/**
 * Everything said in the simulated chat, one JSON object a line in a file, so that a restart shows it again and a
 * delivery can be looked for. A line that was cut off by a crash is left out.
 */
final class ChatLog {
    private final Path file;
    private final Function<ChatMessage, String> writer;
    private final Map<String, ChatMessage> messages = new LinkedHashMap<>();
    private int lastId;
    private final List<Consumer<ChatMessage>> listeners = new CopyOnWriteArrayList<>();

    private ChatLog(Path file, Function<ChatMessage, String> writer) {
        this.file = file;
        this.writer = writer;
    }

    static ChatLog open(Path file, Function<ChatMessage, String> writer, Function<String, ChatMessage> reader) {
        ChatLog log = new ChatLog(file, writer);
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                    log.replay(line, reader);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    private void replay(String line, Function<String, ChatMessage> reader) {
        try {
            ChatMessage message = reader.apply(line);
            keep(message);
        } catch (JacksonException cutOff) {
            // The last line of a process that was killed: nothing was answered for it yet.
        }
    }

    /** Adds a message, or puts another in the place of the one with its id; on the disk before this returns. */
    synchronized void put(ChatMessage message) {
        append(writer.apply(message) + "\n");
        keep(message);
        listeners.forEach(listener -> listener.accept(message));
    }

    synchronized String nextId() {
        return Integer.toString(lastId + 1);
    }

    synchronized List<ChatMessage> last(String conversation, int limit) {
        List<ChatMessage> all = messages.values().stream()
                .filter(message -> message.conversation().equals(conversation))
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    synchronized Optional<ChatMessage> byKey(String key) {
        return messages.values().stream()
                .filter(message -> message.key().equals(Optional.of(key)))
                .findFirst();
    }

    synchronized Optional<ChatMessage> find(String id) {
        return Optional.ofNullable(messages.get(id));
    }

    /**
     * Calls the listener with what came after the message of that id, which may be unknown or empty for nothing, and
     * with everything that is put from now on; the answer ends that.
     */
    synchronized Runnable listen(String lastSeen, Consumer<ChatMessage> listener) {
        if (messages.containsKey(lastSeen)) {
            messages.values().stream()
                    .filter(message -> Integer.parseInt(message.id()) > Integer.parseInt(lastSeen))
                    .forEach(listener);
        }
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void keep(ChatMessage message) {
        messages.put(message.id(), message);
        lastId = Math.max(lastId, Integer.parseInt(message.id()));
    }

    private void append(String line) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the chat cannot be written to " + file, e);
        }
    }
}
