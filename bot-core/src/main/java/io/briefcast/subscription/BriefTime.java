package io.briefcast.subscription;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;

/**
 * When a brief is due, by the audience's own clock.
 *
 * @param at local time of day
 * @param zone IANA zone
 * @param days weekdays on which a brief is due
 */
public record BriefTime(LocalTime at, ZoneId zone, Set<DayOfWeek> days) {
    public BriefTime {
        days = Set.copyOf(days);
    }

    /** Whether a brief is due on this local date at all. */
    public boolean isDue(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }
}
