package io.briefcast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import io.briefcast.BriefSettings;
import io.briefcast.DeliverySettings;
import io.briefcast.PipelineSettings;
import io.briefcast.command.ShowDesk;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.FakePlatform;
import io.briefcast.delivery.Installation;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Quote;
import io.briefcast.language.OneMeaning;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Ids;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Tenant;
import io.briefcast.podcast.TranscriptLink;
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
import io.briefcast.store.StoreUnusable;
import io.briefcast.store.TaskPicking;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptFinder;
import io.briefcast.transcript.TranscriptSource;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineTest {
    private static final Instant NOON = Samples.NOON;
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);
    private static final URI FEED = URI.create("https://rent.example/feed.xml");
    private static final String SHOW = Ids.show(FEED);

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock();
    private final FakePlatform platform = new FakePlatform();
    private final List<String> published = new ArrayList<>();
    private final Map<String, TranscriptSource.Search> words = new HashMap<>();
    private final Set<String> busyOnce = ConcurrentHashMap.newKeySet();
    private final List<String> extracted = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, Instant> dated = new HashMap<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private final Map<String, String> transcripts = new HashMap<>();
    private final Set<String> unsaid = new HashSet<>();
    private final AtomicInteger feedReadings = new AtomicInteger();
    private final Semaphore briefs = new Semaphore(0);
    private volatile CountDownLatch silence = new CountDownLatch(0);
    private SqliteStore store;
    private Pipeline.Parts parts;
    private Pipeline pipeline;
    private ManualScheduler scheduler;

    @BeforeEach
    void open() {
        clock.set(NOON);
        store = SqliteStore.open(folder.resolve("briefcast.db"));
        var db = store.database();
        var settings = new DeliverySettings(Duration.ofHours(6), Duration.ofMinutes(1));
        var deliveries = new JdbcDeliveries(db);
        parts = new Pipeline.Parts(
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
                new FakeFeeds(),
                new TranscriptFinder(List.of(new FakeSource(), new FakeNotes())),
                new FakeExtractor(),
                new JdbcPassages(db),
                new PassageCutter(new OneMeaning()),
                episode -> chapters,
                this::writeBrief,
                new Dispatcher(deliveries, List.of(platform), settings, clock::now),
                new PipelineSettings(Duration.ofSeconds(1), 2),
                settings,
                new BriefSettings(Duration.ofDays(3)));
        pipeline = new Pipeline(parts);
        scheduler = scheduler(
                new TaskPicking(Arrays.stream(Task.values()).map(Task::key).toList()));
    }

    private ManualScheduler scheduler(TaskPicking picking) {
        Database db = parts.database();
        var ticker = new Ticker(db, parts.steps(), new DurableAgenda(db.dataSource()), clock::now);
        var builder = TestHelper.createManualScheduler(db.dataSource(), ticker.tasks(picking));
        builder.pollUsingLockAndFetch(0.5, 1.0).jdbcCustomization(picking);
        return builder.clock(clock).alwaysPersistTimestampInUTC().build();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewEpisodeGoesAllTheWayToItsAudience() {
        published.add("e1");
        pipeline.follow(FEED);
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        runAllDue();
        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(parts.insights().count()).isEqualTo(2);
        assertThat(platform.posts()).isEmpty();
        advance(Duration.ofMinutes(30));

        assertThat(platform.posts()).containsExactly(key(TODAY).token());
        assertThat(parts.deliveries().find(key(TODAY)).orElseThrow().state()).isEqualTo(Delivery.State.SENT);
        assertThat(parts.seen().seen("us", Instant.EPOCH))
                .extracting(Insight::id)
                .containsExactly("e1-0", "e1-1");
    }

    @Test
    void theNextDayBringsTheNextBrief() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        advance(Duration.ofMinutes(30));
        advance(Duration.ofHours(23));
        assertThat(platform.posts()).hasSize(1);
        advance(Duration.ofHours(1));

        assertThat(platform.posts())
                .containsExactly(key(TODAY).token(), key(TODAY.plusDays(1)).token());
    }

    @Test
    void anEpisodeIsReadOnceHoweverOftenItsFeedIsRead() {
        published.add("e1");
        pipeline.follow(FEED);
        runAllDue();

        published.add("e2");
        advance(Duration.ofHours(1));
        advance(Duration.ofHours(1));

        assertThat(extracted).containsExactly("e1", "e2");
        assertThat(parts.insights().count()).isEqualTo(4);
    }

    @Test
    void followingTwiceIsHarmless() {
        assertThat(pipeline.follow(FEED)).isTrue();
        assertThat(pipeline.follow(FEED)).isFalse();

        runAllDue();

        assertThat(parts.shows().all()).hasSize(1);
    }

    @Test
    void aTranscriptThatComesLaterIsWaitedForInGrowingSteps() {
        published.add("e1");
        words.put("e1", new TranscriptSource.Search.Later("the server is busy"));
        pipeline.follow(FEED);
        runAllDue();
        assertThat(reading("e1").state()).isEqualTo(Reading.State.WAITING);
        assertThat(reading("e1").detail()).contains("the server is busy");

        advance(Duration.ofMinutes(5));
        words.remove("e1");
        advance(Duration.ofMinutes(4));
        assertThat(reading("e1").state()).isEqualTo(Reading.State.WAITING);
        advance(Duration.ofMinutes(1));

        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aSourceThatKnowsWhenIsAskedAgainThen() {
        published.add("e1");
        words.put("e1", new TranscriptSource.Search.Later("used up", Optional.of(Duration.ofHours(3))));
        pipeline.follow(FEED);
        runAllDue();
        words.remove("e1");

        advance(Duration.ofHours(3).minusMinutes(1));
        assertThat(reading("e1").state()).isEqualTo(Reading.State.WAITING);
        advance(Duration.ofMinutes(1));

        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void afterADayOfWaitingItIsGivenUpAndSaysWhy() {
        published.add("e1");
        words.put("e1", new TranscriptSource.Search.Later("the server is busy"));
        pipeline.follow(FEED);
        runAllDue();

        for (int hour = 0; hour < 48; hour++) {
            advance(Duration.ofHours(1));
        }

        assertThat(reading("e1").state()).isEqualTo(Reading.State.NOTHING);
        assertThat(reading("e1").detail()).contains("the server is busy");
    }

    @Test
    void anEpisodeWithoutWordsSaysWhy() {
        published.add("e1");
        words.put("e1", new TranscriptSource.Search.Nothing("the feed offers none"));
        pipeline.follow(FEED);

        runAllDue();

        assertThat(reading("e1").state()).isEqualTo(Reading.State.NOTHING);
        assertThat(reading("e1").detail()).contains("the feed offers none");
    }

    @Test
    void anEpisodeThatBreaksTheExtractorFailsOnceAndTheOthersGoOn() {
        published.addAll(List.of("broken", "e2"));
        pipeline.follow(FEED);

        runAllDue();
        advance(Duration.ofHours(2));

        assertThat(reading("broken").state()).isEqualTo(Reading.State.FAILED);
        assertThat(reading("e2").state()).isEqualTo(Reading.State.READ);
        assertThat(extracted).containsExactlyInAnyOrder("broken", "e2");
    }

    @Test
    void anEpisodeThatIsCutOffByTheEndOfTheProcessIsReadByTheNext() {
        published.add("cut off");
        pipeline.follow(FEED);
        runAllDue();
        assertThat(reading("cut off").state()).isEqualTo(Reading.State.WAITING);

        extracted.add("by the process before");
        advance(Duration.ofHours(2));

        assertThat(reading("cut off").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aSkippedEpisodeIsRememberedAndNotRead() {
        published.add("skip-trailer");
        pipeline.follow(FEED);

        runAllDue();

        assertThat(reading("skip-trailer").state()).isEqualTo(Reading.State.SKIPPED);
        assertThat(extracted).isEmpty();
    }

    @Test
    void aBriefThatIsHoursLateIsSkippedAndTheNextOneComes() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        clock.set(NOON.plus(Duration.ofHours(7)));
        runAllDue();
        assertThat(platform.posts()).isEmpty();
        assertThat(parts.deliveries().find(key(TODAY)).orElseThrow().state()).isEqualTo(Delivery.State.SKIPPED);
        advance(Duration.ofHours(18));

        assertThat(platform.posts()).containsExactly(key(TODAY.plusDays(1)).token());
    }

    @Test
    void whoUnsubscribedGetsNothingMore() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        Subscription order = parts.subscriptions().active().getFirst();

        pipeline.subscribe(new Subscription(order.id(), order.audience(), order.interests(), order.time(), false));
        advance(Duration.ofDays(2));

        assertThat(platform.posts()).isEmpty();
    }

    @Test
    void aNewTimeMovesTheBrief() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        pipeline.subscribe(daily(LocalTime.of(15, 0)));

        advance(Duration.ofMinutes(30));
        assertThat(platform.posts()).isEmpty();
        advance(Duration.ofMinutes(150));

        assertThat(platform.posts()).containsExactly(key(TODAY).token());
    }

    @Test
    void aNewHourAfterTheBriefGivesNoSecondOneThatDay() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        advance(Duration.ofMinutes(30));

        Optional<BriefTime.Due> next = pipeline.subscribe(daily(LocalTime.of(18, 0)));
        advance(Duration.ofHours(10));

        assertThat(platform.posts()).containsExactly(key(TODAY).token());
        assertThat(next.orElseThrow().day()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void aNewZoneNeverGivesADateTwoNorTwoDatesAtOnce() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        pipeline.subscribe(daily(LocalTime.of(12, 30)).with(BriefTime.daily(LocalTime.of(2, 0), auckland)));
        advance(Duration.ofHours(2));
        assertThat(platform.posts()).containsExactly(key(TODAY.plusDays(1)).token());

        pipeline.subscribe(
                daily(LocalTime.of(12, 30)).with(BriefTime.daily(LocalTime.of(8, 0), ZoneId.of("Pacific/Honolulu"))));
        advance(Duration.ofHours(24));
        assertThat(platform.posts()).hasSize(1);
        advance(Duration.ofHours(30));

        assertThat(platform.posts())
                .containsExactly(
                        key(TODAY.plusDays(1)).token(), key(TODAY.plusDays(2)).token());
    }

    @Test
    void aHolidayIsQuietAndEnds() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        pipeline.subscribe(daily(LocalTime.of(12, 30)).away(Optional.of(TODAY.plusDays(1))));

        advance(Duration.ofMinutes(30));
        advance(Duration.ofDays(1));
        assertThat(platform.posts()).isEmpty();
        advance(Duration.ofDays(1));

        assertThat(platform.posts()).containsExactly(key(TODAY.plusDays(2)).token());
    }

    @Test
    void theNextBriefSaysThatOneWasLeftOutAndWhy() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        clock.set(NOON.plus(Duration.ofHours(7)));
        runAllDue();
        advance(Duration.ofHours(18));
        advance(Duration.ofHours(24));

        assertThat(words(TODAY.plusDays(1)))
                .contains("The brief for Monday, 9 March 2026 was left out: Briefcast was not running at its time.");
        assertThat(words(TODAY.plusDays(2))).doesNotContain("left out");
    }

    @Test
    void afterDaysOfStandstillTodaysBriefStillComesAndSaysWhatWasLeftOut() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        clock.set(NOON.plus(Duration.ofHours(49)));
        runAllDue();
        runAllDue();

        assertThat(platform.posts()).containsExactly(key(TODAY.plusDays(2)).token());
        assertThat(words(TODAY.plusDays(2)))
                .contains("The briefs from Monday, 9 March 2026 to Tuesday, 10 March 2026 were left out;"
                        + " the last one: Briefcast was not running at its time.");
        assertThat(parts.deliveries().find(key(TODAY.plusDays(1))).orElseThrow().state())
                .isEqualTo(Delivery.State.SKIPPED);
        advance(Duration.ofHours(24));
        assertThat(platform.posts()).hasSize(2);
        assertThat(words(TODAY.plusDays(3))).doesNotContain("left out");
    }

    @Test
    void aHolidayDuringTheStandstillIsNotSaidToBeLeftOut() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)).away(Optional.of(TODAY.plusDays(1))));

        clock.set(NOON.plus(Duration.ofDays(4)).plus(Duration.ofHours(1)));
        runAllDue();
        runAllDue();

        assertThat(words(TODAY.plusDays(4)))
                .contains("The briefs from Wednesday, 11 March 2026 to Thursday, 12 March 2026 were left out");
        assertThat(parts.deliveries().find(key(TODAY))).isEmpty();
    }

    @Test
    void afterAYearOfStandstillABoundedNumberOfDaysIsWrittenDown() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        clock.set(NOON.plus(Duration.ofDays(365)).plus(Duration.ofHours(1)));
        runAllDue();
        runAllDue();

        assertThat(platform.posts()).containsExactly(key(TODAY.plusDays(365)).token());
        assertThat(parts.deliveries().ofAudience("us", 1_000)).hasSize(32);
        assertThat(words(TODAY.plusDays(365)))
                .contains("The briefs from Monday, 9 March 2026 to Monday, 8 March 2027 were left out");
    }

    @Test
    void aMissingPlanBringsTodaysBriefOnlyToWhoHadSomeBefore() {
        parts.subscriptions().save(daily(LocalTime.of(11, 30)));
        pipeline.start();
        pipeline.close();
        var agenda = new DurableAgenda(store.database().dataSource());
        assertThat(agenda.planned(Task.COMPOSE_BRIEF)).containsExactly(Agenda.id(key(TODAY.plusDays(1))));

        agenda.drop(Task.COMPOSE_BRIEF, Agenda.id(key(TODAY.plusDays(1))));
        parts.deliveries()
                .add(Delivery.pending(
                        key(TODAY.minusDays(1)), "us", "chat", "#general", new Message("", List.of()), NOON));
        pipeline.start();
        pipeline.close();

        // It is due, so whoever was started may have composed it before it was stopped.
        assertThat(agenda.planned(Task.COMPOSE_BRIEF).contains(Agenda.id(key(TODAY)))
                        || parts.deliveries().find(key(TODAY)).isPresent())
                .isTrue();
    }

    @Test
    void whoseOrderIsForgottenGetsNothingMore() {
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        pipeline.unsubscribe("s1");
        advance(Duration.ofDays(2));

        assertThat(platform.posts()).isEmpty();
        assertThat(parts.subscriptions().all()).isEmpty();
    }

    private String words(LocalDate day) {
        return parts.deliveries()
                .find(key(day))
                .orElseThrow()
                .message()
                .blocks()
                .toString();
    }

    @Test
    void aChannelThatIsGoneSwitchesTheSubscriptionOff() {
        platform.fail(FakePlatform.Fault.CHANNEL_GONE);
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        advance(Duration.ofMinutes(30));
        advance(Duration.ofDays(3));

        assertThat(parts.subscriptions().active()).isEmpty();
        assertThat(parts.deliveries().last("s1").orElseThrow().reason()).contains("channel_not_found", "switched off");
        assertThat(platform.posts()).isEmpty();
    }

    @Test
    void whatNeverArrivedMayComeInALaterBrief() {
        published.add("e1");
        pipeline.follow(FEED);
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        runAllDue();
        platform.fail(FakePlatform.Fault.TOO_LONG);

        advance(Duration.ofMinutes(30));

        assertThat(parts.deliveries().find(key(TODAY)).orElseThrow().state()).isEqualTo(Delivery.State.DEAD);
        assertThat(parts.seen().seen("us", Instant.EPOCH)).isEmpty();
    }

    @Test
    void whoUnsubscribesWhileABriefIsInDoubtGetsItNoMore() {
        published.add("e1");
        pipeline.follow(FEED);
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        runAllDue();
        platform.fail(FakePlatform.Fault.LOST_AND_UNCLEAR);
        advance(Duration.ofMinutes(30));
        assertThat(parts.deliveries().find(key(TODAY)).orElseThrow().state()).isEqualTo(Delivery.State.UNKNOWN);

        pipeline.subscribe(daily(LocalTime.of(12, 30)).activated(false));
        advance(Duration.ofMinutes(1));

        assertThat(platform.posts()).isEmpty();
        assertThat(parts.deliveries().find(key(TODAY)).orElseThrow().state()).isEqualTo(Delivery.State.SKIPPED);
        assertThat(parts.seen().seen("us", Instant.EPOCH)).isEmpty();
    }

    @Test
    void aBriefDoesNotWaitForServersThatAreSilent() throws InterruptedException {
        silence = new CountDownLatch(1);
        IntStream.range(0, 100).forEach(i -> pipeline.follow(URI.create("https://silent%d.example/feed".formatted(i))));
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        clock.set(NOON.plus(Duration.ofHours(1)));

        pipeline.start();

        assertThat(briefs.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        silence.countDown();
        pipeline.close();
    }

    @Test
    void restartsAskNoFeedBeforeItsTime() {
        pipeline.follow(FEED);
        runAllDue();

        for (int i = 0; i < 100; i++) {
            clock.set(clock.now().plusSeconds(30));
            // as after a start that finds nothing planned
            new DurableAgenda(parts.database().dataSource()).move(Task.REFRESH_SHOW, SHOW, clock.now());
            runAllDue();
        }

        assertThat(feedReadings).hasValue(1);
    }

    @Test
    void afterADayOfStandstillFeedsAreAskedOneByOne() {
        pipeline.follow(FEED);
        runAllDue();
        clock.set(clock.now().plus(Duration.ofDays(1)));

        pipeline.start();
        pipeline.close();
        runAllDue();
        assertThat(feedReadings).hasValue(1);
        advance(Duration.ofMinutes(15));

        assertThat(feedReadings).hasValue(2);
    }

    @Test
    void remembersTheValidatorsOnlyOnceTheItemsAreStored() {
        var jdbc = parts.database().jdbc();
        jdbc.sql("CREATE TRIGGER broken BEFORE INSERT ON episodes BEGIN SELECT RAISE(ABORT, 'broken'); END")
                .update();
        published.add("e1");
        pipeline.follow(FEED);

        runAllDue();
        Optional<String> whileItFails = parts.shows().state(SHOW).etag();
        jdbc.sql("DROP TRIGGER broken").update();
        pipeline.drain(Progress.NONE);

        assertThat(whileItFails).isEmpty();
        assertThat(parts.shows().state(SHOW).etag()).contains("tag");
        assertThat(parts.episodes().find("e1")).isPresent();
    }

    @Test
    void aFailingStepIsTriedAgainLater() {
        published.add("feed breaks");
        pipeline.follow(FEED);
        runAllDue();
        assertThat(parts.shows().state(SHOW).lastRead()).isEmpty();

        published.clear();
        published.add("e1");
        advance(Duration.ofMinutes(1));

        assertThat(extracted).containsExactly("e1");
    }

    @Test
    void aWorkerTakenForDeadWritesNothing() {
        published.add("e1");
        pipeline.follow(FEED);
        runAllDueOnce();
        words.put("e1", new TranscriptSource.Search.Nothing("written by the late worker"));

        // While the worker reads, another one is given its task, as after missed heartbeats.
        whileReading.add(() -> parts.database()
                .jdbc()
                .sql("UPDATE scheduled_tasks SET version = version + 1 WHERE picked = TRUE")
                .update());
        runAllDueOnce();

        assertThat(reading("e1").state()).isEqualTo(Reading.State.WAITING);
    }

    @Test
    void aClockThatJumpsMakesNoLivingTaskADeadOne() {
        published.add("e1");
        pipeline.follow(FEED);
        runAllDueOnce();
        ManualScheduler neighbour = scheduler(new TaskPicking(List.of(Task.REFRESH_SHOW.key())));

        whileReading.add(() -> {
            clock.set(NOON.plus(Duration.ofDays(1)));
            scheduler.runDeadExecutionDetection();
            neighbour.runDeadExecutionDetection();
        });
        runAllDueOnce();

        assertThat(extracted).containsExactly("e1");
        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aTaskOfAProcessThatDiedIsTakenUpAgain() {
        published.add("e1");
        pipeline.follow(FEED);
        runAllDueOnce();
        parts.database()
                .jdbc()
                .sql("UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'gone', last_heartbeat = execution_time")
                .update();

        clock.set(NOON.plus(Duration.ofHours(1)));
        runAllDueOnce();
        assertThat(extracted).isEmpty();
        scheduler.runDeadExecutionDetection();
        runAllDueOnce();

        assertThat(extracted).containsExactly("e1");
    }

    @Test
    void drainingDoesAllThatWaitsAndLeavesTheRestOnTheAgenda() {
        published.addAll(List.of("e1", "e2", "skip-e3"));
        words.put("e2", new TranscriptSource.Search.Later("the server is busy"));
        pipeline.follow(FEED);
        var seen = new RecordedProgress();

        Pipeline.Drained drained = pipeline.drain(seen);

        assertThat(drained).isEqualTo(new Pipeline.Drained(1, List.of(), 2, 2));
        assertThat(seen.log).startsWith("begin Refreshing shows 1", "step https://rent.example/feed.xml", "end");
        assertThat(seen.log).contains("begin Reading episodes 2", "step Title of e1", "step Title of e2");
        var agenda = new DurableAgenda(store.database().dataSource());
        assertThat(agenda.planned(Task.REFRESH_SHOW)).containsExactly(SHOW);
        assertThat(agenda.planned(Task.READ_EPISODE)).containsExactly("e2");
    }

    @Test
    void drainingLetsEpisodesTakeTurnsAtWhatServesOneAtATime() {
        published.addAll(List.of("e1", "e2", "e3"));
        busyOnce.addAll(List.of("e2", "e3"));
        pipeline.follow(FEED);

        pipeline.drain(Progress.NONE);

        assertThat(extracted).containsExactlyInAnyOrder("e1", "e2", "e3");
        var agenda = new DurableAgenda(store.database().dataSource());
        assertThat(agenda.planned(Task.READ_EPISODE)).isEmpty();
    }

    @Test
    void drainingTwiceReadsNothingTwice() {
        published.add("e1");
        pipeline.follow(FEED);

        pipeline.drain(Progress.NONE);
        pipeline.drain(Progress.NONE);

        assertThat(extracted).containsExactly("e1");
    }

    @Test
    void aFullDiskEndsTheDrainWithOneSentence() {
        published.add("e1");
        pipeline.follow(FEED);
        diskFull = true;

        assertThatThrownBy(() -> pipeline.drain(Progress.NONE))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("the disk is full");
    }

    @Test
    void aShowThatIsUnfollowedWhileItsFeedIsAskedStaysForgotten() {
        published.add("e1");
        pipeline.follow(FEED);
        Outcome asked = parts.steps().of(Task.REFRESH_SHOW).run(SHOW, NOON);

        pipeline.unfollow(SHOW);

        assertThat(write(asked)).isPresent();
        assertThat(parts.episodes().find("e1")).isEmpty();
        assertThat(new DurableAgenda(store.database().dataSource()).planned(Task.READ_EPISODE))
                .isEmpty();
    }

    @Test
    void aShowThatIsUnfollowedWhileItsEpisodeIsReadStaysForgotten() {
        published.add("e1");
        pipeline.follow(FEED);
        assertThat(write(parts.steps().of(Task.REFRESH_SHOW).run(SHOW, NOON))).isPresent();
        Outcome read = parts.steps().of(Task.READ_EPISODE).run("e1", NOON);

        pipeline.unfollow(SHOW);

        assertThat(write(read)).isEmpty();
        assertThat(extracted).containsExactly("e1");
        assertThat(parts.insights().count()).isZero();
    }

    /** Gives when the step is to run again. */
    private Optional<Instant> write(Outcome outcome) {
        var agenda = new DurableAgenda(store.database().dataSource());
        return Objects.requireNonNull(
                store.database().transactions().execute(tx -> outcome.write().apply(agenda)));
    }

    @Test
    void theStartPlansWhatIsMissing() {
        Show show = Show.unread(FEED);
        parts.shows().add(show, FeedState.untried(SHOW, NOON.plus(Duration.ofDays(1))));
        parts.episodes().save(episode(show, "e1"), List.of("e1"));
        parts.subscriptions().save(daily(LocalTime.of(12, 30)));

        pipeline.start();
        pipeline.close();

        var agenda = new DurableAgenda(store.database().dataSource());
        assertThat(agenda.planned(Task.REFRESH_SHOW)).containsExactly(SHOW);
        assertThat(agenda.planned(Task.COMPOSE_BRIEF)).containsExactly(Agenda.id(key(TODAY)));
    }

    @Test
    void aTranscriptThatIsAddedIsReadAtOnce() {
        published.add("e1");
        words.put("e1", new TranscriptSource.Search.Nothing("the feed offers none"));
        pipeline.follow(FEED);
        runAllDue();
        assertThat(reading("e1").state()).isEqualTo(Reading.State.NOTHING);

        words.remove("e1");
        transcripts.put("e1", "https://rent.example/e1.vtt");
        advance(Duration.ofHours(1));

        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aBetterTranscriptReplacesWhatTheNotesGave() {
        published.add("e1");
        notes.put("e1", "an essay");
        words.put("e1", new TranscriptSource.Search.Nothing("the feed offers none"));
        pipeline.follow(FEED);
        runAllDue();
        assertThat(reading("e1").transcript()).isEqualTo("show notes");

        words.remove("e1");
        transcripts.put("e1", "https://rent.example/e1.vtt");
        advance(Duration.ofHours(1));

        assertThat(reading("e1").transcript()).isEqualTo("published");
        assertThat(extracted).containsExactly("e1", "e1");
    }

    @Test
    void changedNotesAreReadADayLaterAndNothingIsSentTwice() {
        published.add("e1");
        pipeline.follow(FEED);
        runAllDue();
        List<String> before = published();

        notes.put("e1", "corrected");
        advance(Duration.ofHours(1));
        notes.put("e1", "corrected again");
        advance(Duration.ofHours(22));
        assertThat(extracted).containsExactly("e1");
        assertThat(parts.episodes().barren(Instant.EPOCH, 10)).isEmpty();
        advance(Duration.ofHours(1));

        assertThat(extracted).containsExactly("e1", "e1");
        assertThat(published()).isEqualTo(before);
        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aTranscriptThatIsOfferedWhileTheEpisodeIsReadIsReadRightAfter() {
        published.add("e1");
        pipeline.follow(FEED);
        whileReading.add(() -> {
            transcripts.put("e1", "https://rent.example/corrected.vtt");
            refreshAnHourLater();
        });

        runAllDue();

        assertThat(extracted).containsExactly("e1", "e1");
        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(parts.insights().count()).isEqualTo(2);
    }

    @Test
    void whatElseChangesWhileTheEpisodeIsReadIsReadADayLater() {
        published.add("e1");
        pipeline.follow(FEED);
        whileReading.add(() -> {
            notes.put("e1", "corrected");
            refreshAnHourLater();
        });
        runAllDue();
        assertThat(extracted).containsExactly("e1");
        assertThat(reading("e1").detail()).contains("changed the show notes");

        advance(Duration.ofHours(24));

        assertThat(extracted).containsExactly("e1", "e1");
        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void wordsThatAreOfferedWhileOthersAreWaitedForAreReadAtOnce() {
        published.add("e1");
        words.put("e1", new TranscriptSource.Search.Later("the server is busy"));
        pipeline.follow(FEED);
        whileReading.add(() -> {
            words.remove("e1");
            transcripts.put("e1", "https://rent.example/other.vtt");
            refreshAnHourLater();
            words.put("e1", new TranscriptSource.Search.Later("the server is busy"));
        });
        whileReading.add(() -> words.remove("e1"));

        runAllDue();

        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    private void refreshAnHourLater() {
        clock.set(clock.now().plus(Duration.ofHours(1)));
        write(parts.steps().of(Task.REFRESH_SHOW).run(SHOW, clock.now()));
    }

    @Test
    void whatACorrectionTookBackIsInNoNewBriefButStillKnownToThoseWhoSawOrSavedIt() {
        published.add("e1");
        pipeline.follow(FEED);
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        runAllDue();
        advance(Duration.ofMinutes(30));

        unsaid.add("e1-1");
        transcripts.put("e1", "https://rent.example/corrected.vtt");
        advance(Duration.ofHours(1));

        assertThat(published()).containsExactly("e1-0");
        assertThat(parts.insights().find("e1-1")).isPresent();
        assertThat(parts.seen().seen("us", Instant.EPOCH))
                .extracting(Insight::id)
                .containsExactlyInAnyOrder("e1-0", "e1-1");
    }

    @Test
    void whatWasFoundStandsWhenTheNewTranscriptCannotBeHad() {
        published.add("e1");
        notes.put("e1", "an essay");
        pipeline.follow(FEED);
        runAllDue();

        words.put("e1", new TranscriptSource.Search.Nothing("there is nothing at this address"));
        transcripts.put("e1", "https://rent.example/lost.vtt");
        advance(Duration.ofHours(1));

        assertThat(published()).containsExactly("e1-0", "e1-1");
        assertThat(reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(reading("e1").detail()).contains("read again in vain");
        assertThat(reading("e1").insights()).isEqualTo(2);
    }

    @Test
    void aFeedThatStopsIsToldOfOnceInTheNextBriefAndTriedAgainAtAPress() {
        pipeline.follow(FEED);
        runAllDue();
        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        gone = true;
        advance(Duration.ofHours(1));
        assertThat(asked).containsExactly(Optional.empty(), Optional.of("tag"));

        advance(Duration.ofDays(1));
        advance(Duration.ofDays(1));

        assertThat(words(TODAY)).doesNotContain("not read any more").contains("Brief of");
        assertThat(words(TODAY.plusDays(1)))
                .contains("is not read any more. The publisher took it down.", "Try again", "again:" + SHOW);
        assertThat(words(TODAY.plusDays(2))).doesNotContain("not read any more");
        assertThat(asked).hasSize(2);

        assertThat(pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.ASKED);
        assertThat(pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.NOT_STOPPED);
        runAllDue();
        assertThat(asked).hasSize(3).last().isEqualTo(Optional.of("tag"));
        assertThat(pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.TOO_SOON);

        gone = false;
        clock.set(clock.now().plus(Duration.ofHours(1)));
        assertThat(pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.ASKED);
        runAllDue();
        assertThat(parts.shows().state(SHOW).isStopped()).isFalse();
        assertThat(parts.shows().state(SHOW).trouble()).isEmpty();
    }

    @Test
    void nobodyIsToldOfAShowThatOnlyAnotherWorkspaceFollows() {
        Tenant other = new Tenant("slack", "T2");
        new JdbcInstallations(parts.database())
                .save(new Installation("slack", "T2", "B", "U", "sealed", Optional.empty(), NOON));
        pipeline.follow(other, FEED);
        gone = true;
        runAllDue();
        pipeline.subscribe(daily(LocalTime.of(12, 30)));

        advance(Duration.ofMinutes(30));

        assertThat(words(TODAY)).contains("Brief of").doesNotContain("not read any more");
    }

    @Test
    void aShowIsReadUntilNobodyFollowsItAnyMore() {
        Tenant other = new Tenant("slack", "T2");
        new JdbcInstallations(parts.database())
                .save(new Installation("slack", "T2", "B", "U", "sealed", Optional.empty(), NOON));
        pipeline.follow(FEED);
        pipeline.follow(other, FEED);
        runAllDue();

        pipeline.unfollow(SHOW);
        advance(Duration.ofHours(1));
        assertThat(asked).hasSize(2);
        pipeline.unfollow(other, SHOW);

        advance(Duration.ofDays(1));
        assertThat(asked).hasSize(2);
        assertThat(parts.shows().all()).isEmpty();
    }

    @Test
    void whoPicksFromOtherShowsIsNotTold() {
        pipeline.follow(FEED);
        gone = true;
        runAllDue();
        pipeline.subscribe(daily(LocalTime.of(12, 30)).with(Interests.EVERYTHING.withShows(Set.of("another"))));

        advance(Duration.ofMinutes(30));

        assertThat(words(TODAY)).doesNotContain("not read any more");
    }

    @Test
    void olderEpisodesAreReadOneAfterTheOtherOnRequestAndInNoBrief() {
        published.addAll(List.of("skip-old1", "skip-old2", "e1"));
        dated.put("skip-old1", NOON.minus(Duration.ofDays(30)));
        dated.put("skip-old2", NOON.minus(Duration.ofDays(20)));
        pipeline.follow(FEED);
        runAllDue();
        assertThat(extracted).containsExactly("e1");

        assertThat(pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(2, false));
        runAllDue();
        assertThat(extracted).containsExactly("e1", "skip-old2");
        advance(Duration.ofMinutes(2));
        assertThat(extracted).containsExactly("e1", "skip-old2", "skip-old1");

        pipeline.subscribe(daily(LocalTime.of(12, 30)));
        advance(Duration.ofMinutes(28));
        assertThat(parts.seen().seen("us", Instant.EPOCH))
                .extracting(Insight::episodeId)
                .containsOnly("e1");
        assertThat(pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(0, false));
    }

    @Test
    void drainingReadsOlderEpisodesOneAfterTheOtherToo() {
        published.addAll(List.of("skip-old1", "skip-old2"));
        dated.put("skip-old1", NOON.minus(Duration.ofDays(30)));
        dated.put("skip-old2", NOON.minus(Duration.ofDays(20)));
        pipeline.follow(FEED);
        runAllDue();
        pipeline.readOlder(SHOW, 10);

        pipeline.drain(Progress.NONE);
        assertThat(extracted).containsExactly("skip-old2");

        clock.set(clock.now().plus(Duration.ofMinutes(2)));
        pipeline.drain(Progress.NONE);
        assertThat(extracted).containsExactly("skip-old2", "skip-old1");
    }

    @Test
    void olderPagesOfAFeedAreReadUntilEnoughIsFoundAndNoFurther() {
        archive();
        assertThat(askedPages).isEmpty();

        assertThat(pipeline.readOlder(SHOW, 3)).isEqualTo(new ShowDesk.Older(1, true));
        runAllDue();
        assertThat(askedPages).containsExactly(pageOf(2));
        assertThat(extracted).containsExactly("e1", "skip-1");
        advance(Duration.ofMinutes(2));
        advance(Duration.ofMinutes(2));
        advance(Duration.ofMinutes(2));

        assertThat(extracted).containsExactly("e1", "skip-1", "skip-2", "skip-3");
        assertThat(askedPages).containsExactly(pageOf(2), pageOf(3));
        assertThat(feedReadings).as("readings of the first page").hasValue(1);
        assertThat(reading("skip-3b").state()).isEqualTo(Reading.State.SKIPPED);
        assertThat(pipeline.readOlder(SHOW, 1)).isEqualTo(new ShowDesk.Older(1, false));
    }

    @Test
    void readingOlderPagesStopsAtAPauseAndGoesOnWhereItWas() {
        archive();
        pipeline.readOlder(SHOW, 9);
        runAllDue();

        pipeline.pauseOlder(SHOW);
        advance(Duration.ofMinutes(10));
        assertThat(askedPages).containsExactly(pageOf(2));
        pipeline.readOlder(SHOW, 9);
        runAllDue();

        assertThat(askedPages).containsExactly(pageOf(2), pageOf(3));
    }

    @Test
    void aCrashWhileAnOlderPageIsReadLosesNoPage() {
        archive();
        pipeline.readOlder(SHOW, 9);
        runAllDue();
        clock.set(clock.now().plus(Duration.ofMinutes(2)));

        parts.steps().of(Task.REFRESH_SHOW).run(SHOW, clock.now());
        runAllDue();
        advance(Duration.ofMinutes(2));

        assertThat(askedPages).containsExactly(pageOf(2), pageOf(3), pageOf(3), pageOf(4));
        assertThat(parts.episodes().find("skip-3b")).isPresent();
        assertThat(parts.older().pages(SHOW).orElseThrow().next())
                .as("a page that is lost")
                .isEmpty();
    }

    /** A feed with one episode that is new and one that is old, and with two older pages. */
    private void archive() {
        published.addAll(List.of("e1", "skip-1"));
        List.of("skip-1", "skip-2", "skip-3", "skip-3b")
                .forEach(id -> dated.put(id, NOON.minus(Duration.ofDays(30 + dated.size()))));
        pages.put(pageOf(1), List.of());
        pages.put(pageOf(2), List.of("skip-2"));
        pages.put(pageOf(3), List.of("skip-3", "skip-3b"));
        pipeline.follow(FEED);
        runAllDue();
    }

    private static URI pageOf(int number) {
        return URI.create(FEED + "?page=" + number);
    }

    @Test
    void whatABriefWouldPickFromIsNotOlder() {
        published.add("skip-old1");
        dated.put("skip-old1", NOON.minus(Duration.ofDays(2)));
        pipeline.follow(FEED);
        runAllDue();

        assertThat(pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(0, false));
    }

    @Test
    void readingOlderEpisodesStopsAndGoesOn() {
        published.addAll(List.of("skip-old1", "skip-old2"));
        dated.put("skip-old1", NOON.minus(Duration.ofDays(30)));
        dated.put("skip-old2", NOON.minus(Duration.ofDays(20)));
        pipeline.follow(FEED);
        runAllDue();
        pipeline.readOlder(SHOW, 10);
        runAllDue();

        assertThat(pipeline.pauseOlder(SHOW)).isEqualTo(1);
        advance(Duration.ofHours(3));
        assertThat(extracted).containsExactly("skip-old2");

        assertThat(pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(1, false));
        runAllDue();
        assertThat(extracted).containsExactly("skip-old2", "skip-old1");
    }

    @Test
    void eachInsightKnowsItsChapter() {
        chapters.add(new Chapter(Duration.ZERO, "Hello"));
        chapters.add(new Chapter(
                Samples.insight(Samples.show("rent"), "e", "i", 9, NOON).quote().start(), "Rents"));
        chapters.add(new Chapter(Duration.ofHours(3), "Goodbye"));
        published.add("e1");
        pipeline.follow(FEED);

        runAllDue();

        assertThat(parts.insights().find("e1-0").orElseThrow().chapter()).isEqualTo("Rents");
        assertThat(parts.insights().find("e1-1").orElseThrow().chapter())
                .as("of a moment that is an estimate")
                .isNotEqualTo("Rents");
    }

    private List<String> published() {
        return parts.insights().published(Instant.EPOCH, NOON.plusSeconds(1)).stream()
                .map(Insight::id)
                .toList();
    }

    private boolean gone;
    private final List<Optional<String>> asked = new ArrayList<>();
    private boolean diskFull;
    private final Deque<Runnable> whileReading = new ArrayDeque<>();

    private void advance(Duration by) {
        clock.set(clock.now().plus(by));
        runAllDue();
    }

    /** A chain of four tasks plans one after the other. */
    private void runAllDue() {
        for (int i = 0; i < 4; i++) {
            runAllDueOnce();
        }
    }

    private void runAllDueOnce() {
        scheduler.runAnyDueExecutions();
    }

    private Reading reading(String episodeId) {
        return parts.episodes().reading(episodeId).orElseThrow();
    }

    private static DeliveryKey key(LocalDate day) {
        return new DeliveryKey("s1", day);
    }

    private static Subscription daily(LocalTime at) {
        return new Subscription(
                "s1",
                new Audience("us", "chat", Audience.Kind.CHANNEL, "", "#general"),
                Interests.EVERYTHING,
                BriefTime.daily(at, ZoneOffset.UTC),
                true);
    }

    private final Map<URI, List<String>> pages = new HashMap<>();
    private final List<URI> askedPages = new ArrayList<>();

    /** Each page of a feed names the next, if there is one. */
    private final class FakeFeeds implements FeedReader {
        @Override
        public News read(Show show, FeedState state, Map<String, String> keys, Instant now) {
            News news = readFeed(show, state, now);
            return new News(news.show(), news.state(), news.items(), after(pageOf(1)));
        }

        @Override
        public Page page(Show show, URI page, Map<String, String> keys, Instant now) {
            askedPages.add(page);
            return pages.containsKey(page)
                    ? new Page.Read(
                            pages.getOrDefault(page, List.of()).stream()
                                    .map(id -> new Item(episode(show, id), Set.of(id), "old"))
                                    .toList(),
                            after(page))
                    : new Page.Lost();
        }

        private Optional<URI> after(URI page) {
            return Stream.iterate(1, n -> n + 1)
                    .limit(9)
                    .filter(n -> page.equals(pageOf(n)) && pages.containsKey(page))
                    .map(n -> pageOf(n + 1))
                    .findFirst();
        }
    }

    private FeedReader.News readFeed(Show show, FeedState state, Instant now) {
        feedReadings.incrementAndGet();
        await(silence);
        if (published.contains("feed breaks")) {
            throw new IllegalStateException("a bug in the reader");
        }
        if (diskFull) {
            // SQLite's own limit fails just as a full disk does.
            throw new IllegalStateException(new SQLException("database or disk is full", "", 13));
        }
        asked.add(state.etag());
        if (gone) {
            Optional<String> why = Optional.of("The publisher took it down.");
            FeedState stopped =
                    new FeedState(show.id(), state.etag(), Optional.empty(), FeedState.NEVER, state.lastRead(), 1, why);
            return new FeedReader.News(show, stopped, List.of());
        }
        return new FeedReader.News(
                show,
                new FeedState(
                        show.id(),
                        Optional.of("tag"),
                        state.lastModified(),
                        now.plus(Duration.ofHours(1)),
                        Optional.of(now),
                        0,
                        Optional.empty()),
                published.stream()
                        .map(id -> new FeedReader.Item(
                                episode(show, id), Set.of(id), id.startsWith("skip") ? "a trailer" : ""))
                        .toList());
    }

    private Episode episode(Show show, String id) {
        Episode bare = Samples.bareEpisode(show, id);
        return new Episode(
                id,
                show.id(),
                id,
                "Title of " + id,
                bare.link(),
                dated.getOrDefault(id, NOON),
                bare.enclosure(),
                bare.duration(),
                bare.season(),
                bare.number(),
                bare.kind(),
                List.of(),
                Optional.ofNullable(transcripts.get(id)).stream()
                        .map(address -> new TranscriptLink(URI.create(address), "text/vtt", "en"))
                        .toList(),
                bare.chapters(),
                notes.getOrDefault(id, ""));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BriefWriter.Written writeBrief(Subscription subscription, LocalDate day, Instant now) {
        briefs.release();
        List<String> ids = parts.insights().published(now.minus(Duration.ofDays(1)), now.plusSeconds(1)).stream()
                .map(Insight::id)
                .toList();
        return new BriefWriter.Written(
                new Message("Brief of " + day, List.of(new Block.Heading("Brief of " + day))), ids);
    }

    private final class FakeSource implements TranscriptSource {
        @Override
        public String name() {
            return "published";
        }

        @Override
        public Search find(Episode episode) {
            Optional.ofNullable(whileReading.poll()).ifPresent(Runnable::run);
            if (busyOnce.remove(episode.id())) {
                return new Search.Later("others first", Optional.of(Duration.ofMinutes(2)));
            }
            return words.getOrDefault(
                    episode.id(), new Search.Found(new Transcript("plain", "published", false, List.of(), List.of())));
        }
    }

    /** Finds something in the notes where they hold an essay. */
    private static final class FakeNotes implements TranscriptSource {
        @Override
        public String name() {
            return "show notes";
        }

        @Override
        public Search find(Episode episode) {
            return episode.notes().contains("essay")
                    ? new Search.Found(new Transcript("notes", name(), true, List.of(), List.of()))
                    : new Search.Nothing("too short");
        }
    }

    private final class FakeExtractor implements InsightExtractor {
        @Override
        public String name() {
            return "fake-1";
        }

        @Override
        public Extraction extract(Source source) {
            String id = source.episode().id();
            synchronized (extracted) {
                extracted.add(id);
            }
            if (id.equals("broken")) {
                throw new IllegalStateException("a bug in the extractor");
            }
            if (id.equals("cut off") && extracted.indexOf(id) == extracted.size() - 1) {
                OnnxEmbedder closed = new OnnxEmbedder(1);
                closed.close();
                closed.embed(List.of("words"));
            }
            return new Extraction(
                    Stream.of(
                                    exact(Samples.insight(source.show(), id, id + "-0", 9, date(source))),
                                    Samples.insight(source.show(), id, id + "-1", 8, date(source)))
                            .filter(insight -> !unsaid.contains(insight.id()))
                            .toList(),
                    List.of(),
                    Map.of("question", 3),
                    Set.of(1L, 2L),
                    "");
        }
    }

    /** With the speaker's own times. */
    private static Insight exact(Insight insight) {
        Quote quote = insight.quote();
        return new Insight(
                insight.id(),
                insight.episodeId(),
                insight.showId(),
                insight.headline(),
                insight.explanation(),
                new Quote(quote.text(), quote.speaker(), quote.start(), quote.end(), false),
                insight.score(),
                insight.quality(),
                insight.published(),
                insight.extractor(),
                insight.terms(),
                insight.embedding());
    }

    private static Instant date(InsightExtractor.Source source) {
        return source.episode().published();
    }

    private static final class RecordedProgress implements Progress {
        private final List<String> log = new ArrayList<>();

        @Override
        public void begin(String what, int total) {
            log.add("begin %s %d".formatted(what, total));
        }

        @Override
        public void step(String label) {
            log.add("step " + label);
        }

        @Override
        public void end() {
            log.add("end");
        }
    }
}
