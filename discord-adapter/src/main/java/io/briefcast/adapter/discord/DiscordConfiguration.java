package io.briefcast.adapter.discord;

import io.briefcast.CoreConfiguration;
import io.briefcast.DeliverySettings;
import io.briefcast.Secret;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.subscription.Subscriptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.dv8tion.jda.api.utils.Compression;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Active when {@code briefcast.discord.token} is set and Briefcast serves: one-shot commands need no connection. */
@AutoConfiguration(after = CoreConfiguration.class)
@Profile("serve")
@ConditionalOnProperty("briefcast.discord.token")
@EnableConfigurationProperties(DiscordSettings.class)
public class DiscordConfiguration {
    @Bean
    DiscordCommands discordCommands(
            CommandCatalogue catalogue,
            CommandRouter router,
            ObjectProvider<Completion> completions,
            DiscordDirect direct,
            DiscordClient client,
            DiscordSettings settings,
            InstantSource clock) {
        Completion completion =
                completions.getIfAvailable(() -> new Completion(catalogue, (kind, typed, asker, limit) -> List.of()));
        return new DiscordCommands(
                catalogue, router, completion, new DiscordPeople(settings.admins()), direct, client.mentions(), clock);
    }

    @Bean
    DiscordConnection discordConnection(DiscordSettings settings) {
        Optional<Secret> token = settings.token();
        return new DiscordConnection(
                token.orElseThrow(() -> new IllegalStateException("briefcast.discord.token is empty")),
                settings.apiUrl(),
                Compression.ZLIB,
                DiscordConfiguration::sleep);
    }

    /** Commands reach the pipeline and the pipeline the platform, so they meet only when everything is there. */
    @Bean
    SmartInitializingSingleton discordStart(
            DiscordConnection connection,
            DiscordCommands commands,
            DiscordClient client,
            CommandCatalogue catalogue,
            Subscriptions subscriptions,
            ScheduleDesk desk) {
        return () -> connection.start(List.of(
                commands,
                new DiscordRegistration(catalogue, client.mentions(), DiscordConfiguration::sleep),
                new DiscordWelcome(client),
                new DiscordDepartures(subscriptions, desk)));
    }

    /** A lost connection is down: it is opened again by itself, but whoever watches wants to know when it is not. */
    @Bean
    HealthIndicator discordHealthIndicator(DiscordConnection connection) {
        return () -> connection
                .trouble()
                .map(trouble -> Health.down().withDetail("connection", trouble).build())
                .orElseGet(() -> Health.up().withDetail("connection", "open").build());
    }

    @Bean
    DiscordTurns discordTurns(InstantSource clock) {
        return new DiscordTurns(new DiscordPacing(), clock, DiscordConfiguration::sleep);
    }

    @Bean
    DiscordClient discordClient(DiscordConnection connection, DiscordTurns turns) {
        return new DiscordClient(connection, turns);
    }

    @Bean
    DiscordPlatform discordPlatform(
            DiscordClient client,
            DiscordTurns turns,
            DiscordSettings settings,
            DeliverySettings delivery,
            InstantSource clock) {
        return new DiscordPlatform(client, turns, settings.forum(), clock, delivery.lease());
    }

    @Bean
    DiscordDirect discordDirect(DiscordPlatform platform, Subscriptions subscriptions) {
        return new DiscordDirect(platform, subscriptions);
    }

    private static void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
