package io.briefcast.feed;

import static java.time.temporal.ChronoField.DAY_OF_MONTH;
import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.MONTH_OF_YEAR;
import static java.time.temporal.ChronoField.OFFSET_SECONDS;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;
import static java.time.temporal.ChronoField.YEAR;

import java.text.Normalizer;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dates of feeds: RFC 2822 and RFC 3339 as they are meant, and as they are written. A date that does not exist
 * or could mean two days is no date. No zone means UTC.
 */
final class FeedDates {
    /** The longest date that people write; longer ones cost other parsers minutes. */
    private static final int MAX_LENGTH = 64;

    private static final String TIME =
            "(?:(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?\\s*(?<half>[aApP]\\.?[mM]\\b\\.?)?)?";
    private static final String ZONE = "\\s*+(?<zone>.*+)";
    private static final String WEEKDAY = "(?:\\p{L}++\\.?\\s*+,?\\s*+)?";

    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})(?:[Tt]|\\s+|$)" + TIME + ZONE),
            Pattern.compile(
                    "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:[Tt\\s](?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2}))?)?"
                            + ZONE),
            Pattern.compile(WEEKDAY
                    + "(?<day>\\d{1,2})(?:st|nd|rd|th)?\\.?[\\s-]*(?<name>\\p{L}{3,10})[.,]?[\\s-]*(?<year>\\d{4}|\\d{2})(?:[T,\\s]+|$)"
                    + TIME + ZONE),
            Pattern.compile(
                    "(?:\\p{L}++\\.?(?:\\s*+,)?\\s++)?(?<name>\\p{L}{3,10})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,\\s*|\\s+)"
                            + "(?<year>\\d{4})(?:[,\\s]+|$)" + TIME + ZONE),
            Pattern.compile("\\p{L}{3}\\s+(?<name>\\p{L}{3,10})\\s+(?<day>\\d{1,2})\\s+" + TIME
                    + "\\s*(?<zone>[A-Z]{0,4})\\s*(?<year>\\d{4})"));

    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern PLACE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z_/]+");
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC?|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?(?:\\s*\\(.*\\)?)?");

    /** RFC 2822 section 4.3, and those that European and Asian publishers write. */
    private static final Map<String, Integer> ZONE_MINUTES = Map.ofEntries(
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420),
            Map.entry("AKST", -540),
            Map.entry("AKDT", -480),
            Map.entry("HST", -600),
            Map.entry("WET", 0),
            Map.entry("WEST", 60),
            Map.entry("BST", 60),
            Map.entry("CET", 60),
            Map.entry("MEZ", 60),
            Map.entry("CEST", 120),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660),
            Map.entry("NZST", 720),
            Map.entry("NZDT", 780));

    /** First letters, without accents, in English, German, French, Spanish, Italian, Portuguese, Dutch and Nordic. */
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "jän", "ene", "gen"),
            List.of("feb", "fev"),
            List.of("mar", "mär", "maa", "mrt"),
            List.of("apr", "avr", "abr"),
            List.of("may", "mai", "mei", "maj", "mag"),
            List.of("jun", "juin", "giu"),
            List.of("jul", "juil", "lug"),
            List.of("aug", "aou", "ago"),
            List.of("sep", "set"),
            List.of("oct", "okt", "ott", "out"),
            List.of("nov"),
            List.of("dec", "dez", "dic", "des"));

    private FeedDates() {}

    static Optional<Instant> read(String written) {
        String text = written.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        Optional<Instant> usual = usual(text);
        if (usual.isPresent()) {
            return usual;
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        for (Pattern shape : SHAPES) {
            Matcher match = shape.matcher(text);
            Optional<Instant> read = match.matches() ? instant(match) : Optional.empty();
            if (read.isPresent()) {
                return read;
            }
        }
        return Optional.empty();
    }

    /** As nearly all feeds write it, which is found five times as fast so; the day of the week may be wrong. */
    private static Optional<Instant> usual(String text) {
        ParsePosition read = new ParsePosition(0);
        TemporalAccessor date = DateTimeFormatter.RFC_1123_DATE_TIME.parseUnresolved(text, read);
        if (date == null || read.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(field(date, YEAR), field(date, MONTH_OF_YEAR), field(date, DAY_OF_MONTH))
                    .atTime(
                            field(date, HOUR_OF_DAY),
                            field(date, MINUTE_OF_HOUR),
                            date.isSupported(SECOND_OF_MINUTE) ? field(date, SECOND_OF_MINUTE) : 0)
                    .toInstant(ZoneOffset.ofTotalSeconds(field(date, OFFSET_SECONDS))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int field(TemporalAccessor date, ChronoField field) {
        return Math.toIntExact(date.getLong(field));
    }

    private static Optional<Instant> instant(Matcher match) {
        try {
            LocalDate day = LocalDate.of(year(match.group("year")), month(match), Integer.parseInt(match.group("day")));
            ZoneId zone = zone(match.group("zone"));
            return Optional.of(day.atStartOfDay().plus(time(match)).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** RFC 2822 section 4.3 puts two digits into 1950 to 2049. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < 50 ? 2000 + year : 1900 + year;
    }

    private static int month(Matcher match) {
        String name = group(match, "name");
        return name.isEmpty() ? Integer.parseInt(match.group("month")) : month(name);
    }

    private static int month(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        for (int i = 0; i < MONTHS.size(); i++) {
            for (String start : MONTHS.get(i)) {
                if (plain.startsWith(start)) {
                    return i + 1;
                }
            }
        }
        throw new DateTimeException("no month");
    }

    private static Duration time(Matcher match) {
        String given = group(match, "hour");
        if (given.isEmpty()) {
            return Duration.ZERO;
        }
        int hour = hour(Integer.parseInt(given), group(match, "half"));
        int minute = Integer.parseInt(match.group("minute"));
        String seconds = group(match, "second");
        int second = seconds.isEmpty() ? 0 : Math.min(59, Integer.parseInt(seconds));
        if (hour > 24 || minute > 59) {
            throw new DateTimeException("no such time");
        }
        return Duration.ofHours(hour)
                .plusMinutes(minute)
                .plusSeconds(second)
                .plusNanos(nanos(group(match, "fraction")));
    }

    private static int hour(int hour, String half) {
        if (half.isEmpty() || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.toLowerCase(Locale.ROOT).startsWith("p") ? 12 : 0);
    }

    private static long nanos(String fraction) {
        return fraction.isEmpty() ? 0 : Long.parseLong((fraction + "00000000").substring(0, 9));
    }

    /** Not every shape has every group. */
    private static String group(Matcher match, String name) {
        return match.namedGroups().containsKey(name)
                ? Optional.ofNullable(match.group(name)).orElse("")
                : "";
    }

    private static ZoneId zone(String written) {
        String name = written.strip();
        Matcher offset = OFFSET.matcher(name);
        if (offset.matches()) {
            int hours = Integer.parseInt(offset.group(2));
            int minutes =
                    Optional.ofNullable(offset.group(3)).map(Integer::parseInt).orElse(0);
            int sign = offset.group(1).equals("-") ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        }
        Integer minutes = ZONE_MINUTES.get(name.toUpperCase(Locale.ROOT));
        if (minutes != null) {
            return ZoneOffset.ofTotalSeconds(minutes * 60);
        }
        return PLACE.matcher(name).matches() ? ZoneId.of(name) : ZoneOffset.UTC;
    }
}
