package io.briefcast.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.HttpEntity;
import org.brotli.dec.BrotliInputStream;

/** Unpacks a body, and counts what comes over the wire: gzip may go on without an end and unpack to nothing. */
final class Unpacking {
    /** What is offered is what is unpacked. */
    static final String ENCODINGS = "gzip, x-gzip, br";

    /** Who packs more often wants to keep us busy. */
    private static final int MOST_LAYERS = 2;

    private Unpacking() {}

    /** There are more packed bytes than may be read. */
    static final class TooLong extends IOException {
        TooLong() {
            super("too many bytes");
        }
    }

    /**
     * The unpacked body; reading it throws {@link TooLong} after as many packed bytes.
     *
     * @throws ZipException when it is packed in a way that was not offered
     */
    static InputStream of(HttpEntity entity, long maxBytes) throws IOException {
        List<String> layers = layers(entity);
        if (layers.isEmpty()) {
            return entity.getContent();
        }
        if (layers.size() > MOST_LAYERS) {
            throw new ZipException("packed %d times".formatted(layers.size()));
        }
        InputStream in = new Counted(entity.getContent(), maxBytes);
        for (String layer : layers.reversed()) {
            in = unpacked(layer, in);
        }
        return in;
    }

    /** In the order in which they were applied (RFC 9110, 8.4). */
    private static List<String> layers(HttpEntity entity) {
        return Arrays.stream(Optional.ofNullable(entity.getContentEncoding())
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .split(",", -1))
                .map(String::strip)
                .filter(layer -> !layer.isEmpty() && !layer.equals("identity"))
                .toList();
    }

    private static InputStream unpacked(String layer, InputStream in) throws IOException {
        return switch (layer) {
            case "gzip", "x-gzip" -> new Shallow(new GZIPInputStream(in));
            case "br" -> new BrotliInputStream(in);
            default -> throw new ZipException("packed by " + layer);
        };
    }

    private static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws TooLong {
            left -= read;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }

    /** The JDK goes one call deeper for every empty part of a file of many, which ends a thread's stack. */
    private static final class Shallow extends FilterInputStream {
        Shallow(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return in.read(bytes, from, length);
            } catch (StackOverflowError e) {
                throw new ZipException("thousands of empty parts");
            }
        }
    }
}
