package io.briefcast.adapter.slack;

import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.Delivery.State;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kills sending processes amid their calls to a faulty Slack, and counts every post: before Slack has taken it, after it
 * and before the answer, and right after the answer, while the process writes it down.
 */
final class SlackKillRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** What came of it. */
    record Figures(
            int briefs,
            Map<Moment, Integer> kills,
            int faults,
            int looks,
            int lost,
            int doubled,
            int unsent,
            Duration took) {}

    /** When a process dies. */
    enum Moment {
        BEFORE_IT_IS_TAKEN,
        BEFORE_THE_ANSWER,
        AFTER_THE_ANSWER
    }

    private final int deaths;
    private final Path folder;
    private final Random random = new Random(4);
    private final InstantSource clock = InstantSource.system();
    private final LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    private final FakeSlack slack = new FakeSlack(clock);
    private final Map<Moment, Integer> kills = Collections.synchronizedMap(new EnumMap<>(Moment.class));
    private int faults;

    private SlackKillRun(int deaths, Path folder) {
        this.deaths = deaths;
        this.folder = folder;
    }

    /** Two briefs for every death, since some lives send more than one, and a last process that sends what is left. */
    static Figures run(int deaths, Path folder) throws IOException, InterruptedException {
        try (var run = new SlackKillRun(deaths, folder)) {
            return run.run();
        }
    }

    private Figures run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        inStore(deliveries -> briefs().forEach(deliveries::add));
        for (int death = 0; death < deaths; death++) {
            trouble().ifPresent(this::arrangeTrouble);
            Process process = process();
            arrangeDeath(process);
            end(process);
        }
        end(process());
        return figures(Duration.ofNanos(System.nanoTime() - start));
    }

    private void arrangeTrouble(Fault fault) {
        slack.misbehave(fault);
        faults++;
    }

    private Optional<Fault> trouble() {
        return switch (random.nextInt(8)) {
            case 0 -> Optional.of(new Fault.Status(429, Map.of("Retry-After", "1")));
            case 1 -> Optional.of(new Fault.Status(503, Map.of()));
            case 2 -> Optional.of(new Fault.AcceptThenDrop());
            case 3 -> Optional.of(new Fault.Drop());
            case 4 -> Optional.of(new Fault.Garbage());
            case 5 -> Optional.of(new Fault.Refusal("internal_error"));
            default -> Optional.empty();
        };
    }

    private void arrangeDeath(Process process) {
        Moment moment = Moment.values()[random.nextInt(Moment.values().length)];
        Runnable kill = () -> {
            kills.merge(moment, 1, Integer::sum);
            process.destroyForcibly();
        };
        slack.atNextPost(new Fault.Death(kill, moment != Moment.BEFORE_IT_IS_TAKEN, moment == Moment.AFTER_THE_ANSWER));
    }

    private static void end(Process process) throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the process neither died nor ended");
        }
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SlackSender.class.getName(),
                        store().toString(),
                        slack.api().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private List<Delivery> briefs() {
        Instant due = clock.instant();
        return IntStream.range(0, 2 * deaths)
                .mapToObj(i -> Delivery.pending(key(i), "us", "slack", address(i), message(i), due))
                .toList();
    }

    private DeliveryKey key(int brief) {
        return new DeliveryKey("s" + brief, day);
    }

    /** Every brief has a place of its own: the limit of a channel is another test's business. */
    private String address(int brief) {
        if (brief % 2 == 0) {
            return FakeSlack.TEAM + "/U0KILL" + brief;
        }
        slack.addChannel("C0KILL" + brief);
        return FakeSlack.TEAM + "/C0KILL" + brief;
    }

    private static Message message(int brief) {
        Block words = brief % 3 == 0 ? Cards.card(1, "Claim", "", "Quote") : new Block.Paragraph("Words");
        return new Message("Brief", List.of(new Block.Heading("Your brief"), words));
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
                IntStream.range(0, 2 * deaths).mapToObj(i -> posts(key(i))).toList();
        int[] unsent = {0};
        inStore(deliveries -> IntStream.range(0, 2 * deaths)
                .forEach(i -> unsent[0] += deliveries.find(key(i)).orElseThrow().state() == State.SENT ? 0 : 1));
        return new Figures(
                counts.size(),
                Map.copyOf(kills),
                faults,
                slack.calls("conversations.history").size(),
                (int) counts.stream().filter(count -> count == 0).count(),
                (int) counts.stream().filter(count -> count > 1).count(),
                unsent[0],
                took);
    }

    private long posts(DeliveryKey key) {
        return slack.posted().stream()
                .filter(post -> post.arguments().getOrDefault("metadata", "").contains(key.token()))
                .count();
    }

    @Override
    public void close() {
        slack.close();
    }
}
