package io.briefcast.command.verb;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as people type them: {@code yesterday}, {@code friday}, {@code 2w}, {@code 2026-03-09}. */
final class DateText {
    private static final Pattern SPAN = Pattern.compile(
            "(?:last\\s+|in\\s+|for\\s+)?(\\d{1,3})\\s*(d|w|m|y|days?|weeks?|months?|years?)(?:\\s+ago)?");

    private static final Pattern HOURS = Pattern.compile("(?:last\\s+)?(\\d{1,4})\\s*(?:h|hours?)(?:\\s+ago)?");

    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private DateText() {}

    /** A day that has been: a weekday is the latest one, today included. */
    static Optional<LocalDate> past(String typed, LocalDate today) {
        String text = plain(typed);
        return switch (text) {
            case "today" -> Optional.of(today);
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "last week" -> Optional.of(today.minusWeeks(1));
            case "last month" -> Optional.of(today.minusMonths(1));
            default ->
                date(text)
                        .or(() -> Weekdays.day(text).map(day -> today.with(TemporalAdjusters.previousOrSame(day))))
                        .or(() -> span(text).map(today::minus));
        };
    }

    /** The moment since when: the start of a past day by the asker's clock, or so many hours ago. */
    static Optional<Instant> since(String typed, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return hours(plain(typed))
                .map(now::minus)
                .or(() -> past(typed, today).map(day -> day.atStartOfDay(zone).toInstant()));
    }

    private static Optional<Duration> hours(String text) {
        Matcher matcher = HOURS.matcher(text);
        return matcher.matches() ? Optional.of(Duration.ofHours(Integer.parseInt(matcher.group(1)))) : Optional.empty();
    }

    /** A day to come, today included: a weekday is the next one. */
    static Optional<LocalDate> coming(String typed, LocalDate today) {
        String text = plain(typed);
        return switch (text) {
            case "today" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            default ->
                date(text)
                        .or(() -> Weekdays.day(text).map(day -> next(day, today)))
                        .or(() -> span(text).map(today::plus));
        };
    }

    private static LocalDate next(DayOfWeek day, LocalDate today) {
        return today.with(TemporalAdjusters.next(day));
    }

    private static String plain(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<LocalDate> date(String text) {
        if (!ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Period> span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2).charAt(0)) {
                    case 'd' -> Period.ofDays(count);
                    case 'w' -> Period.ofWeeks(count);
                    case 'm' -> Period.ofMonths(count);
                    default -> Period.ofYears(count);
                });
    }
}
