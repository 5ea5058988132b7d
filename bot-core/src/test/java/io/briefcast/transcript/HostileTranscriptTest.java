package io.briefcast.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.briefcast.Mutator;
import io.briefcast.transcript.TranscriptReader.Outcome;
import io.briefcast.transcript.format.Formats;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    private final TranscriptReader reader = new TranscriptReader(Formats.found());

    @Test
    void neverThrowsWhateverHappensToAFile() {
        Mutator mutator = new Mutator(20260301);

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 20_000; i++) {
                byte[] bytes = mutator.damage(seed(i), seed(i / SEEDS.size()));
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

    private static byte[] seed(int number) {
        return TranscriptReaderTest.bytes(SEEDS.get(number % SEEDS.size()));
    }
}
