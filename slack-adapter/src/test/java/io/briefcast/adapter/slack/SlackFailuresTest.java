package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryException.Remedy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackFailuresTest {
    @ParameterizedTest
    @CsvSource({
        "channel_not_found, DISABLE",
        "is_archived, DISABLE",
        "not_in_channel, DISABLE",
        "restricted_action_read_only_channel, DISABLE",
        "messages_tab_disabled, DISABLE",
        "account_inactive, DISABLE",
        "token_revoked, DISABLE",
        "invalid_blocks, DROP",
        "msg_blocks_too_long, DROP",
        "metadata_too_large, DROP",
        "invalid_auth, RETRY",
        "missing_scope, RETRY",
        "ratelimited, RETRY",
        "rate_limited, RETRY",
        "service_unavailable, RETRY",
        "internal_error, LOOK",
        "fatal_error, LOOK",
        "request_timeout, LOOK",
        "something_new, LOOK"
    })
    void everyErrorHasARemedy(String error, Remedy remedy) {
        assertThat(SlackFailures.refused(error).remedy()).isEqualTo(remedy);
    }

    @Test
    void waitsHoursForTheAllowanceOfAWorkspace() {
        assertThat(SlackFailures.refused("message_limit_exceeded").retryAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void saysWhichScopeIsMissing() {
        DeliveryException missing = SlackFailures.refused("missing_scope", Optional.of("users:read"));

        assertThat(missing.remedy()).isEqualTo(Remedy.RETRY);
        assertThat(missing).hasMessageContaining("lacks the scope users:read");
        assertThat(SlackFailures.refused("missing_scope", Optional.of("<b>"))).hasMessageNotContaining("<b>");
    }

    @Test
    void repeatsNothingThatIsNoErrorWord() {
        assertThat(SlackFailures.refused("<script>xoxb-secret")).hasMessage("Slack answered an unreadable error");
    }
}
