package io.briefcast.transcript.source.speech;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Writes silent MP3 of 8 kbit/s: 72 bytes a frame of 72 ms, which is 1000 bytes a second. */
final class Mp3 {
    static final int FRAME = 72;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static byte[] of(Duration time) {
        return new Mp3().frames(time, 0).bytes();
    }

    /** Frames that play at least so long, each filled with this. */
    Mp3 frames(Duration time, int filling) {
        byte[] frame = new byte[FRAME];
        java.util.Arrays.fill(frame, (byte) filling);
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xE3;
        frame[2] = 0x18;
        frame[3] = 0;
        for (long played = 0; played < time.toMillis(); played += FRAME) {
            bytes.writeBytes(frame);
        }
        return this;
    }

    /** A tag of ID3 with a picture of so many bytes. */
    Mp3 tag(int size) {
        bytes.writeBytes("ID3\4\0\0".getBytes(StandardCharsets.ISO_8859_1));
        for (int shift = 21; shift >= 0; shift -= 7) {
            bytes.write(size >> shift & 0x7F);
        }
        return other(size);
    }

    /** Bytes that are no frames. */
    Mp3 other(int size) {
        for (int i = 0; i < size; i++) {
            bytes.write('x');
        }
        return this;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
