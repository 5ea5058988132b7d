package io.briefcast.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.subscription.BriefTime.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
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

    @Test
    void everyZoneGetsOneBriefForEveryDateItHad() {
        int dates = 0;
        int missing = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            BriefTime time = BriefTime.daily(HALF_PAST_TWO, zone);
            Instant before = Instant.MIN;
            for (LocalDate day = LocalDate.of(1970, 1, 1); day.getYear() < 2038; day = day.plusDays(1)) {
                Optional<Due> due = time.on(day);
                dates++;
                if (due.isEmpty()) {
                    missing++;
                    continue;
                }
                if (!due.get().moment().isAfter(before)) {
                    throw new AssertionError("%s %s is not after the day before".formatted(id, day));
                }
                before = due.get().moment();
            }
        }
        assertThat(dates).isGreaterThan(10_000_000);
        assertThat(missing).isBetween(5, 40);
    }
}
