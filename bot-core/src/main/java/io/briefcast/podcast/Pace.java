package io.briefcast.podcast;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * How seldom a feed wants to be asked, by RSS 2.0 ({@code ttl}, {@code skipHours}, {@code skipDays}) and the RSS 1.0
 * syndication module.
 *
 * @param least shortest time between two requests; zero when not said
 * @param skippedHours 0 to 23, in UTC, never all of them
 * @param skippedDays in UTC, never all of them
 */
public record Pace(Duration least, Set<Integer> skippedHours, Set<DayOfWeek> skippedDays) {
    /** A feed that says nothing. */
    public static final Pace ANY = new Pace(Duration.ZERO, Set.of(), Set.of());

    private static final int HOURS_OF_A_WEEK = 24 * 7;

    public Pace {
        skippedHours = skippedHours.size() >= 24 ? Set.of() : Set.copyOf(skippedHours);
        skippedDays = skippedDays.size() >= 7 ? Set.of() : Set.copyOf(skippedDays);
    }

    /** The given moment, or the beginning of the next hour in which the feed may be asked. */
    public Instant from(Instant moment) {
        Instant next = moment;
        for (int hours = 0; hours < HOURS_OF_A_WEEK && isSkipped(next); hours++) {
            next = next.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return next;
    }

    private boolean isSkipped(Instant moment) {
        OffsetDateTime time = moment.atOffset(ZoneOffset.UTC);
        return skippedHours.contains(time.getHour()) || skippedDays.contains(time.getDayOfWeek());
    }
}
