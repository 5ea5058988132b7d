package io.briefcast.adapter.slack;

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

/** What the dispatcher promises, kept on Slack: whatever breaks, each brief is there once. */
class SlackDeliveryTest {
    private static final int BRIEFS = 200;
    private static final int MOST_TRIES = 60;
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T06:00:00Z"));
    private final FakeSlack slack = new FakeSlack(clock);
    private final SlackClient client = SlackClient.of(slack.api());
    private final MemoryDeliveries deliveries = new MemoryDeliveries();
    private final Random random = new Random(4);

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void twoHundredDeathsBetweenSendingAndWritingLoseNothingAndSendNothingTwice() {
        for (int i = 0; i < BRIEFS; i++) {
            DeliveryKey key = new DeliveryKey("s" + i, LocalDate.of(2026, 6, 10));
            deliveries.add(pending(key, i % 2 == 0 ? "T0TEAM/C0BRIEFS" : "T0TEAM/U0ADA"));

            sendThroughTrouble(key);

            Delivery delivery = deliveries.find(key).orElseThrow();
            assertThat(delivery.state()).as(delivery.reason()).isEqualTo(State.SENT);
            assertThat(posts(key)).as("posts of brief %d", i).isEqualTo(1);
        }
    }

    private void sendThroughTrouble(DeliveryKey key) {
        // The first process dies right after its call, whatever came of it.
        dispatcher().dispatch(key, clock.instant());
        for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
            clock.advance(LEASE.plusSeconds(1));
            trouble().ifPresent(slack::misbehave);
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
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(new Fault.Status(429, Map.of("Retry-After", "3")));
            case 1 -> Optional.of(new Fault.Status(503, Map.of()));
            case 2 -> Optional.of(new Fault.AcceptThenDrop());
            case 3 -> Optional.of(new Fault.Garbage());
            case 4 -> Optional.of(new Fault.Drop());
            case 5 -> Optional.of(new Fault.Refusal("internal_error"));
            default -> Optional.empty();
        };
    }

    @Test
    void tellsWhoeverInstalledItOnceThatNothingCanBePostedInAChannel() {
        DeliveryKey key = new DeliveryKey("s1", LocalDate.of(2026, 6, 10));
        deliveries.add(pending(key, "T0TEAM/C0BRIEFS"));
        slack.removeChannel("C0BRIEFS");

        for (int tries = 0; tries < 3; tries++) {
            if (dispatcher().dispatch(key, clock.instant()) instanceof Dispatched.Tried tried) {
                deliveries.replace(tried.delivery().fence(), tried.delivery());
            }
            clock.advance(LEASE.plusSeconds(1));
        }

        assertThat(deliveries.find(key).orElseThrow().state()).isEqualTo(State.DEAD);
        assertThat(slack.posted()).extracting(FakeSlack.Posted::channel).containsExactly("D0ADA");
    }

    private Dispatcher dispatcher() {
        SlackPlatform platform = new SlackPlatform(
                client, new SlackPlatformTest.KeptWorkspace(), new SlackTurns(clock, clock), LEASE, clock);
        return new Dispatcher(deliveries, List.of(platform), new DeliverySettings(Duration.ofDays(30), LEASE), clock);
    }

    private Delivery pending(DeliveryKey key, String address) {
        Message message = new Message("Brief", List.of(new Block.Heading("Your brief"), new Block.Paragraph("Words")));
        return Delivery.pending(key, "audience", "slack", address, message, clock.instant());
    }

    private long posts(DeliveryKey key) {
        return slack.posted().stream()
                .filter(post -> post.arguments().getOrDefault("metadata", "").contains(key.token()))
                .count();
    }
}
