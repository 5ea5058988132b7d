package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.DeliverySettings;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class DiscordWiringTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));

    @Test
    void connectsWhenItsTokenIsSet() {
        try (FakeDiscord discord = new FakeDiscord(clock);
                var context = context(
                        "serve",
                        Map.of(
                                "briefcast.discord.token",
                                FakeDiscord.TOKEN,
                                "briefcast.discord.api-url",
                                discord.api().toString()))) {
            assertThat(context.getBean(ChatPlatform.class).name()).isEqualTo("discord");
            discord.await(() -> discord.commands().length() > 0);
            assertThat(discord.commands().length()).isEqualTo(1);
            assertThat(context.getBean(HealthIndicator.class).health())
                    .hasFieldOrPropertyWithValue("status", Status.UP);
        }
    }

    @Test
    void staysOffWithoutAToken() {
        try (var context = context("serve", Map.of())) {
            assertThat(context.getBeansOfType(ChatPlatform.class)).isEmpty();
        }
    }

    @Test
    void staysOffWhereNothingIsServed() {
        try (var context = context("once", Map.of("briefcast.discord.token", FakeDiscord.TOKEN))) {
            assertThat(context.getBeansOfType(ChatPlatform.class)).isEmpty();
        }
    }

    @Test
    void startsWhenDiscordCannotBeReached() {
        try (var context = context(
                "serve",
                Map.of(
                        "briefcast.discord.token",
                        FakeDiscord.TOKEN,
                        "briefcast.discord.api-url",
                        "http://127.0.0.1:9/api/v10/"))) {
            assertThat(context.getBean(DiscordConnection.class).session()).isEmpty();
            assertThat(context.getBean(HealthIndicator.class).health())
                    .hasFieldOrPropertyWithValue("status", Status.DOWN);
        }
    }

    private AnnotationConfigApplicationContext context(String profile, Map<String, Object> settings) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().setActiveProfiles(profile);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        CommandCatalogue catalogue = new CommandCatalogue(List.of());
        context.registerBean(CommandCatalogue.class, () -> catalogue);
        context.registerBean(CommandRouter.class, () -> new CommandRouter(catalogue, List.of()));
        MemorySubscriptions subscriptions = new MemorySubscriptions();
        context.registerBean(Subscriptions.class, () -> subscriptions);
        context.registerBean(ScheduleDesk.class, subscriptions::desk);
        context.registerBean(InstantSource.class, () -> clock);
        context.registerBean(DeliverySettings.class, () -> new DeliverySettings(Duration.ofHours(6), Platforms.LEASE));
        context.register(DiscordConfiguration.class);
        context.refresh();
        return context;
    }
}
