package io.briefcast.delivery;

import io.briefcast.DeliverySettings;
import io.briefcast.delivery.Dispatcher.Dispatched;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.SqliteStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What a process does that {@link KillRun} kills: it sends everything that is due from a store and ends, with its input
 * as well, so that none is left behind.
 */
public final class KillableSender {
    /** Whoever is killed is waited for so long. */
    public static final DeliverySettings SETTINGS = new DeliverySettings(Duration.ofDays(1), Duration.ofSeconds(3));

    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int ALL = 10_000;

    private final Deliveries deliveries;
    private final Dispatcher dispatcher;
    private final InstantSource clock = InstantSource.system();

    private KillableSender(Deliveries deliveries, ChatPlatform platform) {
        this.deliveries = deliveries;
        this.dispatcher = new Dispatcher(deliveries, List.of(platform), SETTINGS, clock);
    }

    /** From now on the process ends when its input does. */
    public static void endWithInput() {
        Thread.ofPlatform().daemon().start(KillableSender::awaitEnd);
    }

    private static void awaitEnd() {
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
    public static void sendAll(SqliteStore store, ChatPlatform platform) throws InterruptedException {
        new KillableSender(new JdbcDeliveries(store.database()), platform).sendAll();
    }

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
