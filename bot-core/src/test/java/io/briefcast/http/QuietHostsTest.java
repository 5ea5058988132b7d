package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuietHostsTest {
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private final QuietHosts hosts = new QuietHosts();

    @Test
    void keepsQuietAsLongAsAskedAndTowardsNobodyElse() {
        hosts.keep("busy.example", Duration.ofMinutes(5), NOON);

        assertThat(hosts.left("busy.example", NOON.plusSeconds(60))).contains(Duration.ofMinutes(4));
        assertThat(hosts.left("busy.example", NOON.plusSeconds(300))).isEmpty();
        assertThat(hosts.left("other.example", NOON)).isEmpty();
    }

    @Test
    void keepsQuietForAMinuteTowardsAHostThatNamesNoTime() {
        hosts.keep("busy.example", Duration.ZERO, NOON);

        assertThat(hosts.left("busy.example", NOON)).contains(Duration.ofMinutes(1));
    }

    @Test
    void keepsQuietTowardsAllHostsOfOneOwner() {
        hosts.keep("feeds.harbour.co.uk", Duration.ofMinutes(5), NOON);

        assertThat(hosts.left("audio.harbour.co.uk", NOON)).contains(Duration.ofMinutes(5));
        assertThat(hosts.left("tideway.co.uk", NOON)).isEmpty();
    }

    @Test
    void takesARefusalThatNamesATimeForTheWholeHost() {
        Duration minute = Duration.ofMinutes(1);

        assertThat(QuietHosts.areAskedFor(429, Duration.ZERO)).isTrue();
        assertThat(QuietHosts.areAskedFor(403, minute)).isTrue();
        assertThat(QuietHosts.areAskedFor(403, Duration.ZERO)).isFalse();
        assertThat(QuietHosts.areAskedFor(503, minute)).isFalse();
    }

    @Test
    void isNotSilencedForeverByOneAnswer() {
        hosts.keep("busy.example", Duration.ofDays(7), NOON);

        assertThat(hosts.left("busy.example", NOON.plus(Duration.ofMinutes(16))))
                .isEmpty();
    }
}
