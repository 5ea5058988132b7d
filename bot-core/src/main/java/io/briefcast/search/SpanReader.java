package io.briefcast.search;

import io.briefcast.search.AskedTopic.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the time in a topic, at its end or its beginning: {@code last month}, {@code since March}, {@code in the past two
 * weeks}, {@code before 2026-03-01}. Days are those of somebody's clock. "Last month" lasts until now, for people mean
 * both the one before and the last thirty days.
 */
final class SpanReader {
    private static final String UNITS = "day|week|month|year";
    private static final List<String> NUMBERS = List.of(
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final String MONTHS =
            names(Month.values(), month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    private static final String WEEKDAYS =
            names(DayOfWeek.values(), day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    private static final String MONTH = "(?:%s)(?: 20\\d\\d)?".formatted(MONTHS);
    private static final String DAY = "20\\d\\d-\\d\\d-\\d\\d|yesterday|(?:last )?(?:%s)".formatted(WEEKDAYS);
    private static final String WHEN = "(?:%s|%s|last (?:%s)|20\\d\\d)".formatted(DAY, MONTH, UNITS);

    private static final List<Pattern> AGO =
            phrase("(?:in |over |during |from )?(?:the )?(?:last|past) (?<count>\\d{1,3}|%s) (?<unit>%s)s?"
                    .formatted(String.join("|", NUMBERS), UNITS));
    private static final List<Pattern> PAST =
            phrase("(?:in |over |during |from )?(?:the last|(?:the )?past) (?<unit>%s)".formatted(UNITS));
    private static final List<Pattern> SINCE =
            phrase("(?:since (?<when>%s)|(?<last>(?:from )?last (?:week|month|year)))".formatted(WHEN));
    private static final List<Pattern> THIS = phrase("this (?<unit>week|month|year)");
    private static final List<Pattern> IN =
            phrase("(?:(?:in|during|from) (?<month>%s)|(?:on |from )?(?<day>yesterday|20\\d\\d-\\d\\d-\\d\\d))"
                    .formatted(MONTH));
    private static final List<Pattern> BEFORE = phrase("(?<word>before|until) (?<when>%s)".formatted(WHEN));

    private final LocalDate today;
    private final ZoneId zone;

    SpanReader(Instant now, ZoneId zone) {
        this.today = LocalDate.ofInstant(now, zone);
        this.zone = zone;
    }

    /** At the end, or at the beginning and with a comma after it. */
    private static List<Pattern> phrase(String words) {
        return Stream.of("^%s, (?<rest>.+)$", "^(?<rest>.*?)[ ,]+%s$")
                .map(place -> Pattern.compile(place.formatted(words), Pattern.CASE_INSENSITIVE))
                .toList();
    }

    private static <T> String names(T[] all, Function<T, String> name) {
        return Arrays.stream(all).map(name).collect(Collectors.joining("|"));
    }

    /**
     * A text without its time.
     *
     * @param rest what is left, possibly nothing
     */
    record Cut(String rest, Span span) {}

    Optional<Cut> cut(String text) {
        return first(AGO, text, found -> back(number(found.group("count")), found.group("unit")))
                .or(() -> first(PAST, text, found -> back(1, found.group("unit"))))
                .or(() -> first(BEFORE, text, this::before))
                .or(() -> first(SINCE, text, this::since))
                .or(() -> first(THIS, text, found -> Optional.of(Span.since(start(found.group("unit"), 0), zone))))
                .or(() -> first(IN, text, this::in));
    }

    private Optional<Cut> first(List<Pattern> places, String text, Function<Matcher, Optional<Span>> read) {
        return places.stream()
                .map(place -> place.matcher(text))
                .filter(Matcher::matches)
                .flatMap(found -> read
                        .apply(found)
                        .map(span -> new Cut(found.group("rest").strip(), span))
                        .stream())
                .findFirst();
    }

    private Optional<Span> back(int count, String unit) {
        Period period = switch (unit.toLowerCase(Locale.ROOT)) {
            case "day" -> Period.ofDays(count);
            case "week" -> Period.ofWeeks(count);
            case "month" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
        return Optional.of(Span.since(today.minus(period), zone));
    }

    private static int number(String typed) {
        int word = NUMBERS.indexOf(typed.toLowerCase(Locale.ROOT));
        return word >= 0 ? word : Integer.parseInt(typed);
    }

    private Optional<Span> since(Matcher found) {
        String when = Optional.ofNullable(found.group("when"))
                .orElseGet(() -> found.group("last").replaceFirst("(?i)^from ", ""));
        return days(when).map(days -> Span.since(days.first(), zone));
    }

    private Optional<Span> before(Matcher found) {
        boolean including = found.group("word").equalsIgnoreCase("until");
        return days(found.group("when"))
                .map(days -> new Span(Optional.empty(), Optional.of(including ? days.end() : days.first()), zone));
    }

    private Optional<Span> in(Matcher found) {
        String when = Optional.ofNullable(found.group("month")).orElseGet(() -> found.group("day"));
        return days(when).map(days -> new Span(Optional.of(days.first()), Optional.of(days.end()), zone));
    }

    private LocalDate start(String unit, int ago) {
        return switch (unit) {
            case "day" -> today.minusDays(ago);
            case "week" ->
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(ago);
            case "month" -> today.withDayOfMonth(1).minusMonths(ago);
            default -> today.withDayOfYear(1).minusYears(ago);
        };
    }

    private Optional<Days> days(String typed) {
        String when = typed.toLowerCase(Locale.ROOT);
        if (when.matches("20\\d\\d")) {
            LocalDate first = LocalDate.of(Integer.parseInt(when), 1, 1);
            return Optional.of(new Days(first, first.plusYears(1)));
        }
        if (when.startsWith("20")) {
            return date(when).map(Days::one);
        }
        if (when.equals("yesterday")) {
            return Optional.of(Days.one(today.minusDays(1)));
        }
        String name = when.replaceFirst("^last ", "");
        if (name.matches(UNITS)) {
            return Optional.of(new Days(start(name, 1), start(name, 0)));
        }
        return weekday(name).map(Days::one).or(() -> month(name));
    }

    private static Optional<LocalDate> date(String iso) {
        try {
            return Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The latest one, today included. */
    private Optional<LocalDate> weekday(String name) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equalsIgnoreCase(name))
                .findFirst()
                .map(day -> today.with(TemporalAdjusters.previousOrSame(day)));
    }

    /** Without a year, the latest one that has begun. */
    private Optional<Days> month(String typed) {
        String[] parts = typed.split(" ", -1);
        return Arrays.stream(Month.values())
                .filter(month -> month.name().equalsIgnoreCase(parts[0]))
                .findFirst()
                .map(month -> parts.length > 1 ? YearMonth.of(Integer.parseInt(parts[1]), month) : latest(month))
                .map(month -> new Days(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    private YearMonth latest(Month month) {
        YearMonth thisYear = YearMonth.of(today.getYear(), month);
        return thisYear.isAfter(YearMonth.from(today)) ? thisYear.minusYears(1) : thisYear;
    }

    /** From the first to the day before the end. */
    private record Days(LocalDate first, LocalDate end) {
        static Days one(LocalDate day) {
            return new Days(day, day.plusDays(1));
        }
    }
}
