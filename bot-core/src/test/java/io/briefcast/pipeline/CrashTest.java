package io.briefcast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.briefcast.Processes;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.SqliteStore;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a real process with SIGKILL again and again while it refreshes, reads, composes and delivers. */
class CrashTest {
    private static final int KILLS = 20;
    private static final int SHOWS = 4;
    private static final int EPISODES_A_SHOW = 40;
    private static final int AUDIENCES = 60;
    private static final int BRIEF_EVERY_MILLIS = 250;
    private static final Duration FIRST_BRIEF_AFTER = Duration.ofSeconds(5);
    private static final int LONGEST_LIFE_MILLIS = 400;
    private static final long SEED = 20260309;

    @TempDir
    Path folder;

    private final Map<String, Integer> revealed = new ConcurrentHashMap<>();
    private Path file;
    private FilePlatform platform;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        file = folder.resolve("briefcast.db");
        platform = new FilePlatform(folder.resolve("posts"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/feed/", this::feed);
        server.createContext("/words/", exchange -> answer(exchange, "words"));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void killedAtAnyMomentItReadsAndSendsEverythingOnce() throws IOException, InterruptedException {
        List<DeliveryKey> orders = order();
        Random random = new Random(SEED);
        int sentAtLastKill = 0;
        int killsAmidWork = 0;

        for (int kill = 0; kill < KILLS; kill++) {
            Process process = start();
            awaitLine(process, "ready");
            boolean ended = process.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
            // every other one lives until it has sent something: a busy machine is slow to begin
            while (!ended && kill % 2 == 1 && platform.posts().size() == sentAtLastKill) {
                ended = process.waitFor(10, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
            int sent = platform.posts().size();
            killsAmidWork += !ended && sent > sentAtLastKill ? 1 : 0;
            sentAtLastKill = sent;
        }
        Process last = start();
        awaitLine(last, "done");
        last.waitFor();

        assertThat(killsAmidWork).as("kills that fell into sending").isGreaterThan(KILLS / 4);
        assertThat(platform.posts())
                .containsExactlyInAnyOrderElementsOf(
                        orders.stream().map(DeliveryKey::token).toList());
        try (var store = SqliteStore.open(file)) {
            assertThat(CrashingProcess.count(store, "SELECT COUNT(*) FROM episodes"))
                    .isEqualTo(SHOWS * EPISODES_A_SHOW);
            assertThat(CrashingProcess.count(store, "SELECT COUNT(*) FROM insights"))
                    .isEqualTo(SHOWS * EPISODES_A_SHOW * 2);
            assertThat(CrashingProcess.count(store, "SELECT COUNT(*) FROM readings WHERE state <> 'READ'"))
                    .isZero();
            var deliveries = new JdbcDeliveries(store.database());
            assertThat(orders)
                    .allSatisfy(
                            key -> assertThat(deliveries.find(key).orElseThrow().state())
                                    .isEqualTo(Delivery.State.SENT));
        }
    }

    /** Follows the shows and orders briefs that fall due one after the other while processes die. */
    private List<DeliveryKey> order() {
        List<DeliveryKey> keys = new ArrayList<>();
        try (var store = SqliteStore.open(file);
                var pipeline = new Pipeline(CrashingProcess.parts(store, platform))) {
            for (int show = 0; show < SHOWS; show++) {
                pipeline.follow(URI.create("http://127.0.0.1:%d/feed/%d"
                        .formatted(server.getAddress().getPort(), show)));
            }
            for (int i = 0; i < AUDIENCES; i++) {
                // From now on, not from the beginning: a busy machine takes long to order, and a time that passed
                // meanwhile is tomorrow's.
                Instant due = InstantSource.system()
                        .instant()
                        .plus(FIRST_BRIEF_AFTER)
                        .plusMillis((long) i * BRIEF_EVERY_MILLIS);
                pipeline.subscribe(subscription("s" + i, due));
                keys.add(new DeliveryKey("s" + i, LocalDate.ofInstant(due, ZoneOffset.UTC)));
            }
        }
        return keys;
    }

    private static Subscription subscription(String id, Instant due) {
        return new Subscription(
                id,
                new Audience("audience-" + id, "chat", Audience.Kind.PERSON, "", id),
                Interests.EVERYTHING,
                BriefTime.daily(LocalTime.ofInstant(due, ZoneOffset.UTC), ZoneOffset.UTC),
                true);
    }

    private Process start() throws IOException {
        return Processes.small(
                        CrashingProcess.class,
                        file.toString(),
                        folder.resolve("posts").toString(),
                        Integer.toString(SHOWS * EPISODES_A_SHOW),
                        Integer.toString(AUDIENCES))
                .redirectError(new File(folder.toFile(), "errors"))
                .start();
    }

    private static void awaitLine(Process process, String awaited) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(awaited)) {
                return;
            }
        }
        throw new AssertionError("the process ended before it was " + awaited);
    }

    /** Every request reveals some more episodes, so that there is something new whenever a process starts. */
    private void feed(HttpExchange exchange) throws IOException {
        String show = exchange.getRequestURI().getPath();
        int count = revealed.merge(show, 1, (before, one) -> Math.min(EPISODES_A_SHOW, before + one));
        answer(
                exchange,
                IntStream.range(0, count)
                        .mapToObj(i -> "%s-%d".formatted(show.substring(show.lastIndexOf('/') + 1), i))
                        .collect(Collectors.joining("\n")));
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
