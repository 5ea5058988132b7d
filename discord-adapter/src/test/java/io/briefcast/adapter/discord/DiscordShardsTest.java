package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
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

    private void post(DiscordConnection connection) throws DeliveryException {
        DiscordClient client = new DiscordClient(connection);
        DiscordPlatform platform = new DiscordPlatform(
                client, new DiscordConversations(client), new DiscordPacing(), ForumPosts.DAILY, clock, clock);
        platform.post(
                FakeServer.ID + "/" + FakeServer.BRIEFS,
                new DeliveryKey("s1", LocalDate.of(2026, 6, 10)),
                Talk.said("Brief"));
    }
}
