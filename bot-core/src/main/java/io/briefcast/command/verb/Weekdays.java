package io.briefcast.command.verb;

import io.briefcast.message.Phrase;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads and writes weekdays: {@code weekdays}, {@code mon,wed,fri}, {@code mon-thu}. */
final class Weekdays {
    static final Set<DayOfWeek> ALL = Set.copyOf(EnumSet.allOf(DayOfWeek.class));
    private static final Set<DayOfWeek> WORK = Set.copyOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    /** Fewer letters do not tell Tuesday from Thursday. */
    private static final int SHORTEST = 2;

    private Weekdays() {}

    /** The days, at least one; empty when the text names none or something else. */
    static Optional<Set<DayOfWeek>> read(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replaceAll("\\s*[-–]\\s*", "-");
        return switch (text) {
            case "daily", "every day", "everyday", "all" -> Optional.of(ALL);
            case "weekdays", "workdays" -> Optional.of(WORK);
            case "weekends", "weekend" -> Optional.of(WEEKEND);
            default -> list(text);
        };
    }

    private static Optional<Set<DayOfWeek>> list(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split("(?:[\\s,;+&]|\\band\\b)+", 0)) {
            Set<DayOfWeek> named = range(part);
            if (named.isEmpty()) {
                return Optional.empty();
            }
            days.addAll(named);
        }
        return Optional.of(days).filter(named -> !named.isEmpty());
    }

    /** One day, or the days from one to another, over the end of the week too. */
    private static Set<DayOfWeek> range(String part) {
        String[] ends = part.split("-", 2);
        Optional<DayOfWeek> from = day(ends[0]);
        Optional<DayOfWeek> to = day(ends[ends.length - 1]);
        if (from.isEmpty() || to.isEmpty()) {
            return Set.of();
        }
        Set<DayOfWeek> days = EnumSet.of(from.get());
        for (DayOfWeek day = from.get(); day != to.get(); ) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    /** The day whose English name begins so. */
    static Optional<DayOfWeek> day(String text) {
        String start = text.length() > SHORTEST + 1 && text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
        return start.length() < SHORTEST
                ? Optional.empty()
                : Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().toLowerCase(Locale.ROOT).startsWith(start))
                        .findFirst();
    }

    /** In words: {@code every day}, {@code on weekdays}, {@code on Mon, Wed}. */
    static Phrase words(Set<DayOfWeek> days) {
        if (days.equals(ALL)) {
            return Phrase.of("every day");
        }
        if (days.equals(WORK)) {
            return Phrase.of("on weekdays");
        }
        if (days.equals(WEEKEND)) {
            return Phrase.of("on weekends");
        }
        return Phrase.of("on %s", days.stream().sorted().toList());
    }
}
