package io.briefcast.adapter.discord;

import static io.briefcast.adapter.discord.FakeInteractions.elsewhere;
import static io.briefcast.adapter.discord.FakeInteractions.slash;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.Secret;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.Test;

class DiscordShardsTest {
    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));

    @Test
    void opensAsManyShardsAsDiscordRecommendsAndPostsThroughAny() throws Exception {
        CountDownLatch ready = new CountDownLatch(3);
        EventListener counting = event -> {
            if (event instanceof ReadyEvent) {
                ready.countDown();
            }
        };
        try (FakeDiscord discord = new FakeDiscord(clock, 3);
                DiscordConnection connection = Connections.ready(discord, List.of(counting))) {
            assertThat(ready.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(discord.gateway().identified())
                    .extracting(identify -> identify.getArray("shard").toString())
                    .containsExactlyInAnyOrder("[0,3]", "[1,3]", "[2,3]");
            post(connection);
            assertThat(discord.posted()).hasSize(1);
        }
    }

    @Test
    void answersOverEveryShard() {
        try (Conversation talk = conversation()) {
            for (int shard = 0; shard < 3; shard++) {
                talk.discord.gateway().awaitShard(shard);
                assertThat(talk.does(shard, elsewhere(slash("brief")), 1)
                                .getFirst()
                                .text())
                        .contains("Your brief");
            }
        }
    }

    @Test
    void saysHowManyShardsAreAwayWhileTheOthersWork() throws Exception {
        try (Conversation talk = conversation()) {
            for (int shard = 0; shard < 3; shard++) {
                talk.discord.gateway().awaitShard(shard);
                talk.does(shard, elsewhere(slash("brief")), 1);
            }
            assertThat(talk.connection.trouble()).isEmpty();
            talk.discord.gateway().hold();
            talk.discord.gateway().breakOne(1);
            talk.discord.gateway().awaitResume();

            assertThat(talk.connection.trouble()).contains("2 of 3 connections are up");
            assertThat(talk.types("brief").text()).contains("Your brief");
            post(talk.connection);
            assertThat(talk.discord.posted()).hasSize(1);

            talk.discord.gateway().welcomeBack(1);
            assertThat(talk.does(1, elsewhere(slash("brief")), 1)).hasSize(1);
            assertThat(talk.connection.trouble()).isEmpty();
        }
    }

    @Test
    void staysOffAndSaysWhyWhenItsTokenIsNotKnown() throws InterruptedException {
        try (FakeDiscord discord = new FakeDiscord(clock);
                DiscordConnection connection =
                        new DiscordConnection(new Secret("another token"), discord.api(), Compression.NONE, clock)) {
            connection.start(List.of()).join();

            assertThat(connection.trouble())
                    .hasValueSatisfying(trouble ->
                            assertThat(trouble).contains("not known to Discord").doesNotContain("another token"));
            assertThat(discord.calls()).hasSizeLessThan(3);
        }
    }

    private static Conversation conversation() {
        return new Conversation(
                List.of(Talk.command("brief", false, List.of(), request -> "Your brief")), List.of(), 3, discord -> {});
    }

    private void post(DiscordConnection connection) throws DeliveryException {
        Platforms.daily(connection, clock)
                .post(
                        FakeServer.ID + "/" + FakeServer.BRIEFS,
                        new DeliveryKey("s1", LocalDate.of(2026, 6, 10)),
                        Talk.said("Brief"));
    }
}
