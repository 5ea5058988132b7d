package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.adapter.discord.DiscordStandIn;
import io.briefcast.adapter.slack.SlackStandIn;
import io.briefcast.app.chat.ChatClock;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Slack, Discord and the simulated chat in one process on one store. */
@ExtendWith(OutputCaptureExtension.class)
class AllPlatformsTest {
    @TempDir
    private Path folder;

    @Test
    void aBriefGoesToSlackDiscordAndTheChatAndToEachOnce(CapturedOutput output) throws Exception {
        try (SlackStandIn slack = new SlackStandIn();
                DiscordStandIn discord = new DiscordStandIn();
                RunningBriefcast briefcast = RunningBriefcast.start(
                        folder,
                        Stream.concat(slack.settings().stream(), discord.settings().stream())
                                .toArray(String[]::new))) {
            RunningBriefcast.await(() -> briefcast.get("/actuator/health").statusCode() == 200);
            assertThat(briefcast.get("/actuator/health").body()).contains("\"slack\":{", "\"connection\":\"open\"");
            assertThat(briefcast.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(discord.registered()).contains("\"insights\"", "\"schedule\"");
            assertThat(output).contains("Add Briefcast to a server: https://discord.com/oauth2/authorize?");
            ChatClock clock = briefcast.part(ChatClock.class);
            LocalTime at = LocalTime.ofInstant(clock.instant().plus(Duration.ofHours(3)), ZoneOffset.UTC)
                    .withSecond(0)
                    .withNano(0);
            assertThat(discord.asks("briefcast schedule", Map.of("at", at.toString(), "zone", "UTC")))
                    .contains("gets a post");
            briefcast.part(ScheduleDesk.class).save(order("slack", SlackStandIn.CHANNEL, at));
            briefcast.part(ScheduleDesk.class).save(order("chat", "insights", at));

            clock.moveTo(clock.instant().plus(Duration.ofHours(4)));

            RunningBriefcast.await(() -> settled(briefcast, clock.instant()) == 3);
            aLaterBriefArrives(briefcast, clock, at.plusHours(2));
            assertThat(delivered(briefcast, clock.instant())).hasSize(4).containsOnly(Delivery.State.SENT);
            assertThat(slack.posts()).hasSize(1);
            assertThat(discord.posts()).hasSize(1);
            assertThat(Files.readString(folder.resolve("chat.jsonl"))).hasLineCount(2);
        }
    }

    /** Whatever else was due before it, such as something sent twice, has been sent by then. */
    private static void aLaterBriefArrives(RunningBriefcast briefcast, ChatClock clock, LocalTime at) {
        briefcast.part(ScheduleDesk.class).save(order("chat", "direct", at));
        clock.moveTo(clock.instant().plus(Duration.ofHours(2)));
        RunningBriefcast.await(() -> settled(briefcast, clock.instant()) == 4);
    }

    private static long settled(RunningBriefcast briefcast, Instant now) {
        return deliveries(briefcast, now)
                .filter(delivery -> delivery.state().isFinal())
                .count();
    }

    private static List<Delivery.State> delivered(RunningBriefcast briefcast, Instant now) {
        return deliveries(briefcast, now).map(Delivery::state).toList();
    }

    private static Stream<Delivery> deliveries(RunningBriefcast briefcast, Instant now) {
        return briefcast
                .part(Deliveries.class)
                .due(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), 100)
                .stream();
    }

    private static Subscription order(String platform, String address, LocalTime at) {
        return new Subscription(
                platform + "-" + address,
                new Audience(platform + "-" + address, platform, Audience.Kind.CHANNEL, "", address),
                Interests.EVERYTHING,
                BriefTime.daily(at, ZoneOffset.UTC),
                true);
    }
}
