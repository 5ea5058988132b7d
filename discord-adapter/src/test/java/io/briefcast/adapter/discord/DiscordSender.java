package io.briefcast.adapter.discord;

import io.briefcast.DeliverySettings;
import io.briefcast.Secret;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.Dispatcher.Dispatched;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.internal.utils.JDALogger;

/**
 * A process for {@link DiscordKillRun} to kill: sends everything that is due from a store to Discord and ends. Arguments:
 * the store, and the address of Discord's REST API. It ends with its input as well, so that none is left behind.
 */
final class DiscordSender {
    /** Whoever is killed is waited for so long. */
    private static final DeliverySettings SETTINGS = new DeliverySettings(Duration.ofDays(1), Duration.ofSeconds(3));

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int ALL = 10_000;

    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final InstantSource clock = InstantSource.system();

    private DiscordSender(Deliveries deliveries, DiscordConnection connection) {
        DiscordTurns turns = new DiscordTurns(new DiscordPacing(), clock, Thread::sleep);
        DiscordClient client = new DiscordClient(connection, turns);
        DiscordPlatform platform = new DiscordPlatform(client, turns, ForumPosts.DAILY, clock, SETTINGS.lease());
        this.deliveries = deliveries;
        this.dispatcher = new Dispatcher(deliveries, List.of(platform), SETTINGS, clock);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Thread.ofPlatform().daemon().start(DiscordSender::endWithInput);
        JDALogger.setFallbackLoggerEnabled(false);
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]));
                DiscordConnection connection = new DiscordConnection(
                        new Secret(FakeDiscord.TOKEN), URI.create(arguments[1]), Compression.NONE, Thread::sleep)) {
            connection.start(List.of());
            while (connection.session().isEmpty()) {
                Thread.sleep(MOMENT);
            }
            new DiscordSender(new JdbcDeliveries(store.database()), connection).sendAll();
        }
        // JDA's own threads would stay a while.
        Runtime.getRuntime().halt(0);
    }

    private static void endWithInput() {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything to it.
            }
        } catch (IOException e) {
            // That is an end as well.
        }
        Runtime.getRuntime().halt(1);
    }

    /** As the durable task does it, but without waiting longer than it must: a test has no ten minutes. */
    private void sendAll() throws InterruptedException {
        List<Delivery> open = open();
        while (!open.isEmpty()) {
            for (Delivery delivery : open) {
                if (dispatcher.dispatch(delivery.key(), clock.instant()) instanceof Dispatched.Tried tried) {
                    deliveries.replace(tried.delivery().fence(), tried.delivery());
                }
            }
            Thread.sleep(MOMENT);
            open = open();
        }
    }

    private List<Delivery> open() {
        return deliveries.due(Instant.EPOCH, clock.instant(), ALL).stream()
                .filter(delivery -> !delivery.state().isFinal())
                .toList();
    }
}
