package io.briefcast.transcript.source.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.transcript.source.speech.AudioPieces.Cut;
import io.briefcast.transcript.source.speech.AudioPieces.Limits;
import io.briefcast.transcript.source.speech.AudioPieces.Piece;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AudioPiecesTest {
    private static final Limits LIMITS = new Limits(1_000_000, Duration.ofMinutes(15));

    @TempDir
    Path folder;

    @Test
    void cutsMp3BetweenFramesByTime() throws IOException {
        Cut cut = cut(Mp3.of(Duration.ofMinutes(40)), LIMITS).orElseThrow();

        assertThat(cut.extension()).isEqualTo("mp3");
        assertThat(cut.pieces())
                .hasSize(3)
                .allSatisfy(piece -> assertThat(piece.from() % Mp3.FRAME).isZero());
        assertThat(cut.pieces().get(1).start())
                .isBetween(Duration.ofMinutes(15).minusMillis(72), Duration.ofMinutes(15));
        assertThat(cut.duration())
                .isBetween(Duration.ofMinutes(40), Duration.ofMinutes(40).plusMillis(72));
    }

    @Test
    void cutsMp3BySizeAndLosesNoFrame() throws IOException {
        byte[] audio = Mp3.of(Duration.ofMinutes(2));

        Cut cut = cut(audio, new Limits(50_000, Duration.ofMinutes(15))).orElseThrow();

        assertThat(cut.pieces())
                .hasSize(3)
                .allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(50_000));
        assertThat(cut.pieces().stream().mapToInt(Piece::length).sum()).isEqualTo(audio.length);
        assertThat(cut.pieces().get(0).read(file())).hasSize(cut.pieces().get(0).length());
    }

    @Test
    void passesOverTagsAndWhatStandsBetweenFrames() throws IOException {
        byte[] audio = new Mp3()
                .tag(300_000)
                .frames(Duration.ofSeconds(60), 0)
                .other(5_000)
                .frames(Duration.ofSeconds(60), 0)
                .other(128)
                .bytes();

        Cut cut = cut(audio, LIMITS).orElseThrow();

        assertThat(cut.pieces()).hasSize(1);
        assertThat(cut.pieces().getFirst().from()).isEqualTo(300_010);
        assertThat(cut.duration()).isBetween(Duration.ofSeconds(120), Duration.ofSeconds(121));
    }

    @Test
    void leavesOutAPictureThatIsLargerThanAPiece() throws IOException {
        byte[] audio = new Mp3()
                .frames(Duration.ofSeconds(30), 0)
                .other(200_000)
                .frames(Duration.ofSeconds(30), 0)
                .bytes();

        Cut cut = cut(audio, new Limits(100_000, Duration.ofMinutes(15))).orElseThrow();

        assertThat(cut.pieces())
                .hasSize(2)
                .allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(100_000));
    }

    @ParameterizedTest
    @CsvSource({"....ftypM4A , m4a", "OggS, ogg", "RIFF, wav", "fLaC, flac"})
    void leavesOtherContainersWhole(String head, String extension) throws IOException {
        byte[] audio = (head + "x".repeat(80_000)).getBytes(StandardCharsets.ISO_8859_1);

        Cut cut = cut(audio, LIMITS).orElseThrow();

        assertThat(cut.extension()).isEqualTo(extension);
        assertThat(cut.pieces()).hasSize(1);
        assertThat(cut.problem(LIMITS)).isEmpty();
        assertThat(cut.problem(new Limits(70_000, Duration.ofMinutes(15)))).isPresent();
        assertThat(cut.duration()).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"<!DOCTYPE html><title>Sign in</title>", "''", "ID3", "WEBVTT"})
    void takesNothingElseForAudio(String text) throws IOException {
        assertThat(cut(text.getBytes(StandardCharsets.UTF_8), LIMITS)).isEmpty();
        assertThat(cut((text + " ".repeat(50_000)).getBytes(StandardCharsets.UTF_8), LIMITS))
                .isEmpty();
    }

    private Optional<Cut> cut(byte[] audio, Limits limits) throws IOException {
        Files.write(file(), audio);
        return AudioPieces.of(file(), limits, Optional.empty());
    }

    private Path file() {
        return folder.resolve("audio");
    }
}
