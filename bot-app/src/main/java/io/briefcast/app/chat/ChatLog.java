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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Everything said in the simulated chat, one JSON object a line in a file, so that a restart shows it again and a
 * delivery can be looked for. A line that was cut off by a crash is left out.
 */
final class ChatLog {
    private static final Logger LOG = LoggerFactory.getLogger(ChatLog.class);
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
                wholeLines(file).lines().forEach(line -> log.replay(line, reader));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the chat cannot be read from " + file, e);
        }
        return log;
    }

    /** Takes off what a process that was killed left of its last line: nothing was answered for it yet. */
    private static String wholeLines(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
            while (all.hasRemaining() && channel.read(all) >= 0) {
                // until all of it is there
            }
            int end = all.position();
            while (end > 0 && all.get(end - 1) != '\n') {
                end--;
            }
            channel.truncate(end);
            return new String(all.array(), 0, end, StandardCharsets.UTF_8);
        }
    }

    private void replay(String line, Function<String, ChatMessage> reader) {
        try {
            keep(reader.apply(line));
        } catch (JacksonException damaged) {
            LOG.warn("A line of {} is damaged and left out.", file);
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

    /** Number of the newest message; 0 while there is none. */
    synchronized int lastId() {
        return lastId;
    }

    /**
     * Calls the listener with every message above that number, and with everything that is put from now on; the answer
     * ends that. The listener is called while the log is held, so it must not wait for anything.
     */
    synchronized Runnable listen(int lastSeen, Consumer<ChatMessage> listener) {
        messages.values().stream()
                .filter(message -> Integer.parseInt(message.id()) > lastSeen)
                .forEach(listener);
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
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the chat cannot be written to " + file, e);
        }
    }
}
