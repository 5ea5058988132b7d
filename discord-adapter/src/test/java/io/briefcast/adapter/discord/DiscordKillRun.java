package io.briefcast.adapter.discord;

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
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * Kills sending processes amid their calls to a faulty Discord, and counts every post: before Discord has taken it, after
 * it and before the answer, and right after the answer, while the process writes it down. Half of the processes come when
 * Discord has forgotten every nonce.
 */
final class DiscordKillRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    /** A forum has no nonce, but takes few posts in a day. */
    private static final int BETWEEN_FORUM_POSTS = 10;

    /** What came of it. */
    record Figures(
            int briefs,
            Map<Moment, Integer> kills,
            int faults,
            int forgotten,
            long looks,
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
    private final FakeDiscord discord = new FakeDiscord(clock);
    private final Map<Moment, Integer> kills = Collections.synchronizedMap(new EnumMap<>(Moment.class));
    private int faults;
    private int forgotten;

    private DiscordKillRun(int deaths, Path folder) {
        this.deaths = deaths;
        this.folder = folder;
    }

    /** Two briefs for every death, since some lives send more than one, and a last process that sends what is left. */
    static Figures run(int deaths, Path folder) throws IOException, InterruptedException {
        try (var run = new DiscordKillRun(deaths, folder)) {
            return run.run();
        }
    }

    private Figures run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        inStore(deliveries -> briefs().forEach(deliveries::add));
        for (int death = 0; death < deaths; death++) {
            arrangeTrouble();
            Process process = process();
            arrangeDeath(process);
            end(process);
        }
        end(process());
        return figures(Duration.ofNanos(System.nanoTime() - start));
    }

    private void arrangeTrouble() {
        if (random.nextBoolean()) {
            discord.forgetNonces();
            forgotten++;
        }
        trouble().ifPresent(fault -> {
            discord.misbehave(fault);
            faults++;
        });
    }

    private Optional<Fault> trouble() {
        return switch (random.nextInt(6)) {
            case 0 -> Optional.of(new Fault.Status(429, 0, Map.of("Retry-After", "1")));
            case 1 -> Optional.of(new Fault.Status(503, 0, Map.of()));
            case 2 -> Optional.of(new Fault.AcceptThenDrop());
            case 3 -> Optional.of(new Fault.Drop());
            default -> Optional.empty();
        };
    }

    private void arrangeDeath(Process process) {
        Moment moment = Moment.values()[random.nextInt(Moment.values().length)];
        Runnable kill = () -> {
            kills.merge(moment, 1, Integer::sum);
            process.destroyForcibly();
        };
        boolean taken = moment != Moment.BEFORE_IT_IS_TAKEN;
        discord.atNextPost(new Fault.Dying(kill, taken, moment == Moment.AFTER_THE_ANSWER));
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
                        DiscordSender.class.getName(),
                        store().toString(),
                        discord.api().toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output").toFile()))
                .start();
    }

    private List<Delivery> briefs() {
        Instant due = clock.instant();
        return IntStream.range(0, 2 * deaths)
                .mapToObj(i -> Delivery.pending(key(i), "us", "discord", address(i), message(i), due))
                .toList();
    }

    private DeliveryKey key(int brief) {
        return new DeliveryKey("s" + brief, day);
    }

    /** Some have buttons, which carry the key, and some have none. */
    private static Message message(int brief) {
        Block words = brief % 2 == 0 ? new Block.Paragraph("Words") : Cards.card(1, "Claim", "", "Quote");
        return new Message("Brief", List.of(new Block.Heading("Your brief"), words));
    }

    private static String address(int brief) {
        return switch (brief % BETWEEN_FORUM_POSTS) {
            case 0 -> FakeServer.ID + "/forum/" + FakeServer.FORUM;
            case 3, 6 -> "@me/" + FakeServer.CONVERSATION;
            default -> FakeServer.ID + "/" + FakeServer.BRIEFS;
        };
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
        List<DataObject> there = discord.posted();
        List<Long> counts = IntStream.range(0, 2 * deaths)
                .mapToObj(i -> DiscordMark.of(key(i)))
                .map(mark -> there.stream()
                        .filter(post -> DiscordHistory.isMarked(post, mark))
                        .count())
                .toList();
        int[] unsent = {0};
        inStore(deliveries -> IntStream.range(0, 2 * deaths)
                .forEach(i -> unsent[0] += deliveries.find(key(i)).orElseThrow().state() == State.SENT ? 0 : 1));
        return new Figures(
                counts.size(),
                Map.copyOf(kills),
                faults,
                forgotten,
                discord.calls().stream()
                        .filter(call -> call.is("GET", "/messages") || call.is("GET", "/active"))
                        .count(),
                (int) counts.stream().filter(count -> count == 0).count(),
                (int) counts.stream().filter(count -> count > 1).count(),
                unsent[0],
                took);
    }

    @Override
    public void close() {
        discord.close();
    }
}
