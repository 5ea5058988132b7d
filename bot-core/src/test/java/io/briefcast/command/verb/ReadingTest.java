package io.briefcast.command.verb;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

    @ParameterizedTest
    @CsvSource({
        "8, 08:00",
        "8:05, 08:05",
        "08.30, 08:30",
        "20h15, 20:15",
        "8am, 08:00",
        "8:30 PM, 20:30",
        "12am, 00:00",
        "12 p.m., 12:00",
        "noon, 12:00",
        "midnight, 00:00",
        "0:00, 00:00",
        "23:59, 23:59"
    })
    void readsTimesOfDay(String typed, LocalTime time) {
        assertThat(TimeText.read(typed)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:00", "24:00", "8:60", "13pm", "0am", "-1", "8:5", "eight", "", "🎉", "888"})
    void refusesWhatIsNoTimeOfDay(String typed) {
        assertThat(TimeText.read(typed)).isEmpty();
    }

    @Test
    void readsWeekdays() {
        assertThat(Weekdays.read("Daily")).contains(Weekdays.ALL);
        assertThat(Weekdays.read("fri - mon").orElseThrow())
                .containsExactlyInAnyOrder(FRIDAY, SATURDAY, SUNDAY, MONDAY);
        assertThat(Weekdays.read("mondays and Sat").orElseThrow()).containsExactlyInAnyOrder(MONDAY, SATURDAY);
        assertThat(Weekdays.read("t")).isEmpty();
        assertThat(Weekdays.read("mon,never")).isEmpty();
        assertThat(Weekdays.read(",")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "today, 2026-03-09",
        "yesterday, 2026-03-08",
        "friday, 2026-03-06",
        "monday, 2026-03-09",
        "2w, 2026-02-23",
        "3 days ago, 2026-03-06",
        "2026-02-28, 2026-02-28",
        "last week, 2026-03-02",
        "1y, 2025-03-09"
    })
    void readsDaysThatHaveBeen(String typed, LocalDate day) {
        assertThat(DateText.past(typed, TODAY)).contains(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2w, 2026-03-23",
        "sunday, 2026-03-15",
        "monday, 2026-03-16",
        "tomorrow, 2026-03-10",
        "in 1 month, 2026-04-09"
    })
    void readsDaysToCome(String typed, LocalDate day) {
        assertThat(DateText.coming(typed, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "99999999999d", "", "x", "-3d"})
    void refusesWhatIsNoDay(String typed) {
        assertThat(DateText.past(typed, TODAY)).isEqualTo(Optional.empty());
        assertThat(DateText.coming(typed, TODAY)).isEqualTo(Optional.empty());
    }
}
