package io.briefcast.adapter.slack;

import io.briefcast.message.Inline;
import io.briefcast.message.Marked;
import java.net.URI;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words from outside, made harmless for Slack. {@code &}, {@code <} and {@code >} become entities, which disarms
 * mentions and links (https://docs.slack.dev/messaging/formatting-message-text); characters that Slack offers no escape
 * for get a zero-width space on both sides, which disarms formatting. All lengths count UTF-16 units of the escaped
 * text, and no cut falls into an entity or a surrogate pair.
 */
final class SlackText {
    /** Disarms formatting without being seen. */
    static final String INVISIBLE = "\u200B";

    private static final String ELLIPSIS = "…";
    /** Ten times what a Slack message may hold: more is not even looked at. */
    private static final int MAX_INPUT = 120_000;

    private static final int MAX_LINK = 3_000;
    /** What stands for a moment where Slack's client knows no dates. */
    private static final int MAX_MOMENT = 150;

    private static final DateTimeFormatter FALLBACK =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    /** An emoji's name between colons, such as {@code :tada:}; 9:30:00 is none. */
    private static final Pattern EMOJI =
            Pattern.compile(":(?=(?:[a-z0-9_+'-]{0,60}[a-z_+-][a-z0-9_+'-]{0,60}" + "|100|1234):)");

    private static final Pattern GAPS = Pattern.compile("[ \n]+");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private SlackText() {}

    /** One line for a plain-text field, where nothing needs escaping. */
    static String plain(String text, int max) {
        String line = line(text);
        return line.length() <= max ? line : line.substring(0, boundary(line, max - 1)) + ELLIPSIS;
    }

    /** One line of mrkdwn that shows exactly the text. */
    static String mrkdwn(String text, int max) {
        return parts(line(text), max, 1).stream().findFirst().orElse("");
    }

    /** One line in which the marked words stand between these signs; without them where there is no room for those. */
    static String marked(Marked text, String sign, int max) {
        String marked = text.pieces().stream()
                .map(piece -> piece.marked()
                        ? sign + mrkdwn(piece.text(), 2 * max) + sign
                        : mrkdwnWithin(piece.text(), 2 * max))
                .collect(Collectors.joining())
                .strip();
        return text.words().isEmpty() || marked.length() > max ? mrkdwn(text.text(), max) : marked;
    }

    /** A piece of a line of mrkdwn: blanks at its ends stay. */
    static String mrkdwnWithin(String text, int max) {
        return parts(GAPS.matcher(clean(text)).replaceAll(" "), max, 1).stream()
                .findFirst()
                .orElse("");
    }

    /** Lines of mrkdwn in as many parts as needed, each at most {@code max} long. */
    static List<String> paragraphs(String text, int max) {
        return parts(clean(text).strip(), max, Integer.MAX_VALUE);
    }

    /** The same with moments by the reader's own clock; in words where a line is too long for one part. */
    static List<String> paragraphs(List<Inline> text, int max) {
        if (text.stream().noneMatch(Inline.Moment.class::isInstance)) {
            return paragraphs(text.stream().map(Inline::text).collect(Collectors.joining()), max);
        }
        List<String> parts = new ArrayList<>();
        for (List<Inline> line : lines(text)) {
            String mrkdwn = line.stream().map(SlackText::mrkdwn).collect(Collectors.joining());
            if (!parts.isEmpty() && parts.getLast().length() + 1 + mrkdwn.length() <= max) {
                parts.add(parts.removeLast() + "\n" + mrkdwn);
            } else if (mrkdwn.length() <= max) {
                parts.add(mrkdwn);
            } else {
                parts.addAll(paragraphs(line.stream().map(Inline::text).collect(Collectors.joining()), max));
            }
        }
        return parts.stream().filter(part -> !part.isBlank()).toList();
    }

    /** The pieces of each line; words that go over several lines are taken apart. */
    private static List<List<Inline>> lines(List<Inline> text) {
        List<List<Inline>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        for (Inline piece : text) {
            switch (piece) {
                case Inline.Moment moment -> lines.getLast().add(moment);
                case Inline.Words words -> {
                    String[] pieces = words.text().split("\n", -1);
                    lines.getLast().add(new Inline.Words(pieces[0]));
                    Stream.of(pieces)
                            .skip(1)
                            .forEach(next -> lines.add(new ArrayList<>(List.of(new Inline.Words(next)))));
                }
            }
        }
        return lines;
    }

    private static String mrkdwn(Inline piece) {
        return switch (piece) {
            case Inline.Words words -> escaped(clean(words.text()));
            case Inline.Moment moment -> moment(moment);
        };
    }

    private static String moment(Inline.Moment moment) {
        String format = switch (moment.length()) {
            case SHORT -> "{date_short}, {time}";
            case LONG -> "{date_long} at {time}";
        };
        String words = mrkdwn(moment.text().replace('|', '/'), MAX_MOMENT);
        return "<!date^%d^%s|%s>".formatted(moment.at().getEpochSecond(), format, words.isEmpty() ? "then" : words);
    }

    /** A link that we built; only the label where the address is no web address or too long. */
    static String link(Optional<URI> address, String label, int max) {
        String shown = mrkdwn(label.replace('|', '/'), max);
        return address.flatMap(SlackText::destination)
                .map(url -> "<%s|%s>".formatted(url.replace("&", "&amp;"), shown))
                .filter(link -> !shown.isEmpty() && link.length() <= MAX_LINK)
                .orElse(shown);
    }

    /** A web address as Slack takes it in a field of its own; empty for every other scheme. */
    static Optional<String> destination(URI address) {
        String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        boolean web = (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
        return Optional.of(address.toASCIIString()
                        .replace("|", "%7C")
                        .replace(">", "%3E")
                        .replace("<", "%3C"))
                .filter(url -> web && url.length() <= MAX_LINK);
    }

    /** A date in the reader's own zone and words; the fallback is for clients that know no dates. */
    static String date(Instant moment) {
        return "<!date^%d^{date_short_pretty}|%s>".formatted(moment.getEpochSecond(), FALLBACK.format(moment));
    }

    private static String line(String text) {
        return GAPS.matcher(clean(text)).replaceAll(" ").strip();
    }

    private static List<String> parts(String text, int max, int most) {
        String safe = safe(text);
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int at = 0; at < safe.length(); at = safe.offsetByCodePoints(at, 1)) {
            String next = escaped(safe, at);
            if (part.length() + next.length() > max - ELLIPSIS.length() && !fits(safe, at, max - part.length())) {
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

    private static String escaped(String text) {
        String safe = safe(text);
        StringBuilder escaped = new StringBuilder(safe.length());
        for (int at = 0; at < safe.length(); at = safe.offsetByCodePoints(at, 1)) {
            escaped.append(escaped(safe, at));
        }
        return escaped.toString();
    }

    private static String safe(String text) {
        return EMOJI.matcher(text).replaceAll(":" + INVISIBLE);
    }

    private static String escaped(String text, int at) {
        int point = text.codePointAt(at);
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> startsLine(text, at) ? INVISIBLE + "&gt;" : "&gt;";
            case '*', '_', '~', '`' -> INVISIBLE + (char) point + INVISIBLE;
            default -> Character.toString(point);
        };
    }

    /** Slack takes even an escaped {@code >} at the start of a line for a quotation. */
    private static boolean startsLine(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '>' || text.charAt(at - 1) == ' ';
    }

    private static String clean(String text) {
        String bounded = text.length() <= MAX_INPUT ? text : text.substring(0, MAX_INPUT);
        StringBuilder clean = new StringBuilder(bounded.length());
        Normalizer.normalize(bounded, Normalizer.Form.NFC).codePoints().forEach(point -> append(clean, point));
        return EMPTY_LINES.matcher(clean).replaceAll("\n\n");
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
