package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    /** A Tuesday. */
    private static final Instant LAST = Instant.parse("2024-03-05T05:00:00Z");

    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void asksAWeeklyShowSeldomUntilItsDayAndHour() {
        Rhythm weekly = Rhythm.of(every(Duration.ofDays(7), 10)).orElseThrow();

        assertThat(asked(weekly, LAST.plus(Duration.ofHours(7)), 6).getLast())
                .isEqualTo(LAST.plus(Duration.ofHours(7 + 6 * 6)));
        Instant eve = LAST.plus(Duration.ofDays(7)).minus(Duration.ofHours(5));
        assertThat(asked(weekly, eve, 3))
                .containsExactly(
                        eve.plus(HOUR.multipliedBy(3)), eve.plus(HOUR.multipliedBy(4)), eve.plus(HOUR.multipliedBy(5)));
    }

    @Test
    void findsAnEpisodeThatIsOnTimeWithinAnHour() {
        for (int days : List.of(1, 2, 7, 14, 30)) {
            Rhythm rhythm = Rhythm.of(every(Duration.ofDays(days), 12)).orElseThrow();
            Instant release = LAST.plus(Duration.ofDays(days)).plus(Duration.ofMinutes(30));
            Instant now = LAST;
            while (now.isBefore(release)) {
                now = rhythm.next(now, now.plus(HOUR));
            }
            assertThat(Duration.between(release, now)).as("every %d days", days).isLessThanOrEqualTo(HOUR);
        }
    }

    @Test
    void findsAnEpisodeOutOfTurnWithinHours() {
        Rhythm monthly = Rhythm.of(every(Duration.ofDays(30), 12)).orElseThrow();
        Instant now = LAST.plus(Duration.ofDays(3));

        assertThat(monthly.next(now, now.plus(HOUR))).isEqualTo(now.plus(Duration.ofHours(6)));
    }

    @Test
    void neverAsksSoonerThanAllowed() {
        Rhythm weekly = Rhythm.of(every(Duration.ofDays(7), 10)).orElseThrow();
        Instant wished = LAST.plus(Duration.ofDays(3));

        assertThat(weekly.next(LAST, wished)).isEqualTo(wished);
    }

    @Test
    void knowsNoRhythmOfANewShowOrOfNews() {
        assertThat(Rhythm.of(every(Duration.ofDays(7), 4))).isEmpty();
        assertThat(Rhythm.of(every(Duration.ofHours(3), 50))).isEmpty();
        assertThat(Rhythm.of(IntStream.range(0, 50).mapToObj(i -> LAST).toList()))
                .isEmpty();
    }

    private static List<Instant> asked(Rhythm rhythm, Instant from, int times) {
        return java.util.stream.Stream.iterate(from, now -> rhythm.next(now, now.plus(HOUR)))
                .skip(1)
                .limit(times)
                .toList();
    }

    private static List<Instant> every(Duration pause, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> LAST.minus(pause.multipliedBy(i)))
                .toList();
    }
}
