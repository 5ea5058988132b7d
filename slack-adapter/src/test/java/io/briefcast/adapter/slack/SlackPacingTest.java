package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SlackPacingTest {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final Duration LONG = Duration.ofHours(1);
    private final SlackPacing pacing = new SlackPacing();

    @Test
    void givesAChannelOneTurnASecond() {
        SlackAddress place = new SlackAddress("T1", "C1");

        assertThat(pacing.reserve(place, NOON, LONG)).isZero();
        assertThat(pacing.reserve(place, NOON, LONG)).hasSeconds(1);
        assertThat(pacing.reserve(place, NOON, LONG)).hasSeconds(2);
        assertThat(pacing.reserve(place, NOON.plusSeconds(9), LONG)).isZero();
    }

    @Test
    void givesAWorkspaceFourTurnsASecond() {
        for (int i = 0; i < 40; i++) {
            assertThat(pacing.reserve(new SlackAddress("T1", "C" + i), NOON, LONG))
                    .hasMillis(250L * i);
        }
    }

    @Test
    void keepsWorkspacesApart() {
        pacing.reserve(new SlackAddress("T1", "C1"), NOON, LONG);

        assertThat(pacing.reserve(new SlackAddress("T2", "C1"), NOON, LONG)).isZero();
    }

    @Test
    void reservesNothingThatComesTooLate() {
        SlackAddress place = new SlackAddress("T1", "C1");
        pacing.pause(place, NOON, NOON.plusSeconds(60));

        assertThat(pacing.reserve(place, NOON, Duration.ofSeconds(5))).hasSeconds(60);
        assertThat(pacing.reserve(place, NOON, Duration.ofSeconds(5))).hasSeconds(60);
    }

    @Test
    void aBusyChannelKeepsNoOtherWaiting() {
        for (int i = 0; i < 5; i++) {
            pacing.reserve(new SlackAddress("T1", "C1"), NOON, LONG);
        }

        assertThat(pacing.reserve(new SlackAddress("T1", "C2"), NOON, LONG)).hasMillis(5 * 250L);
    }

    @Test
    void aSecondChannelThatIsAskedToWaitMeansTheWholeWorkspace() {
        pacing.pause(new SlackAddress("T1", "C1"), NOON, NOON.plusSeconds(60));
        assertThat(pacing.reserve(new SlackAddress("T1", "C3"), NOON, LONG)).isZero();

        pacing.pause(new SlackAddress("T1", "C2"), NOON.plusSeconds(1), NOON.plusSeconds(90));

        assertThat(pacing.reserve(new SlackAddress("T1", "C3"), NOON.plusSeconds(2), LONG))
                .hasSeconds(88);
        assertThat(pacing.reserve(new SlackAddress("T2", "C3"), NOON.plusSeconds(2), LONG))
                .isZero();
    }
}
