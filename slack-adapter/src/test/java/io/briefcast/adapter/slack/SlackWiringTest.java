package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.briefcast.BriefcastSettings;
import io.briefcast.DeliverySettings;
import io.briefcast.command.AppManifest;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.delivery.ChatPlatform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class SlackWiringTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));

    @Test
    void connectsWhenItsTokensAreSet() {
        try (FakeSlack slack = new FakeSlack(clock);
                var context = context(Map.of(
                        "briefcast.slack.bot-token", FakeSlack.TOKEN,
                        "briefcast.slack.app-token", FakeSlack.APP_TOKEN,
                        "briefcast.slack.api-url", slack.api().toString()))) {
            assertThat(context.getBean(ChatPlatform.class).name()).isEqualTo("slack");
            assertThat(slack.socket().connection().isOpen()).isTrue();
            slack.socket().deliver("slash_commands", JsonParser.parseString("""
                    {"command":"/nothing","text":"","team_id":"T0TEAM","user_id":"U0ADA"}""").getAsJsonObject());
            context.getBean(SlackConnection.class).check();
            assertThat(context.getBean(HealthIndicator.class).health())
                    .hasFieldOrPropertyWithValue("status", Status.UP);
            assertThat(context.getBeansOfType(SlackEntry.class)).isEmpty();
        }
    }

    @Test
    void waitsForCallsWhenTheSigningSecretIsSet() {
        try (FakeSlack slack = new FakeSlack(clock);
                var context = context(Map.of(
                        "briefcast.slack.bot-token",
                        FakeSlack.TOKEN,
                        "briefcast.slack.signing-secret",
                        "signing",
                        "briefcast.slack.api-url",
                        slack.api().toString()))) {
            assertThat(context.getBeansOfType(SlackEntry.class)).hasSize(1);
            assertThat(context.getBeansOfType(SlackConnection.class)).isEmpty();
        }
    }

    @Test
    void saysWhichTokenSlackDoesNotTake() {
        try (FakeSlack slack = new FakeSlack(clock);
                var context = context(Map.of(
                        "briefcast.slack.bot-token",
                        FakeSlack.TOKEN,
                        "briefcast.slack.app-token",
                        "xapp-of-another-app",
                        "briefcast.slack.api-url",
                        slack.api().toString()))) {
            assertThat(context.getBean(HealthIndicator.class).health())
                    .hasFieldOrPropertyWithValue("status", Status.DOWN)
                    .extracting(health -> health.getDetails().get("why"))
                    .asString()
                    .startsWith("invalid_auth: briefcast.slack.app-token has to be")
                    .doesNotContain("xapp-of-another-app");
        }
    }

    @Test
    void startsWhenSlackCannotBeReached() {
        try (var context = context(Map.of(
                "briefcast.slack.bot-token", FakeSlack.TOKEN,
                "briefcast.slack.app-token", FakeSlack.APP_TOKEN,
                "briefcast.slack.api-url", "http://127.0.0.1:9/api/"))) {
            assertThat(context.getBean(SlackConnection.class).connected()).isFalse();
            assertThat(context.getBean(HealthIndicator.class).health())
                    .hasFieldOrPropertyWithValue("status", Status.DOWN)
                    .extracting(health -> health.getDetails().get("why"))
                    .isEqualTo("Slack cannot be reached");
        }
    }

    @Test
    void offersTheManifestBeforeThereIsAToken() {
        try (var context = context(Map.of())) {
            assertThat(context.getBean(AppManifest.class).text(false).orElseThrow())
                    .contains("\"socket_mode_enabled\": true");
            assertThat(context.getBeansOfType(ChatPlatform.class)).isEmpty();
        }
    }

    private AnnotationConfigApplicationContext context(Map<String, Object> settings) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        CommandCatalogue catalogue = new CommandCatalogue(List.of());
        context.registerBean(CommandCatalogue.class, () -> catalogue);
        context.registerBean(CommandRouter.class, () -> new CommandRouter(catalogue, List.of()));
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(BriefcastSettings.class, () -> new BriefcastSettings(Path.of("unused"), Optional.empty()));
        context.registerBean(
                DeliverySettings.class, () -> new DeliverySettings(Duration.ofHours(6), Duration.ofMinutes(1)));
        context.register(SlackConfiguration.class, SlackManifestConfiguration.class);
        context.refresh();
        return context;
    }
}
