package io.briefcast.app.chat;

import static org.junit.jupiter.api.Assumptions.abort;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.ChatPlatformContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The chat has no token, asks nobody to wait and takes every message; the rest of the contract holds for it too. */
class SimulatedPlatformTest extends ChatPlatformContract {
    @TempDir
    Path folder;

    private ChatLog log;
    private String address = Conversation.CHANNEL.address();

    @BeforeEach
    void open() {
        log = ChatLog.open(file(), ChatMessageJson::write, ChatMessageJson::read);
    }

    private Path file() {
        return folder.resolve("chat.jsonl");
    }

    @Override
    protected ChatPlatform platform() {
        return new SimulatedPlatform(log, InstantSource.fixed(Instant.EPOCH));
    }

    @Override
    protected String address() {
        return address;
    }

    @Override
    protected void arrange(Trouble trouble) {
        switch (trouble) {
            case GONE -> address = "nowhere";
            case BROKEN -> inTheWay();
            case TOO_MANY, UNFIT, TOKEN_REFUSED, LOST_ANSWER -> abort("cannot befall the simulated chat: " + trouble);
        }
    }

    private void inTheWay() {
        try {
            Files.createDirectory(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void relieve() {
        try {
            Files.delete(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected int posts() {
        return log.last(Conversation.CHANNEL.address(), 100).size();
    }

    @Override
    protected String secret() {
        return "there is no secret";
    }
}
