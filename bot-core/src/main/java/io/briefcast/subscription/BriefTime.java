package io.briefcast.subscription;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a brief is due, by the audience's own clock. One brief a local date: a time that the clock skips is due right
 * after the gap, a time that occurs twice is due the first time, and a date that the zone never had is left out.
 *
 * @param at local time of day
 * @param zone IANA zone
 * @param days weekdays on which a brief is due, at least one
 */
public record BriefTime(LocalTime at, ZoneId zone, Set<DayOfWeek> days) {
    /** A weekday comes back within 7 days, one more for a date that does not exist. */
    private static final int DAYS_AHEAD = 8;

    public BriefTime {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a brief needs at least one weekday");
        }
    }

    /** Every day at this time. */
    public static BriefTime daily(LocalTime at, ZoneId zone) {
        return new BriefTime(at, zone, Set.of(DayOfWeek.values()));
    }

    /** A due brief: its local date, which is its identity, and the moment. */
    public record Due(LocalDate day, Instant moment) {}

    /** The moment at which the brief of a local date is due; empty when none is due on that date. */
    public Optional<Due> on(LocalDate day) {
        return days.contains(day.getDayOfWeek()) ? moment(day).map(moment -> new Due(day, moment)) : Optional.empty();
    }

    /** The first brief that is due strictly after {@code now} and whose local date is after {@code last}. */
    public Due next(Instant now, Optional<LocalDate> last) {
        LocalDate today = LocalDate.ofInstant(now, zone).minusDays(1);
        LocalDate first = last.map(day -> day.plusDays(1))
                .filter(day -> day.isAfter(today))
                .orElse(today);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(DAYS_AHEAD + 2L)
                .flatMap(day -> on(day).stream())
                .filter(due -> due.moment().isAfter(now))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no brief is due within a week after " + now));
    }

    private Optional<Instant> moment(LocalDate day) {
        LocalDateTime local = day.atTime(at);
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(local);
        if (!offsets.isEmpty()) {
            return Optional.of(local.toInstant(offsets.getFirst()));
        }
        ZoneOffsetTransition gap = rules.getTransition(local);
        return swallows(gap, day) ? Optional.empty() : Optional.of(gap.getInstant());
    }

    /** Some zones crossed the date line and never had a date, such as Apia 2011-12-30. */
    private static boolean swallows(ZoneOffsetTransition gap, LocalDate day) {
        return !gap.getDateTimeBefore().isAfter(day.atStartOfDay())
                && !gap.getDateTimeAfter().isBefore(day.plusDays(1).atStartOfDay());
    }
}
