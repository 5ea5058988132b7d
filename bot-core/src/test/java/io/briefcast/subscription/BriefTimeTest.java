package io.briefcast.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.subscription.BriefTime.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BriefTimeTest {
    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime HALF_PAST_TWO = LocalTime.of(2, 30);
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void theNextBriefIsTomorrowOnceTodaysHourHasPassed() {
        BriefTime time = BriefTime.daily(EIGHT, BERLIN);

        assertThat(time.next(Instant.parse("2026-01-05T06:59:59Z"), Optional.empty()))
                .isEqualTo(new Due(LocalDate.of(2026, 1, 5), Instant.parse("2026-01-05T07:00:00Z")));
        assertThat(time.next(Instant.parse("2026-01-05T07:00:00Z"), Optional.empty()))
                .isEqualTo(new Due(LocalDate.of(2026, 1, 6), Instant.parse("2026-01-06T07:00:00Z")));
    }

    @Test
    void aTimeInTheGapIsDueRightAfterIt() {
        assertThat(BriefTime.daily(HALF_PAST_TWO, BERLIN).on(LocalDate.of(2026, 3, 29)))
                .contains(new Due(LocalDate.of(2026, 3, 29), Instant.parse("2026-03-29T01:00:00Z")));
    }

    @Test
    void aTimeThatOccursTwiceIsDueTheFirstTime() {
        assertThat(BriefTime.daily(HALF_PAST_TWO, BERLIN).on(LocalDate.of(2026, 10, 25)))
                .contains(new Due(LocalDate.of(2026, 10, 25), Instant.parse("2026-10-25T00:30:00Z")));
    }

    @Test
    void aDateThatTheZoneNeverHadIsLeftOut() {
        BriefTime apia = BriefTime.daily(EIGHT, ZoneId.of("Pacific/Apia"));

        assertThat(apia.on(LocalDate.of(2011, 12, 30))).isEmpty();
        assertThat(apia.next(Instant.parse("2011-12-29T18:00:00Z"), Optional.empty())
                        .day())
                .isEqualTo(LocalDate.of(2011, 12, 31));
    }

    @Test
    void onlyTheChosenWeekdaysAreDue() {
        BriefTime monday = new BriefTime(EIGHT, BERLIN, Set.of(DayOfWeek.MONDAY));

        assertThat(monday.next(Instant.parse("2026-01-05T12:00:00Z"), Optional.empty())
                        .day())
                .isEqualTo(LocalDate.of(2026, 1, 12));
    }

    @Test
    void aNewHourOrZoneNeverGivesASecondBriefOfADay() {
        LocalDate sent = LocalDate.of(2026, 1, 5);
        BriefTime later = BriefTime.daily(LocalTime.of(20, 0), ZoneId.of("America/New_York"));

        assertThat(later.next(Instant.parse("2026-01-05T07:30:00Z"), Optional.of(sent))
                        .day())
                .isEqualTo(LocalDate.of(2026, 1, 6));
    }

    @Test
    void aBriefWithoutAWeekdayIsRefused() {
        assertThatThrownBy(() -> new BriefTime(EIGHT, BERLIN, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weekday");
    }

    private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2037, 12, 31);

    private static final List<LocalTime> HOURS = List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(0, 30),
            LocalTime.of(1, 59),
            LocalTime.of(2, 0),
            HALF_PAST_TWO,
            LocalTime.of(3, 0),
            EIGHT,
            LocalTime.of(23, 59));

    /** The zones that crossed the date line since 1970 and lost a date, under all their names (tz database, australasia). */
    private static final Set<String> NEVER = Set.of(
            "Pacific/Apia 2011-12-30",
            "Pacific/Fakaofo 2011-12-30",
            "Pacific/Kwajalein 1993-08-21",
            "Kwajalein 1993-08-21",
            "Pacific/Enderbury 1994-12-31",
            "Pacific/Kanton 1994-12-31",
            "Pacific/Kiritimati 1994-12-31");

    @Test
    void everyZoneGetsOneBriefForEveryDateItHadAtEveryHour() {
        Map<ZoneRules, List<String>> zones = ZoneId.getAvailableZoneIds().stream()
                .collect(Collectors.groupingBy(id -> ZoneId.of(id).getRules()));
        Set<String> missing = ConcurrentHashMap.newKeySet();
        LongAdder briefs = new LongAdder();

        zones.entrySet().parallelStream().forEach(zone -> {
            Set<LocalDate> never = neverHad(zone.getKey());
            zone.getValue().forEach(id -> never.forEach(day -> missing.add(id + " " + day)));
            HOURS.forEach(hour -> briefs.add(
                    checked(BriefTime.daily(hour, ZoneId.of(zone.getValue().getFirst())), never)));
        });

        assertThat(missing).containsExactlyInAnyOrderElementsOf(NEVER);
        assertThat(zones).hasSizeGreaterThan(200);
        assertThat(briefs.sum()).isGreaterThan(zones.size() * 198_000L);
    }

    /** The dates that lie in a gap as a whole, from the transitions alone. */
    private static Set<LocalDate> neverHad(ZoneRules rules) {
        Set<LocalDate> never = new HashSet<>();
        Instant at = FIRST.minusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (ZoneOffsetTransition next = rules.nextTransition(at);
                next != null && next.getDateTimeBefore().getYear() <= LAST.getYear();
                next = rules.nextTransition(next.getInstant())) {
            LocalDate day = next.getDateTimeBefore().toLocalDate();
            if (next.isGap()
                    && next.getDateTimeBefore().toLocalTime().equals(LocalTime.MIDNIGHT)
                    && !next.getDateTimeAfter().isBefore(day.plusDays(1).atStartOfDay())) {
                never.add(day);
            }
        }
        return never;
    }

    /** How many briefs came, each at its moment. */
    private static long checked(BriefTime time, Set<LocalDate> never) {
        ZoneRules rules = time.zone().getRules();
        long briefs = 0;
        Instant before = Instant.MIN;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            Optional<Due> due = time.on(day);
            if (due.isPresent() == never.contains(day)) {
                throw new AssertionError("%s on %s gives %s".formatted(time, day, due));
            }
            if (due.isPresent()) {
                Instant moment = due.get().moment();
                if (!moment.equals(expected(day.atTime(time.at()), rules)) || !moment.isAfter(before)) {
                    throw new AssertionError("%s on %s is due at %s".formatted(time, day, moment));
                }
                before = moment;
                briefs++;
            }
        }
        return briefs;
    }

    /** After a gap, and the earlier of two. */
    private static Instant expected(LocalDateTime local, ZoneRules rules) {
        return rules.getValidOffsets(local).stream()
                .map(local::toInstant)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> rules.getTransition(local).getInstant());
    }
}
