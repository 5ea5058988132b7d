package io.briefcast.transcript;

import io.briefcast.podcast.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the encoding of a text: byte order mark, then UTF-8 where the bytes are valid, then what header or page declare,
 * then what the bytes look like; in windows-1252 every old Western file can be read.
 */
final class TextDecoder {
    /** A text without its byte order mark. */
    record Decoded(String text, List<Problem> problems) {}

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Pattern DECLARED =
            Pattern.compile("charset\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 1024;

    /** One broken byte, as after a download that broke off, does not make a UTF-8 file something else. */
    private static final int VALID_FOR_EACH_BROKEN = 20;

    private TextDecoder() {}

    static Decoded decode(byte[] bytes, Optional<String> contentType) {
        Optional<Charset> mark = byteOrder(bytes);
        if (mark.isPresent()) {
            String text = new String(bytes, mark.get());
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, List.of());
        }
        return strict(bytes, StandardCharsets.UTF_8)
                .or(() -> declared(bytes, contentType).flatMap(charset -> strict(bytes, charset)))
                .map(text -> new Decoded(text, List.of()))
                .orElseGet(() -> guess(bytes));
    }

    private static Optional<Charset> byteOrder(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : 0;
        return switch (first) {
            case 0xFEFF -> Optional.of(StandardCharsets.UTF_16BE);
            case 0xFFFE -> Optional.of(StandardCharsets.UTF_16LE);
            case 0xEFBB -> Optional.of(StandardCharsets.UTF_8);
            default -> withoutMark(bytes);
        };
    }

    /** Western UTF-16 without a mark: every other byte of the first letters is zero. */
    private static Optional<Charset> withoutMark(byte[] bytes) {
        if (bytes.length < 4) {
            return Optional.empty();
        }
        if (bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0 && bytes[3] != 0) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        boolean little = bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0 && bytes[2] != 0;
        return little ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> declared(byte[] bytes, Optional<String> contentType) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        return contentType.flatMap(TextDecoder::named).or(() -> named(head));
    }

    private static Optional<Charset> named(String declaration) {
        Matcher matcher = DECLARED.matcher(declaration);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Decoded guess(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long broken = utf8.chars().filter(c -> c == '\uFFFD').count();
        long valid = utf8.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        if ((broken == 1 && utf8.endsWith("\uFFFD")) || broken * VALID_FOR_EACH_BROKEN < valid) {
            return new Decoded(utf8, List.of(new Problem("some characters are broken UTF-8", 0)));
        }
        Optional<String> chinese = hasOnlyPairs(bytes) ? strict(bytes, CHINESE) : Optional.empty();
        return new Decoded(chinese.orElseGet(() -> new String(bytes, WINDOWS)), List.of());
    }

    /** Chinese before Unicode writes two high bytes a character; in Western and Cyrillic text odd runs soon turn up. */
    private static boolean hasOnlyPairs(byte[] bytes) {
        int run = 0;
        for (byte b : bytes) {
            if (b >= 0 && run % 2 == 1) {
                return false;
            }
            run = b < 0 ? run + 1 : 0;
        }
        return run % 2 == 0;
    }
}
