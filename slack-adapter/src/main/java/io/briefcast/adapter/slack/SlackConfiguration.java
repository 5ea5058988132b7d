package io.briefcast.adapter.slack;

import com.slack.api.bolt.App;
import io.briefcast.BriefcastSettings;
import io.briefcast.CoreConfiguration;
import io.briefcast.DeliverySettings;
import io.briefcast.Secret;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.Installations;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Active when {@code briefcast.slack.bot-token} is set, or {@code briefcast.slack.client-id} for many workspaces. */
@AutoConfiguration(after = CoreConfiguration.class)
@Conditional(SlackConfiguration.SetUp.class)
@EnableConfigurationProperties(SlackSettings.class)
public class SlackConfiguration {
    @Bean
    SlackClient slackClient(SlackSettings settings) {
        return SlackClient.of(settings.apiUrl());
    }

    /** Set up in one of two ways. */
    static final class SetUp extends AnyNestedCondition {
        SetUp() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("briefcast.slack.bot-token")
        static final class ForOne {}

        @ConditionalOnProperty("briefcast.slack.client-id")
        static final class ForMany {}
    }

    @Bean
    @ConditionalOnProperty("briefcast.slack.bot-token")
    OneWorkspace slackWorkspace(SlackClient client, SlackSettings settings) {
        return OneWorkspace.of(client, botToken(settings), settings.admins());
    }

    @Bean
    @ConditionalOnProperty("briefcast.slack.client-id")
    SlackInstallations slackInstallations(
            SlackClient client,
            Installations installations,
            ScheduleDesk desk,
            SlackWelcome welcome,
            SlackSettings settings,
            BriefcastSettings where,
            InstantSource clock) {
        SlackVault vault = settings.keyset()
                .map(SlackVault::of)
                .orElseGet(() -> SlackVault.in(where.dataDir().resolve("slack-keyset.json")));
        SlackRotation rotation = new SlackRotation(client, settings, installations, vault, clock);
        SlackInstallations slack = new SlackInstallations(installations, desk, vault, rotation, welcome, clock);
        slack.reseal();
        return slack;
    }

    @Bean
    SlackTurns slackTurns(InstantSource clock) {
        return new SlackTurns(clock, SlackConfiguration::sleep);
    }

    @Bean
    ChatPlatform slackPlatform(
            SlackClient client,
            Workspaces workspaces,
            SlackTurns turns,
            DeliverySettings delivery,
            InstantSource clock) {
        return new SlackPlatform(client, workspaces, turns, delivery.lease(), clock);
    }

    @Bean
    SlackWork slackWork() {
        return new SlackWork();
    }

    @Bean
    SlackWelcome slackWelcome(SlackClient client, SlackTurns turns, SlackWork work, CommandCatalogue catalogue) {
        return new SlackWelcome(client, turns, work, catalogue);
    }

    @Bean
    SlackCommands slackCommands(
            CommandCatalogue catalogue,
            CommandRouter router,
            ObjectProvider<Completion> completions,
            SlackClient client,
            Workspaces workspaces,
            SlackWork work,
            SlackSettings settings,
            BriefcastSettings where,
            InstantSource clock) {
        SlackPeople people = new SlackPeople(client, workspaces, settings.admins(), clock);
        Completion completion =
                completions.getIfAvailable(() -> new Completion(catalogue, (kind, typed, asker, limit) -> List.of()));
        SlackViews views = new SlackViews(client, workspaces);
        SlackForms forms = new SlackForms(catalogue, router, completion, people, views, work, clock);
        SlackReplies replies = new SlackReplies(client, SlackConfiguration::sleep, install(settings, where));
        return new SlackCommands(catalogue, router, workspaces, people, replies, forms, work, clock);
    }

    /** Where a workspace begins an installation; empty when there is only the one. */
    private static Optional<URI> install(SlackSettings settings, BriefcastSettings where) {
        return settings.clientId().map(ignored -> publicUrl(where).resolve(SlackPaths.INSTALL));
    }

    @Bean(initMethod = "start")
    @ConditionalOnProperty("briefcast.slack.app-token")
    SlackConnection slackConnection(SlackClient client, SlackCommands commands, SlackSettings settings) {
        App app = SlackApp.single(client);
        commands.register(app);
        return new SlackConnection(app, settings.appToken().orElseThrow());
    }

    /** A lost connection is down: it is opened again by itself, but whoever watches wants to know when it is not. */
    @Bean
    @ConditionalOnProperty("briefcast.slack.app-token")
    HealthIndicator slackHealthIndicator(SlackConnection connection) {
        return () -> connection.connected()
                ? Health.up().withDetail("connection", "open").build()
                : Health.down()
                        .withDetail("connection", "reconnecting")
                        .withDetail("why", connection.trouble())
                        .build();
    }

    @Bean
    @ConditionalOnProperty("briefcast.slack.signing-secret")
    SlackEntry slackEntry(
            SlackClient client,
            SlackCommands commands,
            ObjectProvider<SlackInstallations> installations,
            ObjectProvider<Installations> stored,
            SlackSettings settings,
            BriefcastSettings where,
            InstantSource clock) {
        Secret signingSecret = settings.signingSecret().orElseThrow();
        SlackInstallations many = installations.getIfAvailable();
        App app = many == null
                ? SlackApp.single(client)
                : SlackApp.distributed(
                        client, settings, publicUrl(where), many, new SlackStates(stored.getObject(), clock));
        commands.register(app);
        return new SlackEntry(app, signingSecret, clock);
    }

    private static URI publicUrl(BriefcastSettings where) {
        return where.publicUrl()
                .map(URI::create)
                .orElseThrow(() -> new IllegalStateException("briefcast.slack.client-id needs briefcast.public-url,"
                        + " the address under which Slack and browsers reach this"));
    }

    /** In a web application only: commands of the executable run without one. */
    @Bean
    @ConditionalOnBean(SlackEntry.class)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    SimpleUrlHandlerMapping slackDoor(SlackEntry entry) {
        return new SimpleUrlHandlerMapping(SlackPaths.all(new SlackDoor(entry)), 0);
    }

    private static Secret botToken(SlackSettings settings) {
        Optional<Secret> token = settings.botToken();
        return token.orElseThrow(() -> new IllegalStateException("briefcast.slack.bot-token is empty"));
    }

    private static void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
    }
}
