package io.briefcast.feed;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of a feed into text that an XML parser can begin with: byte order mark, charset of the HTTP header,
 * XML declaration, UTF-8, windows-1252, in this order; then without document type, without characters that XML forbids,
 * and without anything before the first tag. Line numbers stay.
 */
final class FeedText {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** An XML declaration stands at the very beginning. */
    private static final int HEAD = 400;

    /** Some broken characters in much good UTF-8 are damage, not another encoding. */
    private static final int VALID_FOR_EACH_BROKEN = 20;

    private static final Pattern HTTP_CHARSET =
            Pattern.compile("(?i)charset\\s{0,5}=\\s{0,5}[\"']?([A-Za-z0-9_:.-]{1,40})");
    private static final Pattern XML_ENCODING =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s{0,5}=\\s{0,5}[\"']([A-Za-z0-9_:.-]{1,40})");
    private static final Pattern XML_DECLARATION = Pattern.compile("<\\?xml\\s[^>]{0,300}\\?>");
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE", Pattern.CASE_INSENSITIVE);

    /** Marks of four bytes before their beginnings of two. */
    private static final List<Mark> MARKS = List.of(
            new Mark(0xFFFE0000L, 4, "UTF-32LE"),
            new Mark(0x0000FEFFL, 4, "UTF-32BE"),
            new Mark(0xEFBBBFL, 3, "UTF-8"),
            new Mark(0xFEFFL, 2, "UTF-16BE"),
            new Mark(0xFFFEL, 2, "UTF-16LE"),
            new Mark(0x003CL, 2, "UTF-16BE"),
            new Mark(0x3C00L, 2, "UTF-16LE"));

    private record Mark(long value, int length, String charset) {
        boolean begins(byte[] bytes) {
            long read = 0;
            for (int i = 0; i < length && bytes.length >= length; i++) {
                read = read << 8 | (bytes[i] & 0xFF);
            }
            return bytes.length >= length && read == value;
        }
    }

    private FeedText() {}

    static String read(byte[] bytes, Optional<String> contentType, Problems problems) {
        return prepared(decode(bytes, contentType, problems));
    }

    static String decode(byte[] bytes, Optional<String> contentType, Problems problems) {
        for (Mark mark : MARKS) {
            if (mark.begins(bytes)) {
                String text = new String(bytes, Charset.forName(mark.charset()));
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        }
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        return named(HTTP_CHARSET, contentType.orElse(""))
                .flatMap(charset -> strict(bytes, charset))
                .or(() -> named(XML_ENCODING, head).flatMap(charset -> strict(bytes, charset)))
                .or(() -> strict(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> guess(bytes, problems));
    }

    private static Optional<Charset> named(Pattern where, String text) {
        Matcher matcher = where.matcher(text);
        try {
            return matcher.find() ? Optional.of(western(Charset.forName(matcher.group(1)))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Latin-1 means windows-1252 (WHATWG Encoding): the difference is curly quotes, which feeds love. */
    private static Charset western(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                ? WINDOWS
                : charset;
    }

    /** Without errors, except that the last character may be cut off. */
    private static Optional<String> strict(byte[] bytes, Charset charset) {
        if (charset.equals(WINDOWS)) {
            return Optional.of(new String(bytes, WINDOWS));
        }
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, false);
        return result.isError() ? Optional.empty() : Optional.of(text.flip().toString());
    }

    private static String guess(byte[] bytes, Problems problems) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        long broken = utf8.chars().filter(c -> c == '\uFFFD').count();
        long valid = utf8.chars().filter(c -> c > 0x7F && c != '\uFFFD').count();
        if (broken * VALID_FOR_EACH_BROKEN < valid) {
            problems.add("%d characters are broken UTF-8".formatted(broken), 0);
            return utf8;
        }
        problems.add("the letters are not in the encoding that the feed names; read as windows-1252", 0);
        return new String(bytes, WINDOWS);
    }

    private static String prepared(String decoded) {
        String clean = withoutForbidden(decoded);
        int start = clean.indexOf('<');
        if (start < 0) {
            return "";
        }
        int root = root(clean, start);
        StringBuilder head = new StringBuilder(clean.substring(0, root));
        blank(head, 0, start);
        Matcher declaration = XML_DECLARATION.matcher(head).region(start, Math.min(root, start + HEAD));
        if (declaration.lookingAt()) {
            blank(head, start, declaration.end());
        }
        Matcher doctype = DOCTYPE.matcher(head);
        return doctype.find() ? withoutDoctype(clean, doctype.start(), head) : head + clean.substring(root);
    }

    /** Where the first tag begins. */
    private static int root(String text, int from) {
        for (int i = from; i >= 0 && i + 1 < text.length(); i = text.indexOf('<', i + 1)) {
            if (Character.isLetter(text.charAt(i + 1))) {
                return i;
            }
        }
        return text.length();
    }

    private static String withoutForbidden(String text) {
        if (isAllAllowed(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isAllowed(c)) {
                kept.appendCodePoint(c);
            }
        }
        return kept.toString();
    }

    /** Nearly every text is, so look before copying. */
    private static boolean isAllAllowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (!isAllowed(c)) {
                return false;
            }
        }
        return true;
    }

    /** Char of XML 1.0, production 2. */
    static boolean isAllowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF)
                || c == '\n'
                || c == '\t'
                || c == '\r'
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** A document type may stand only before the root; its own brackets and quotes belong to it. */
    private static String withoutDoctype(String text, int doctype, StringBuilder head) {
        int end = endOfDoctype(text, doctype);
        if (end <= head.length()) {
            blank(head, doctype, end);
            return head + text.substring(head.length());
        }
        head.append(text, head.length(), end);
        blank(head, doctype, end);
        return head + text.substring(end);
    }

    private static int endOfDoctype(String text, int doctype) {
        int depth = 0;
        char quote = 0;
        for (int i = doctype; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '<' || c == '>') {
                depth += c == '<' ? 1 : -1;
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return doctype;
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
