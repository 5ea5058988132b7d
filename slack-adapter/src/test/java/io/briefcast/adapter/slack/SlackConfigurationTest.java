package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SlackConfigurationTest {
    @Test
    void readsTokensWithoutEverPrintingThem() {
        SlackSettings settings = settings(Map.of(
                "briefcast.slack.bot-token", "xoxb-secret",
                "briefcast.slack.app-token", "xapp-secret",
                "briefcast.slack.admins", "U1,U2"));

        assertThat(settings.botToken().orElseThrow().reveal()).isEqualTo("xoxb-secret");
        assertThat(settings.admins()).containsExactlyInAnyOrder("U1", "U2");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void refusesAnApiAddressThatMethodsCannotBeAddedTo() {
        assertThatThrownBy(() -> settings(Map.of("briefcast.slack.api-url", "https://slack.example/api")))
                .rootCause()
                .hasMessageContaining("briefcast.slack.api-url is https://slack.example/api");
    }

    @Test
    void saysWhichTokenIsMissing() {
        assertThatThrownBy(() -> settings(Map.of("briefcast.slack.bot-token", "xoxb-secret")))
                .rootCause()
                .hasMessageContaining("briefcast.slack.app-token")
                .hasMessageContaining("briefcast.slack.signing-secret")
                .hasMessageNotContaining("xoxb-secret");
    }

    @ParameterizedTest
    @CsvSource({
        "xapp-secret, xoxb-secret, bot-token is a token that begins with xapp-",
        "xoxb-secret, xoxb-secret, app-token is a token that begins with xoxb-",
        "xoxp-secret, xapp-secret, bot-token is a token that begins with xoxp-",
        "xoxe.xoxb-secret, xapp-secret, bot-token is a token that begins with xoxe.xoxb-",
        "hunter2-secret, xapp-secret, bot-token is no token of Slack",
        "'xoxb-secret xapp-secret', xapp-secret, and has no blanks"
    })
    void saysWhichTokenIsNotTheOneThatIsWanted(String bot, String app, String why) {
        assertThatThrownBy(() -> settings(Map.of("briefcast.slack.bot-token", bot, "briefcast.slack.app-token", app)))
                .rootCause()
                .hasMessageContaining(why)
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesTwoWaysToConnectAtOnce() {
        assertThatThrownBy(() -> settings(Map.of(
                        "briefcast.slack.bot-token", "xoxb-secret",
                        "briefcast.slack.app-token", "xapp-secret",
                        "briefcast.slack.signing-secret", "signing")))
                .rootCause()
                .hasMessageContaining("are both set");
    }

    private static SlackSettings settings(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("briefcast.slack", Bindable.of(SlackSettings.class));
    }
}
