package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.DeliveryException.Remedy;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordFailuresTest {
    @ParameterizedTest
    @CsvSource({
        "403, 50007, DISABLE",
        "403, 50278, DISABLE",
        "404, 10003, DISABLE",
        "404, 10004, DISABLE",
        "403, 50001, DISABLE",
        "403, 50013, DISABLE",
        "403, 0, DISABLE",
        "400, 50035, DROP",
        "400, 200000, DROP",
        "400, 240000, DROP",
        "413, 40005, DROP",
        "404, 10008, DROP",
        "400, 99999, DROP",
        "401, 0, RETRY",
        "403, 40003, RETRY",
        "429, 0, RETRY",
        "500, 0, LOOK",
        "503, 0, LOOK"
    })
    void everyErrorHasARemedy(int status, int code, Remedy remedy) {
        assertThat(DiscordFailures.refused(status, code).remedy()).isEqualTo(remedy);
    }

    @Test
    void neverComesBackSoonAfterItWasNotAuthorized() {
        assertThat(DiscordFailures.refused(401, 0).retryAfter()).isGreaterThanOrEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void looksOnlyWhereTheMessageMayBePosted() {
        assertThat(DiscordFailures.broken(new ConnectException()).remedy()).isEqualTo(Remedy.RETRY);
        assertThat(DiscordFailures.broken(new IOException()).remedy()).isEqualTo(Remedy.LOOK);
    }
}
