package io.briefcast.pipeline;

import io.briefcast.Processes;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Message;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.JdbcSubscriptions;
import io.briefcast.store.SharedStore;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Two processes deliver from one store to a faulty platform while they are killed and frozen, and every post is counted.
 * The store is opened without the lock that gives it to one process, so that two compete as two replicas would. A frozen
 * process is woken only after the other one has sent everything, what the frozen one held included; or after a while, if
 * it froze amid a write and so keeps the other one from writing. {@code main} is the long run and prints its figures.
 */
final class DeliveryFaultRun implements AutoCloseable {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final String SUBSCRIPTION = "s1";
    private static final Duration MOMENT = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PATIENCE_AT_THE_END = Duration.ofMinutes(2);

    /** What is to be survived. */
    record Plan(int deliveries, int kills, int freezes, long seed) {}

    /**
     * What came of it.
     *
     * @param overtaken freezes during which the other process sent everything
     * @param lost deliveries that never arrived
     * @param doubled deliveries that arrived more than once
     * @param inTheWindow those of the doubled that came out of a process frozen inside the call, before its bytes left,
     *     for longer than the lease: no fence reaches the platform
     * @param unsettled deliveries that are not SENT in the end
     */
    record Figures(
            Plan plan,
            int overtaken,
            Map<FaultyServer.Answer, Integer> answers,
            int looks,
            int lost,
            int doubled,
            int inTheWindow,
            int unsettled,
            Duration took) {}

    private enum Fault {
        KILL,
        FREEZE
    }

    private final Plan plan;
    private final Path folder;
    private final Random random;
    private final Instant began = InstantSource.system().instant();
    private final FaultyServer platform;
    private final SharedStore store;
    private final JdbcDeliveries deliveries;
    private final DurableAgenda agenda;
    private final List<Worker> workers = new ArrayList<>();
    private int planned;
    private int overtaken;

    private DeliveryFaultRun(Plan plan, Path folder) throws IOException {
        this.plan = plan;
        this.folder = folder;
        this.random = new Random(plan.seed());
        this.platform = new FaultyServer(plan.seed());
        this.store = SharedStore.open(folder.resolve("briefcast.db"));
        this.deliveries = new JdbcDeliveries(store.database());
        this.agenda = new DurableAgenda(store.database().dataSource());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.println(run(new Plan(2_000, 100, 20, 20260309), Files.createTempDirectory("faults")));
    }

    static Figures run(Plan plan, Path folder) throws IOException, InterruptedException {
        try (var run = new DeliveryFaultRun(plan, folder)) {
            return run.run();
        }
    }

    private Figures run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        new JdbcSubscriptions(store.database()).save(subscription());
        workers.add(new Worker());
        workers.add(new Worker());
        List<Fault> faults = faults();
        for (int i = 0; i < faults.size(); i++) {
            order((i + 1) * plan.deliveries() / faults.size());
            strike(faults.get(i));
        }
        await(PATIENCE_AT_THE_END);
        return figures(Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(Collections.nCopies(plan.kills(), Fault.KILL));
        faults.addAll(Collections.nCopies(plan.freezes(), Fault.FREEZE));
        Collections.shuffle(faults, random);
        return faults;
    }

    /** Orders briefs up to this many in all, of as many days, and due now. */
    private void order(int upTo) {
        store.database().transactions().executeWithoutResult(tx -> {
            for (; planned < upTo; planned++) {
                DeliveryKey key = key(planned);
                deliveries.add(Delivery.pending(key, "us", "chat", "#x", new Message("Brief", List.of()), began));
                agenda.deliver(key, began);
            }
        });
    }

    /** Amid the work: some posts of the new order have arrived, others have not. */
    private void strike(Fault fault) throws IOException, InterruptedException {
        int slot = random.nextInt(workers.size());
        workers.get(slot).awaitReady();
        platform.await(platform.arrivals() + 1 + random.nextInt(5), Duration.ofSeconds(1));
        switch (fault) {
            case KILL -> {
                workers.get(slot).kill();
                workers.set(slot, new Worker());
            }
            case FREEZE -> {
                workers.get(1 - slot).awaitReady();
                workers.get(slot).signal("STOP");
                overtaken += await(PATIENCE) ? 1 : 0;
                workers.get(slot).signal("CONT");
            }
        }
    }

    /** Waits until everything that was ordered is sent. */
    private boolean await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (unsettled() > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(MOMENT.toNanos());
        }
        return true;
    }

    private int unsettled() {
        return store.database()
                .jdbc()
                .sql("SELECT COUNT(*) FROM deliveries WHERE state <> 'SENT'")
                .query(Integer.class)
                .single();
    }

    private Figures figures(Duration took) {
        Map<String, Integer> posts = platform.posts();
        Map<String, Integer> held = platform.held();
        List<String> tokens = IntStream.range(0, plan.deliveries())
                .mapToObj(i -> key(i).token())
                .toList();
        List<String> doubled = tokens.stream()
                .filter(token -> posts.getOrDefault(token, 0) > 1)
                .toList();
        return new Figures(
                plan,
                overtaken,
                platform.answers(),
                platform.looks(),
                (int) tokens.stream().filter(token -> !posts.containsKey(token)).count(),
                doubled.size(),
                (int) doubled.stream()
                        .filter(token -> held.getOrDefault(token, 0) > 0)
                        .count(),
                unsettled(),
                took);
    }

    private static DeliveryKey key(int n) {
        return new DeliveryKey(SUBSCRIPTION, FIRST_DAY.plusDays(n));
    }

    /** Its own brief is due in an hour, when all is over. */
    private Subscription subscription() {
        LocalTime later = LocalTime.ofInstant(began.plus(Duration.ofHours(1)), ZoneOffset.UTC);
        return new Subscription(
                SUBSCRIPTION,
                new Audience("us", "chat", Audience.Kind.CHANNEL, "", "#x"),
                Interests.EVERYTHING,
                BriefTime.daily(later, ZoneOffset.UTC),
                true);
    }

    @Override
    public void close() {
        for (Worker worker : workers) {
            worker.kill();
        }
        platform.close();
        store.close();
    }

    /** One of the two processes. */
    private final class Worker {
        private static final int STARTS = 5;

        private Process process = started();
        private boolean ready;

        Worker() throws IOException {}

        private Process started() throws IOException {
            return Processes.small(
                            DeliveringProcess.class,
                            folder.resolve("briefcast.db").toString(),
                            Integer.toString(platform.port()))
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("errors").toFile()))
                    .start();
        }

        /** A process that found the store locked for too long says so and ends: it is started again, as it asks for. */
        void awaitReady() throws IOException {
            for (int start = 1; !ready; start++) {
                BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                ready = lines.lines().anyMatch("ready"::equals);
                if (!ready) {
                    String errors = Files.readString(folder.resolve("errors"));
                    if (start == STARTS || !errors.contains("is locked by another program")) {
                        throw new AssertionError("the process ended: " + errors);
                    }
                    process = started();
                }
            }
        }

        void kill() {
            process.destroyForcibly().onExit().join();
        }

        void signal(String name) throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }
}
