package io.briefcast.app.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The chat's clock: the real one, moved forward as far as a visitor has moved it. It never goes back, not even when the
 * program starts again: what was planned by it would otherwise lie in the future.
 */
public final class ChatClock implements InstantSource {
    private final InstantSource real;
    private final Path file;
    private final AtomicReference<Duration> ahead;

    private ChatClock(InstantSource real, Path file, Duration ahead) {
        this.real = real;
        this.file = file;
        this.ahead = new AtomicReference<>(ahead);
    }

    /** The clock as it was left in that file; the real time where it was never moved. */
    public static ChatClock open(InstantSource real, Path file) {
        return new ChatClock(real, file, read(file));
    }

    private static Duration read(Path file) {
        try {
            Duration kept =
                    Files.exists(file) ? Duration.parse(Files.readString(file).strip()) : Duration.ZERO;
            return kept.isNegative() ? Duration.ZERO : kept;
        } catch (IOException | DateTimeException e) {
            return Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead.get());
    }

    /** Moves the clock to a later moment; an earlier one is ignored. */
    public synchronized void moveTo(Instant moment) {
        Duration wanted = Duration.between(real.instant(), moment);
        if (wanted.compareTo(ahead.get()) > 0) {
            keep(wanted);
            ahead.set(wanted);
        }
    }

    private void keep(Duration wanted) {
        try {
            Files.writeString(file, wanted.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("the chat's clock cannot be written to " + file, e);
        }
    }

    /** How far the clock is ahead of the real one. */
    public Duration ahead() {
        return ahead.get();
    }
}
