package io.briefcast.feed;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the addresses in feeds as browsers do: relative ones, ones with blanks, ones broken over two lines. */
final class FeedLinks {
    /** Signed media addresses reach 2,000 characters. */
    private static final int MAX_LENGTH = 4_000;

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,20}:(?!\\d+(?:/|$)).*");
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    private FeedLinks() {}

    /** The http or https address that a reference leads to, seen from a document. */
    static Optional<URI> resolve(Optional<URI> document, String reference) {
        String text = unwrapped(reference);
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (text.startsWith("https://") || text.startsWith("http://")) {
            return web(text);
        }
        if (text.regionMatches(true, 0, "www.", 0, 4)) {
            return web("https://" + text);
        }
        return SCHEME.matcher(text).matches() ? web(text) : document.flatMap(base -> relative(base, text));
    }

    private static Optional<URI> relative(URI base, String text) {
        // URI.resolve forgets the last part of the path when the reference is only a query (JDK-4708535)
        String reference = text.startsWith("?") && base.getRawPath() != null ? base.getRawPath() + text : text;
        try {
            return web(base.resolve(encode(reference)).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> web(String text) {
        int rest = text.indexOf("://") + 3;
        int path = rest < 3 ? -1 : indexOfAny(text, "/?#", rest);
        String head = path < 0 ? text : text.substring(0, path);
        String tail = path < 0 ? "" : encode(text.substring(path));
        try {
            URI uri = new URI(head + tail);
            String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            return isWeb && uri.getRawAuthority() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static int indexOfAny(String text, String marks, int from) {
        for (int i = from; i < text.length(); i++) {
            if (marks.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String unwrapped(String given) {
        String text = given.strip();
        if (text.indexOf('\n') < 0 && text.indexOf('\t') < 0 && text.indexOf('\r') < 0) {
            return text;
        }
        return text.chars()
                .limit(MAX_LENGTH + 1L)
                .filter(c -> c != '\t' && c != '\r' && c != '\n')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private static String encode(String text) {
        return isAllPlain(text) ? text : encoded(text);
    }

    private static boolean isAllPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        int fragment = text.indexOf('#');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (i == fragment || isPlain(c) || isEscape(text, i)) {
                encoded.appendCodePoint(c);
            } else {
                escape(encoded, c);
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static boolean isPlain(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static void escape(StringBuilder encoded, int c) {
        for (byte part : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(part));
        }
    }
}
