package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.delivery.DeliveryException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DiscordPacingTest {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);
    private final DiscordPacing pacing = new DiscordPacing();

    @Test
    void givesThirtyFiveTurnsASecondOverAllChannels() {
        for (int i = 0; i < 35; i++) {
            assertThat(pacing.reserve(DiscordAddress.channel("1", i), NOON, LONG))
                    .isLessThan(Duration.ofSeconds(1));
        }

        assertThat(pacing.reserve(DiscordAddress.channel("1", 36), NOON, LONG))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void givesOneDirectMessageASecond() {
        assertThat(pacing.reserve(DiscordAddress.direct(1), NOON, LONG)).isZero();
        assertThat(pacing.reserve(DiscordAddress.direct(2), NOON, LONG)).hasSeconds(1);
        assertThat(pacing.reserve(DiscordAddress.direct(3), NOON, LONG)).hasSeconds(2);
    }

    @Test
    void tellsEverybodyWhoCannotWaitAnotherTimeToComeBack() {
        Duration longest = Duration.ofSeconds(3);

        List<Duration> waits = LongStream.range(0, 10_000)
                .mapToObj(person -> pacing.reserve(DiscordAddress.direct(person), NOON, longest))
                .toList();

        assertThat(waits).doesNotHaveDuplicates().isSorted().last().isEqualTo(Duration.ofSeconds(9_999));
        assertThat(pacing.reserve(DiscordAddress.direct(4), NOON.plus(waits.get(4)), longest))
                .isZero();
        assertThat(pacing.reserve(DiscordAddress.direct(10_000), NOON.plusSeconds(10_000), longest))
                .as("later, when nobody waits any more")
                .isZero();
    }

    @Test
    void keepsThePauseOfOneChannelFromTheOthers() {
        Duration longest = Duration.ofSeconds(3);
        pacing.pause(DiscordAddress.channel("1", 1), NOON.plusSeconds(600));
        assertThat(pacing.reserve(DiscordAddress.channel("1", 1), NOON, longest))
                .hasMinutes(10);

        for (int i = 2; i < 200; i++) {
            assertThat(pacing.reserve(DiscordAddress.channel("1", i), NOON, longest))
                    .isLessThan(Duration.ofSeconds(6));
        }
    }

    @Test
    void keepsWhoWaitsForAnAnswerBeforeThoseWhoComeBackLater() throws DeliveryException {
        TestClock clock = new TestClock(NOON);
        DiscordTurns turns = new DiscordTurns(pacing, clock, clock);
        for (int person = 0; person < 4; person++) {
            pacing.reserve(DiscordAddress.direct(person), NOON, Duration.ofSeconds(3));
        }
        assertThatThrownBy(() -> turns.await(DiscordAddress.direct(4))).isInstanceOf(DeliveryException.class);
        assertThat(clock.instant()).isEqualTo(NOON);

        turns.ofAnswers().await(DiscordAddress.direct(5));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(4));
        assertThat(pacing.reserve(DiscordAddress.direct(6), clock.instant(), LONG))
                .isEqualTo(DiscordPacing.DIRECT_GAP);
        pacing.pauseAll(clock.instant().plus(Duration.ofMinutes(10)));
        assertThatThrownBy(() -> turns.ofAnswers().awaitAny())
                .as("as long as Discord wants, nobody waits")
                .isInstanceOf(DeliveryException.class);
    }

    @Test
    void reservesNothingThatComesTooLate() {
        DiscordAddress place = DiscordAddress.channel("1", 2);
        pacing.pause(place, NOON.plusSeconds(60));

        assertThat(pacing.reserve(place, NOON, Duration.ofSeconds(5))).hasSeconds(60);
        assertThat(pacing.reserve(DiscordAddress.channel("1", 3), NOON, LONG)).isZero();
    }
}
