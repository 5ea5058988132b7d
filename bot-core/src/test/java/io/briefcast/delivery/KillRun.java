package io.briefcast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.Processes;
import io.briefcast.delivery.Delivery.State;
import io.briefcast.message.Message;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kills sending processes amid their calls to a faulty platform, and counts every post: before the platform has taken it,
 * after it and before the answer, and right after the answer, while the process writes it down.
 */
public final class KillRun {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Stage stage;
    private final int deaths;
    private final Path folder;
    private final Random random = new Random(4);
    private final InstantSource clock = InstantSource.system();
    private final LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    private final Map<Moment, Integer> kills = Collections.synchronizedMap(new EnumMap<>(Moment.class));
    private int faults;

    /**
     * What came of it.
     *
     * @param looks how often a sender asked what is there
     */
    private record Figures(
            int briefs,
            Map<Moment, Integer> kills,
            int faults,
            long looks,
            int lost,
            int doubled,
            int unsent,
            Duration took) {
        /** How many processes died. */
        int deaths() {
            return kills.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** When a process dies. */
    public enum Moment {
        BEFORE_IT_IS_TAKEN,
        BEFORE_THE_ANSWER,
        AFTER_THE_ANSWER;

        /** Whether the platform has taken the post. */
        public boolean taken() {
            return this != BEFORE_IT_IS_TAKEN;
        }

        /** Whether the process has heard of it. */
        public boolean answered() {
            return this == AFTER_THE_ANSWER;
        }
    }

    /** A fake platform and a process that sends to it. */
    public interface Stage {
        /** As in {@link ChatPlatform#name}. */
        String platform();

        /** Where the process finds the fake. */
        URI api();

        /** Has a {@code main} that takes a store and {@link #api}, as {@link KillableSender} does its work. */
        Class<?> sender();

        /** Where a brief goes, by its number from 0. */
        String address(int brief);

        /** What it says. */
        Message message(int brief);

        /** Perhaps something goes wrong with the next calls. Returns whether it does. */
        boolean trouble(Random random);

        /** Kills at the next post. */
        void atNextPost(Moment moment, Runnable kill);

        /** Posts of a brief that are really there. */
        long posts(DeliveryKey key);

        /** How often somebody asked what is there. */
        long looks();
    }

    private KillRun(Stage stage, int deaths, Path folder) {
        this.stage = stage;
        this.deaths = deaths;
        this.folder = folder;
    }

    /**
     * Two briefs for every death, since some lives send more than one, and a last process that sends what is left. Prints
     * what came of it, and fails where a brief is lost or there twice.
     *
     * @param folder for the store, and for the {@code output} of the processes
     */
    public static void check(Stage stage, int deaths, Path folder) throws IOException, InterruptedException {
        Figures figures = new KillRun(stage, deaths, folder).run();

        System.out.println(figures);
        assertThat(figures.deaths())
                .as("deaths; the processes said %s", Files.readString(folder.resolve("output")))
                .isEqualTo(deaths);
        assertThat(figures.lost()).as("lost").isZero();
        assertThat(figures.doubled()).as("sent twice").isZero();
        assertThat(figures.unsent()).as("not sent in the end").isZero();
    }

    private Figures run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        inStore(deliveries -> IntStream.range(0, briefs()).forEach(i -> deliveries.add(brief(i))));
        for (int death = 0; death < deaths; death++) {
            faults += stage.trouble(random) ? 1 : 0;
            Process process = process();
            arrangeDeath(process);
            end(process);
        }
        end(process());
        return figures(Duration.ofNanos(System.nanoTime() - start));
    }

    private int briefs() {
        return 2 * deaths;
    }

    private Delivery brief(int i) {
        return Delivery.pending(key(i), "us", stage.platform(), stage.address(i), stage.message(i), clock.instant());
    }

    private DeliveryKey key(int brief) {
        return new DeliveryKey("s" + brief, day);
    }

    private void arrangeDeath(Process process) {
        Moment moment = Moment.values()[random.nextInt(Moment.values().length)];
        stage.atNextPost(moment, () -> {
            kills.merge(moment, 1, Integer::sum);
            process.destroyForcibly();
        });
    }

    private Process process() throws IOException {
        return Processes.small(stage.sender(), store().toString(), stage.api().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private static void end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process neither died nor ended");
        }
    }

    private Path store() {
        return folder.resolve("briefcast.db");
    }

    private interface InStore {
        void with(Deliveries deliveries);
    }

    private void inStore(InStore work) {
        try (SqliteStore store = SqliteStore.open(store())) {
            work.with(new JdbcDeliveries(store.database()));
        }
    }

    private Figures figures(Duration took) {
        List<Long> counts =
                IntStream.range(0, briefs()).mapToObj(i -> stage.posts(key(i))).toList();
        int[] unsent = {0};
        inStore(deliveries -> IntStream.range(0, briefs())
                .forEach(i -> unsent[0] += deliveries.find(key(i)).orElseThrow().state() == State.SENT ? 0 : 1));
        return new Figures(
                counts.size(),
                Map.copyOf(kills),
                faults,
                stage.looks(),
                (int) counts.stream().filter(count -> count == 0).count(),
                (int) counts.stream().filter(count -> count > 1).count(),
                unsent[0],
                took);
    }
}
