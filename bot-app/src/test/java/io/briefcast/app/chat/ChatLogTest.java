package io.briefcast.app.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatLogTest {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aLineThatWasCutOffCostsNothingElse() throws IOException {
        open().put(message("1", "before"));
        // a process was killed in the middle of a character
        byte[] half = "{\"id\":\"2\",\"typed\":\"\u2014".getBytes(StandardCharsets.UTF_8);
        Files.write(file(), java.util.Arrays.copyOf(half, half.length - 1), StandardOpenOption.APPEND);

        open().put(message("2", "after"));

        assertThat(open().last("insights", 10)).extracting(ChatMessage::typed).containsExactly("before", "after");
    }

    @Test
    void theClockStaysWhereItWasMovedTo() {
        ChatClock clock = ChatClock.open(InstantSource.fixed(NOON), folder.resolve("clock.txt"));
        clock.moveTo(NOON.plus(Duration.ofHours(20)));
        clock.moveTo(NOON.plus(Duration.ofHours(3)));

        ChatClock again = ChatClock.open(InstantSource.fixed(NOON), folder.resolve("clock.txt"));

        assertThat(again.instant()).isEqualTo(NOON.plus(Duration.ofHours(20)));
    }

    private ChatLog open() {
        return ChatLog.open(file(), ChatMessageJson::write, ChatMessageJson::read);
    }

    private Path file() {
        return folder.resolve("chat.jsonl");
    }

    private static ChatMessage message(String id, String typed) {
        Message message = new Message(typed, List.of(new Block.Paragraph(typed)));
        return new ChatMessage(id, "insights", "You", false, Optional.empty(), typed, message, NOON);
    }
}
