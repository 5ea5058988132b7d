package io.briefcast.pipeline;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.briefcast.BriefSettings;
import io.briefcast.DeliverySettings;
import io.briefcast.PipelineSettings;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.FakePlatform;
import io.briefcast.delivery.Installation;
import io.briefcast.insight.Insight;
import io.briefcast.language.OneMeaning;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Ids;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Tenant;
import io.briefcast.search.PassageCutter;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcBoilerplate;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcInsights;
import io.briefcast.store.JdbcInstallations;
import io.briefcast.store.JdbcOlderEpisodes;
import io.briefcast.store.JdbcPassages;
import io.briefcast.store.JdbcSeenInsights;
import io.briefcast.store.JdbcShowLists;
import io.briefcast.store.JdbcShows;
import io.briefcast.store.JdbcStoppedFeeds;
import io.briefcast.store.JdbcSubscriptions;
import io.briefcast.store.Samples;
import io.briefcast.store.SqliteStore;
import io.briefcast.store.TaskPicking;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import io.briefcast.transcript.TranscriptFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.util.FileSystemUtils;

/**
 * The whole pipeline on a store of its own, with a publisher, words, an extractor and a chat platform that do what the
 * test says. It stands still at noon until the test moves its clock and runs what is due.
 */
final class PipelineRig implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    static final URI FEED = URI.create("https://rent.example/feed.xml");
    static final String SHOW = Ids.show(FEED);

    final SettableClock clock = new SettableClock();
    final FakePublisher publisher = new FakePublisher();
    final FakeWords words = new FakeWords();
    final FakeExtractor extractor = new FakeExtractor();
    final List<Chapter> chapters = new ArrayList<>();
    final FakePlatform platform = new FakePlatform();

    /** One permit for each brief that was written. */
    final Semaphore briefs = new Semaphore(0);

    final Pipeline.Parts parts;
    final Pipeline pipeline;
    final ManualScheduler scheduler;
    private final Path folder;
    private final SqliteStore store;

    PipelineRig() {
        clock.set(Samples.NOON);
        folder = temporary();
        store = SqliteStore.open(folder.resolve("briefcast.db"));
        parts = parts(store.database());
        pipeline = new Pipeline(parts);
        scheduler = scheduler(new TaskPicking(
                store.database(), Arrays.stream(Task.values()).map(Task::key).toList()));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("pipeline");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Pipeline.Parts parts(Database db) {
        var settings = new DeliverySettings(Duration.ofHours(6), Duration.ofMinutes(1));
        var deliveries = new JdbcDeliveries(db);
        return new Pipeline.Parts(
                db,
                clock::now,
                new JdbcShows(db),
                new JdbcShowLists(db),
                new JdbcEpisodes(db, clock::now),
                new JdbcOlderEpisodes(db),
                new JdbcInsights(db),
                new JdbcBoilerplate(db),
                new JdbcSubscriptions(db),
                new JdbcSeenInsights(db),
                new JdbcStoppedFeeds(db),
                deliveries,
                publisher,
                new TranscriptFinder(List.of(words, new FakeWords.OfNotes())),
                extractor,
                new JdbcPassages(db),
                new PassageCutter(new OneMeaning()),
                episode -> chapters,
                this::writeBrief,
                new Dispatcher(deliveries, List.of(platform), settings, clock::now),
                new PipelineSettings(Duration.ofSeconds(1), 2),
                settings,
                new BriefSettings(Duration.ofDays(3)));
    }

    private BriefWriter.Written writeBrief(Subscription subscription, LocalDate day, Instant now) {
        briefs.release();
        return new BriefWriter.Written(
                new Message("Brief of " + day, List.of(new Block.Heading("Brief of " + day))),
                published(now.minus(Duration.ofDays(1)), now));
    }

    /** Another one on the same store, as of another process. */
    ManualScheduler scheduler(TaskPicking picking) {
        Database db = parts.database();
        var ticker = new Ticker(db, parts.steps(), agenda(), clock::now);
        var builder = TestHelper.createManualScheduler(db.dataSource(), ticker.tasks(picking));
        builder.pollUsingLockAndFetch(0.5, 1.0).jdbcCustomization(picking).enablePriority();
        return builder.clock(clock).alwaysPersistTimestampInUTC().build();
    }

    DurableAgenda agenda() {
        return new DurableAgenda(parts.database().dataSource());
    }

    /** A brief at this time of every day, in UTC. */
    static Subscription daily(LocalTime at) {
        return new Subscription(
                "s1",
                new Audience("us", "chat", Audience.Kind.CHANNEL, "", "#general"),
                Interests.EVERYTHING,
                BriefTime.daily(at, ZoneOffset.UTC),
                true);
    }

    static DeliveryKey key(LocalDate day) {
        return new DeliveryKey("s1", day);
    }

    /** A second workspace in which Briefcast is installed. */
    Tenant otherWorkspace() {
        new JdbcInstallations(parts.database())
                .save(new Installation("slack", "T2", "B", "U", "sealed", Optional.empty(), Samples.NOON));
        return new Tenant("slack", "T2");
    }

    void advance(Duration by) {
        clock.set(clock.now().plus(by));
        runAllDue();
    }

    /** A chain of four tasks plans one after the other. */
    void runAllDue() {
        for (int i = 0; i < 4; i++) {
            runAllDueOnce();
        }
    }

    void runAllDueOnce() {
        scheduler.runAnyDueExecutions();
    }

    /** Runs one step by hand, up to where its outcome would be written. */
    Outcome run(Task task, String id) {
        return parts.steps().of(task).run(id, clock.now());
    }

    /** Gives when the step is to run again. */
    Optional<Instant> write(Outcome outcome) {
        return Objects.requireNonNull(
                parts.database().transactions().execute(tx -> outcome.write().apply(agenda())));
    }

    Reading reading(String episodeId) {
        return parts.episodes().reading(episodeId).orElseThrow();
    }

    /** The ids of the insights that a brief could pick from. */
    List<String> published() {
        return published(Instant.EPOCH, Samples.NOON);
    }

    private List<String> published(Instant from, Instant to) {
        return parts.insights().published(from, to.plusSeconds(1)).stream()
                .map(Insight::id)
                .toList();
    }

    Delivery delivery(LocalDate day) {
        return parts.deliveries().find(key(day)).orElseThrow();
    }

    /** What the brief of that day says. */
    String brief(LocalDate day) {
        return delivery(day).message().blocks().toString();
    }

    /** Stops nothing: whoever starts the pipeline closes it. */
    @Override
    public void close() throws IOException {
        store.close();
        FileSystemUtils.deleteRecursively(folder);
    }
}
