package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.DeliverySettings;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.Delivery.State;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.Dispatcher.Dispatched;
import io.briefcast.delivery.MemoryDeliveries;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the dispatcher promises, kept on Discord: whatever breaks, each brief is there once. */
class DiscordDeliveryTest {
    private static final int BRIEFS = 200;
    private static final int MOST_TRIES = 60;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T06:00:00Z"));
    private final FakeDiscord discord = new FakeDiscord(clock);
    private final DiscordConnection connection = Connections.ready(discord, List.of());
    private final MemoryDeliveries deliveries = new MemoryDeliveries();
    private final Random random = new Random(4);

    @AfterEach
    void close() {
        connection.close();
        discord.close();
    }

    @Test
    void twoHundredDeathsBetweenSendingAndWritingLoseNothingAndSendNothingTwice() {
        for (int i = 0; i < BRIEFS; i++) {
            DeliveryKey key = new DeliveryKey("s" + i, LocalDate.of(2026, 6, 10));
            deliveries.add(pending(key, places().get(i % places().size())));

            sendThroughTrouble(key);

            Delivery delivery = deliveries.find(key).orElseThrow();
            assertThat(delivery.state()).as(delivery.reason()).isEqualTo(State.SENT);
            assertThat(posts(key)).as("posts of brief %d", i).isEqualTo(1);
        }
    }

    private static List<String> places() {
        return List.of(FakeServer.ID + "/" + FakeServer.BRIEFS, "@me/" + FakeServer.CONVERSATION, FakeServer.ADA);
    }

    private void sendThroughTrouble(DeliveryKey key) {
        // The first process dies right after its call, whatever came of it.
        dispatcher().dispatch(key, clock.instant());
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            clock.advance(LEASE.plusSeconds(1));
            if (random.nextBoolean()) {
                discord.forgetNonces();
            }
            trouble().ifPresent(discord::misbehave);
            if (dispatcher().dispatch(key, clock.instant()) instanceof Dispatched.Tried tried
                    && random.nextInt(3) > 0) {
                deliveries.replace(tried.delivery().fence(), tried.delivery());
            }
            if (deliveries.find(key).orElseThrow().state().isFinal()) {
                return;
            }
        }
    }

    private Optional<Fault> trouble() {
        return switch (random.nextInt(6)) {
            case 0 -> Optional.of(new Fault.Status(429, 0, Map.of("Retry-After", "3")));
            case 1 -> Optional.of(new Fault.Status(500, 0, Map.of()));
            case 2 -> Optional.of(new Fault.AcceptThenDrop());
            case 3 -> Optional.of(new Fault.Drop());
            default -> Optional.empty();
        };
    }

    /** A new process: nothing that was in memory is left. */
    private Dispatcher dispatcher() {
        DiscordPlatform platform = Platforms.daily(connection, clock);
        return new Dispatcher(deliveries, List.of(platform), new DeliverySettings(Duration.ofDays(30), LEASE), clock);
    }

    private Delivery pending(DeliveryKey key, String address) {
        Message message =
                new Message("Brief", List.of(new Block.Heading("Your brief"), Cards.card(1, "Claim", "", "Quote")));
        return Delivery.pending(key, "audience", "discord", address, message, clock.instant());
    }

    private long posts(DeliveryKey key) {
        return discord.posted().stream()
                .filter(post -> post.toString().contains(key.token()))
                .count();
    }
}
