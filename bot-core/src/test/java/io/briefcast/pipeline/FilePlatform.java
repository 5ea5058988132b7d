package io.briefcast.pipeline;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.message.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A platform that outlives the process: every post is a line of a file. */
final class FilePlatform implements ChatPlatform {
    /** Between the post and the answer, so that a kill often falls between them. */
    private static final Duration ANSWER_TAKES = Duration.ofMillis(30);

    private final Path file;

    FilePlatform(Path file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public Receipt post(String address, DeliveryKey key, Message message) {
        try {
            Files.writeString(file, key.token() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(ANSWER_TAKES.toNanos());
        return new Receipt(key.token());
    }

    @Override
    public Optional<Receipt> find(String address, DeliveryKey key) {
        return posts().stream().filter(key.token()::equals).findFirst().map(Receipt::new);
    }

    /** Tokens of all posts. */
    List<String> posts() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
