package io.briefcast.message;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/** Days and hours as a language writes them; the patterns are phrases like others. */
final class Calendar {
    private Calendar() {}

    /** {@code Tuesday, 10 March}. */
    static String day(LocalDate day, Locale language) {
        return pattern("EEEE, d MMMM", language).format(day);
    }

    /** {@code Tuesday, 10 March 2026}. */
    static String dated(LocalDate day, Locale language) {
        return pattern("EEEE, d MMMM yyyy", language).format(day);
    }

    /** {@code 8:00}. */
    static String time(LocalTime time, Locale language) {
        return pattern("H:mm", language).format(time);
    }

    /** {@code 10 Mar, 8:00}. */
    static String moment(ZonedDateTime moment, Locale language) {
        return pattern("d MMM", language).format(moment) + ", " + time(moment.toLocalTime(), language);
    }

    /** {@code Tue}. */
    static String weekday(DayOfWeek day, Locale language) {
        return day.getDisplayName(TextStyle.SHORT, language);
    }

    private static DateTimeFormatter pattern(String english, Locale language) {
        return DateTimeFormatter.ofPattern(Phrasebook.find(english, language), language);
    }
}
