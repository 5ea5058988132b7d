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
        "403, 0, RETRY",
        "403, 403, RETRY",
        "404, 0, RETRY",
        "404, 404, RETRY",
        "403, 20001, DROP",
        "400, 50008, DISABLE",
        "400, 50024, DISABLE",
        "400, 50033, DISABLE",
        "404, 10013, DISABLE",
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

    @ParameterizedTest
    @CsvSource({
        "401, 0, EVERYTHING",
        "429, 0, EVERYTHING",
        "403, 0, EVERYTHING",
        "404, 404, EVERYTHING",
        "403, 50001, THIS",
        "404, 10003, THIS",
        "400, 40003, OPENING",
        "403, 20016, THIS",
        "500, 0, THIS"
    })
    void everyErrorHasAScope(int status, int code, DiscordFailures.Scope scope) {
        assertThat(DiscordFailures.scope(status, code)).isEqualTo(scope);
    }

    @Test
    void looksOnlyWhereTheMessageMayBePosted() {
        assertThat(DiscordFailures.broken(new ConnectException()).remedy()).isEqualTo(Remedy.RETRY);
        assertThat(DiscordFailures.broken(new IOException()).remedy()).isEqualTo(Remedy.LOOK);
    }
}
