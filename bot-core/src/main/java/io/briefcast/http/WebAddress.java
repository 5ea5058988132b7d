package io.briefcast.http;

import java.net.IDN;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that may be asked: http or https, without credentials, with a host that means one thing only. Parsed
 * once, by one parser, so that what is checked is what is connected to.
 */
record WebAddress(URI uri, String host, int port) {
    private static final int MAX_LENGTH = 4_000;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final Pattern CANONICAL_V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern NUMERIC_END = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)");
    private static final Pattern PORT = Pattern.compile(":(\\d+)$");
    private static final int MAX_PORT_DIGITS = 5;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?");

    /** The address, or a sentence that says why it is none. */
    sealed interface Parsed {
        /** May be asked, as far as spelling goes. */
        record Good(WebAddress address) implements Parsed {}

        /** May not. */
        record Bad(String sentence) implements Parsed {}
    }

    static Parsed parse(String typed) {
        String text = typed.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return bad(typed, "is not an address");
        }
        if (text.indexOf('\\') >= 0 || text.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
            return bad(typed, "holds characters that no address has");
        }
        try {
            return parse(typed, new URI(encodeIllegal(text)));
        } catch (URISyntaxException e) {
            return bad(typed, "is not an address");
        }
    }

    private static Parsed parse(String typed, URI uri) {
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return bad(typed, "does not start with http:// or https://");
        }
        String authority = Optional.ofNullable(uri.getRawAuthority()).orElse("");
        if (authority.indexOf('@') >= 0) {
            return bad(typed, "holds a user name, which is not supported");
        }
        Optional<String> host = host(authority);
        if (host.isEmpty()) {
            return bad(typed, "names no host in a usual spelling");
        }
        int port = port(authority, scheme);
        if (port < 1 || port > 65_535) {
            return bad(typed, "names no usual port");
        }
        return rebuild(scheme, host.get(), port, uri)
                .<Parsed>map(clean -> new Parsed.Good(new WebAddress(clean, host.get(), port)))
                .orElseGet(() -> bad(typed, "is not an address"));
    }

    private static Optional<URI> rebuild(String scheme, String host, int port, URI uri) {
        boolean usual = port == (scheme.equals("https") ? HTTPS : HTTP);
        String path =
                Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
        String query = Optional.ofNullable(uri.getRawQuery()).map(q -> "?" + q).orElse("");
        try {
            URI clean = new URI(scheme + "://" + host + (usual ? "" : ":" + port) + path + query);
            return Optional.of(URI.create(clean.toASCIIString()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Lower case, ASCII; an IPv4 address only as four decimal numbers, an IPv6 address only in brackets. */
    private static Optional<String> host(String authority) {
        String name = authority.replaceFirst(":\\d*$", "");
        if (name.startsWith("[") && name.endsWith("]")) {
            return isPlainV6(name) ? Optional.of(name.toLowerCase(Locale.ROOT)) : Optional.empty();
        }
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            String bare = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
            boolean usual =
                    ascii.equals(name.toLowerCase(Locale.ROOT)) || name.chars().noneMatch(WebAddress::isOddDigit);
            boolean literal = CANONICAL_V4.matcher(bare).matches();
            return usual
                            && NAME.matcher(bare).matches()
                            && (literal || !NUMERIC_END.matcher(bare).matches())
                    ? Optional.of(bare)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Without a zone, and not an IPv4 address in disguise, which the JDK turns back. */
    private static boolean isPlainV6(String literal) {
        try {
            return literal.indexOf('%') < 0 && InetAddress.getByName(literal) instanceof Inet6Address;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Full-width and circled digits turn into plain ones on the way to ASCII. */
    private static boolean isOddDigit(int c) {
        return c > 0x7f && (Character.isDigit(c) || Character.getType(c) == Character.OTHER_NUMBER);
    }

    private static int port(String authority, String scheme) {
        Matcher given = PORT.matcher(authority);
        if (given.find()) {
            return given.group(1).length() > MAX_PORT_DIGITS ? 0 : Integer.parseInt(given.group(1));
        }
        return scheme.equals("https") ? HTTPS : HTTP;
    }

    /** Feeds hold addresses with spaces and pipes; browsers encode them, so we do. */
    private static String encodeIllegal(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        int bracketsAllowedUntil = text.indexOf(']') < 0 ? 0 : text.indexOf("/", text.indexOf("//") + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inHost = bracketsAllowedUntil < 0 || i < bracketsAllowedUntil;
            boolean illegal = " \"<>^`{|}".indexOf(c) >= 0 || ("[]".indexOf(c) >= 0 && !inHost);
            encoded.append(illegal ? "%%%02X".formatted((int) c) : c);
        }
        return encoded.toString();
    }

    /** Whether the port is the one of its scheme. */
    boolean hasUsualPort() {
        return port == (isSecure() ? HTTPS : HTTP);
    }

    boolean isSecure() {
        return "https".equals(uri.getScheme());
    }

    private static Parsed bad(String typed, String what) {
        String shown = typed.strip().replaceAll("\\p{Cntrl}", " ");
        return new Parsed.Bad("'%s' %s: an address looks like https://example.org/feed.xml."
                .formatted(shown.length() > 80 ? shown.substring(0, 80) + "…" : shown, what));
    }
}
