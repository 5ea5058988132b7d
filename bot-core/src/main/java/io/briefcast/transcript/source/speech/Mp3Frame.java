package io.briefcast.transcript.source.speech;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A frame of MPEG audio, layer III, as its four first bytes describe it (ISO/IEC 11172-3 and 13818-3, 2.4.2.3).
 *
 * @param length in bytes, these four included
 * @param seconds how long it plays
 */
record Mp3Frame(int length, double seconds) {
    private static final int HEAD = 4;
    private static final int LAYER_3 = 1;
    /** Of the two bits for the version: 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5, 1 is reserved. */
    private static final int MPEG_1 = 3;

    private static final int MPEG_2 = 2;
    private static final int RESERVED = 1;

    private static final int[] KILOBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0};
    private static final int[] KILOBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0};
    private static final int[] HERTZ = {44_100, 48_000, 32_000, 0};

    /** The frame that begins here, if one does. */
    static Optional<Mp3Frame> at(ByteBuffer bytes, int at) {
        if (at < 0 || at > bytes.capacity() - HEAD || bytes.get(at) != (byte) 0xFF) {
            return Optional.empty();
        }
        int head = (bytes.get(at + 1) & 0xFF) << 8 | (bytes.get(at + 2) & 0xFF);
        int version = head >> 11 & 3;
        boolean audio = head >> 13 == 7 && version != RESERVED && (head >> 9 & 3) == LAYER_3;
        int kilobits = (version == MPEG_1 ? KILOBITS_1 : KILOBITS_2)[head >> 4 & 15];
        int hertz = hertz(version, head >> 2 & 3);
        return audio && kilobits > 0 && hertz > 0
                ? Optional.of(of(version == MPEG_1 ? 1152 : 576, kilobits, hertz, head >> 1 & 1))
                : Optional.empty();
    }

    private static int hertz(int version, int index) {
        return switch (version) {
            case MPEG_1 -> HERTZ[index];
            case MPEG_2 -> HERTZ[index] / 2;
            default -> HERTZ[index] / 4;
        };
    }

    private static Mp3Frame of(int samples, int kilobits, int hertz, int padding) {
        return new Mp3Frame(samples / 8 * kilobits * 1000 / hertz + padding, (double) samples / hertz);
    }
}
