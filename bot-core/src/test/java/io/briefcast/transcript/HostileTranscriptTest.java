package io.briefcast.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.briefcast.transcript.TranscriptReader.Outcome;
import io.briefcast.transcript.format.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HostileTranscriptTest {
    private static final List<String> SEEDS = List.of(
            "webvtt/voices.vtt",
            "webvtt/labels.vtt",
            "subrip/labels.srt",
            "json/words.json",
            "json/recogniser.json",
            "html/cites.html",
            "html/stamps.html",
            "plain/markdown.md",
            "plain/labels.txt",
            "plain/stamps.txt");

    private static final List<String> SPLINTERS = List.of(
            "<",
            ">",
            "&",
            "&#x110000;",
            "-->",
            "\n",
            "\r\n\r\n",
            "\0",
            "\uFEFF",
            "99999999999",
            "{",
            "[",
            "\"",
            ":",
            "[00:00]",
            "(99:99:99)",
            "**",
            "\\",
            "<v ",
            "<cite>",
            "<time>",
            "1e999",
            "WEBVTT",
            "\uD800",
            "\u202E");

    private final TranscriptReader reader = new TranscriptReader(Formats.found());

    @Test
    void neverThrowsWhateverHappensToAFile() {
        Random random = new Random(20260301);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = mutated(TranscriptReaderTest.bytes(SEEDS.get(i % SEEDS.size())), random);
                if (reader.read(bytes, Optional.empty()) instanceof Outcome.Read read) {
                    assertThat(read.transcript().cues())
                            .isSortedAccordingTo((a, b) -> a.start().compareTo(b.start()));
                }
            }
        });
    }

    @Test
    void readsLongInputInTimeThatGrowsWithItsLength() {
        for (String unit : List.of(
                "<",
                "<a",
                "<v ",
                "<div>",
                "</p>",
                "[[[[",
                "{\"a\":",
                "[0:01] ",
                "(1:",
                "**a",
                "A: ",
                "1\n",
                "-->\n",
                "00:00.000 --> 00:00.000\n",
                "Aa ",
                "a",
                "\\[",
                "&",
                "a.\n",
                "Anna 0:1")) {
            for (String opening : List.of(
                    "", "WEBVTT\n\n00:00.000 --> 00:01.000\n", "<p>", "{\"segments\":[", "1\n0:01 --> 0:02\n")) {
                byte[] bytes = (opening + unit.repeat(300_000 / unit.length())).getBytes(StandardCharsets.UTF_8);

                assertTimeoutPreemptively(
                        Duration.ofSeconds(10), () -> reader.read(bytes, Optional.empty()), opening + unit);
            }
        }
    }

    @Test
    void leavesOutCuesBeyondTheLimit() {
        String many = "00:00.000 --> 00:01.000\nword\n\n".repeat(200_010);

        Outcome outcome = reader.read(("WEBVTT\n\n" + many).getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Read.class, read -> {
            assertThat(read.transcript().cues()).hasSize(200_000);
            assertThat(read.transcript().problems()).hasSize(1);
        });
    }

    private static byte[] mutated(byte[] original, Random random) {
        StringBuilder text = new StringBuilder(new String(original, StandardCharsets.ISO_8859_1));
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            int at = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(at, to);
                case 1 -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
                case 2 -> text.insert(at, text.substring(at, to).repeat(3));
                default -> text.setLength(random.nextInt(20) == 0 ? at : text.length());
            }
        }
        return text.toString().getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
}
