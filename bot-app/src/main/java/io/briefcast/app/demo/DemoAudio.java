package io.briefcast.app.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Stands in for the recording of a demo episode: silence of the right length, as WAVE (8 kHz, 8 bit, mono). */
final class DemoAudio {
    private static final int RATE = 8_000;
    private static final int HEADER_BYTES = 44;
    private static final byte SILENCE = (byte) 0x80;

    private DemoAudio() {}

    static long lengthBytes(int seconds) {
        return HEADER_BYTES + (long) seconds * RATE;
    }

    static void write(int seconds, OutputStream out) throws IOException {
        out.write(header(seconds * RATE));
        byte[] second = new byte[RATE];
        Arrays.fill(second, SILENCE);
        for (int i = 0; i < seconds; i++) {
            out.write(second);
        }
    }

    private static byte[] header(int dataBytes) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEADER_BYTES - 8 + dataBytes)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE)
                .putShort((short) 1)
                .putShort((short) 8)
                .put(ascii("data"))
                .putInt(dataBytes)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
