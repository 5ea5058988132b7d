package io.briefcast.adapter.discord;

import io.briefcast.message.Inline;
import io.briefcast.message.Marked;
import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Words from outside, made harmless for Discord. Every character that starts markup, a mention, a timestamp, an emoji or
 * a link gets a backslash (https://support.discord.com/hc/en-us/articles/210298617); JDA's own escaper leaves masked
 * links, headings, mentions and timestamps alive. All lengths count UTF-16 units of the escaped text, and no cut falls
 * between a backslash and its character or into a surrogate pair.
 */
final class DiscordText {
    private static final String ELLIPSIS = "…";
    private static final String MARKUP = "\\*_~`|>#-+[]()<:@!";
    /** Ten times what a Discord message may hold: more is not even looked at. */
    private static final int MAX_INPUT = 40_000;

    /** Discord's limit for the address of a button. */
    private static final int MAX_LINK = 512;

    private DiscordText() {}

    /** One line for a plain-text field, where nothing needs escaping. */
    static String plain(String text, int max) {
        String line = line(text);
        return line.length() <= max ? line : line.substring(0, boundary(line, max - 1)) + ELLIPSIS;
    }

    /** One line of Markdown that shows exactly the text. */
    static String markdown(String text, int max) {
        return parts(line(text), max, 1).stream().findFirst().orElse("");
    }

    /** One line in which the marked words stand between these signs; without them where there is no room for those. */
    static String marked(Marked text, String sign, int max) {
        String marked = text.pieces().stream()
                .map(piece -> piece.marked()
                        ? sign + markdown(piece.text(), 2 * max) + sign
                        : markdownWithin(piece.text(), 2 * max))
                .collect(Collectors.joining())
                .strip();
        return text.words().isEmpty() || marked.length() > max ? markdown(text.text(), max) : marked;
    }

    /** A piece of a line of Markdown: blanks at its ends stay. */
    static String markdownWithin(String text, int max) {
        return parts(clean(text).replace('\n', ' ').replaceAll(" {2,}", " "), max, 1).stream()
                .findFirst()
                .orElse("");
    }

    /** Lines of Markdown in as many parts as needed, each at most {@code max} long. */
    static List<String> paragraphs(String text, int max) {
        return parts(clean(text).strip(), max, Integer.MAX_VALUE);
    }

    /** A link that we built, which shows no preview; only the label where the address is no web address. */
    static String link(Optional<URI> address, String label, int max) {
        String shown = markdown(label, max);
        return address.flatMap(DiscordText::destination)
                .filter(ignored -> !shown.isEmpty())
                .map(url -> "[%s](<%s>)".formatted(shown, url))
                .orElse(shown);
    }

    /** A web address as Discord takes it; empty for every other scheme and for one that is too long. */
    static Optional<String> destination(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean web = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
        return Optional.of(address.toASCIIString()
                        .replace("(", "%28")
                        .replace(")", "%29")
                        .replace("\\", "%5C")
                        .replace(">", "%3E")
                        .replace("<", "%3C"))
                .filter(url -> web && url.length() <= MAX_LINK);
    }

    /** A date in the reader's own zone and words. */
    static String date(Instant moment) {
        return "<t:%d:D>".formatted(moment.getEpochSecond());
    }

    /** Words and moments, these by the reader's own clock; empty where there are no moments, or no room for all. */
    static Optional<String> running(List<Inline> parts, int max) {
        String markdown = parts.stream().map(DiscordText::piece).collect(Collectors.joining());
        return parts.stream().anyMatch(Inline.Moment.class::isInstance) && markdown.length() <= max
                ? Optional.of(markdown.strip())
                : Optional.empty();
    }

    private static String piece(Inline part) {
        return switch (part) {
            case Inline.Words words -> String.join("", parts(clean(words.text()), Integer.MAX_VALUE, 1));
            case Inline.Moment moment ->
                "<t:%d:%s>"
                        .formatted(
                                moment.at().getEpochSecond(),
                                switch (moment.length()) {
                                    case SHORT -> "f";
                                    case LONG -> "F";
                                });
        };
    }

    private static String line(String text) {
        return clean(text).replace('\n', ' ').replaceAll(" {2,}", " ").strip();
    }

    private static List<String> parts(String text, int max, int most) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            String next = escaped(text, at);
            if (part.length() + next.length() > max - ELLIPSIS.length() && !fits(text, at, max - part.length())) {
                if (parts.size() + 1 == most) {
                    return List.of(part.append(ELLIPSIS).toString());
                }
                parts.add(broken(part, max));
            }
            part.append(next);
        }
        if (!part.isEmpty()) {
            parts.add(part.toString());
        }
        return parts;
    }

    /** Takes a part off at its last gap between words, if there is one in its second half; the rest stays. */
    private static String broken(StringBuilder part, int max) {
        int gap = Math.max(part.lastIndexOf("\n"), part.lastIndexOf(" "));
        int cut = gap > max / 2 ? gap : part.length();
        String taken = part.substring(0, cut);
        part.delete(0, Math.min(cut + 1, part.length()));
        return taken;
    }

    /** Whether all that is left goes into the room; looks at no more than the room itself. */
    private static boolean fits(String text, int from, int room) {
        int used = 0;
        for (int at = from; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
            used += escaped(text, at).length();
            if (used > room) {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text, int at) {
        int point = text.codePointAt(at);
        boolean starts = MARKUP.indexOf(point) >= 0 || (point == '.' && isNumbered(text, at));
        return starts ? "\\" + (char) point : Character.toString(point);
    }

    /** A digit before the full stop makes an ordered list at the start of a line. */
    private static boolean isNumbered(String text, int at) {
        return at > 0 && Character.isDigit(text.charAt(at - 1));
    }

    private static String clean(String text) {
        String bounded = text.length() <= MAX_INPUT ? text : text.substring(0, MAX_INPUT);
        StringBuilder clean = new StringBuilder(bounded.length());
        Normalizer.normalize(bounded, Normalizer.Form.NFC).codePoints().forEach(point -> append(clean, point));
        return clean.toString().replaceAll("\n{3,}", "\n\n");
    }

    private static void append(StringBuilder clean, int point) {
        if (point == '\n' || point == 0x2028 || point == 0x2029) {
            clean.append('\n');
        } else if (point == '\t' || point == 0xA0) {
            clean.append(' ');
        } else if (!isHarmful(point)) {
            clean.appendCodePoint(point);
        }
    }

    /** Control characters, overrides of the writing direction, halves of surrogate pairs, byte order marks. */
    private static boolean isHarmful(int point) {
        return Character.isISOControl(point)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                || point == 0xFEFF
                || point == 0x200B;
    }

    private static int boundary(String text, int at) {
        return Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }
}
