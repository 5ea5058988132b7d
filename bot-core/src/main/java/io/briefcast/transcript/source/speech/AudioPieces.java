package io.briefcast.transcript.source.speech;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Sees what an audio file is, and cuts it into pieces that a server takes; MP3 only, others stay whole. */
final class AudioPieces {
    private AudioPieces() {}

    /**
     * A stretch of a file.
     *
     * @param from first byte
     * @param length bytes
     * @param start when it begins in the episode
     * @param duration how long it plays; for what is not MP3 a guess
     */
    record Piece(long from, int length, Duration start, Duration duration) {
        /** The bytes of this stretch. */
        byte[] read(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                ByteBuffer bytes = ByteBuffer.allocate(length);
                while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
                    // until the piece is whole
                }
                return Arrays.copyOf(bytes.array(), bytes.position());
            }
        }
    }

    /**
     * A file that can be sent.
     *
     * @param extension of a file of this kind: servers go by the name
     */
    record Cut(String extension, List<Piece> pieces) {
        Cut {
            pieces = List.copyOf(pieces);
        }

        /** Why a server cannot take it. */
        Optional<String> problem(Limits limits) {
            return pieces.stream()
                    .filter(piece -> piece.length() > limits.bytes())
                    .findFirst()
                    .map(piece -> "its audio (%s) cannot be cut and has %d MB, and no more than %d are sent at once"
                            .formatted(extension, piece.length() >> 20, limits.bytes() >> 20));
        }

        Duration duration() {
            return pieces.stream().map(Piece::duration).reduce(Duration.ZERO, Duration::plus);
        }
    }

    /**
     * How much goes into one piece.
     *
     * @param bytes most bytes, below 2 GB
     * @param time longest time
     */
    record Limits(int bytes, Duration time) {}

    /**
     * The pieces of a file; empty when it is no audio.
     *
     * @param declared how long the feed says that it plays
     * @throws IOException when the file cannot be read
     */
    static Optional<Cut> of(Path file, Limits limits, Optional<Duration> declared) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < Container.HEAD || channel.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            Optional<Cut> cut = new Mp3Cutter(bytes, limits).cut().map(pieces -> new Cut("mp3", pieces));
            return cut.or(() -> Container.of(bytes)
                    .map(kind -> new Cut(kind.extension(), List.of(whole(bytes.capacity(), declared)))));
        }
    }

    private static Piece whole(int length, Optional<Duration> declared) {
        Duration guess = Duration.ofSeconds(length / Container.FEWEST_BYTES_A_SECOND);
        return new Piece(
                0, length, Duration.ZERO, declared.filter(Duration::isPositive).orElse(guess));
    }
}
