package io.briefcast.pipeline;

import io.briefcast.BriefSettings;
import io.briefcast.DeliverySettings;
import io.briefcast.PipelineSettings;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.language.OneMeaning;
import io.briefcast.message.Message;
import io.briefcast.search.PassageCutter;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcBoilerplate;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcInsights;
import io.briefcast.store.JdbcOlderEpisodes;
import io.briefcast.store.JdbcPassages;
import io.briefcast.store.JdbcSeenInsights;
import io.briefcast.store.JdbcShowLists;
import io.briefcast.store.JdbcShows;
import io.briefcast.store.JdbcStoppedFeeds;
import io.briefcast.store.JdbcSubscriptions;
import io.briefcast.store.Samples;
import io.briefcast.store.SqliteStore;
import io.briefcast.subscription.Subscription;
import io.briefcast.transcript.TranscriptFinder;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * A process for {@link CrashTest} to kill. Arguments: the store, the file of posts, and how many episodes and deliveries
 * there will be in the end. Says "ready" when it works, and "done" when all is read and sent.
 */
final class CrashingProcess {
    private static final Duration OFTEN = Duration.ofMillis(50);

    private CrashingProcess() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var store = SqliteStore.open(Path.of(arguments[0]))) {
            var parts = parts(store, new FilePlatform(Path.of(arguments[1])));
            try (var pipeline = new Pipeline(parts)) {
                pipeline.start();
                out.println("ready");
                while (!done(store, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]))) {
                    LockSupport.parkNanos(OFTEN.toNanos());
                }
            }
        }
        out.println("done");
    }

    private static boolean done(SqliteStore store, int episodes, int deliveries) {
        return count(store, "SELECT COUNT(*) FROM readings WHERE state = 'READ'") >= episodes
                && count(store, "SELECT COUNT(*) FROM deliveries WHERE state = 'SENT'") >= deliveries;
    }

    static int count(SqliteStore store, String sql) {
        return store.database().jdbc().sql(sql).query(Integer.class).single();
    }

    static Pipeline.Parts parts(SqliteStore store, FilePlatform platform) {
        return parts(store.database(), platform, new DeliverySettings(Duration.ofHours(6), Duration.ofMinutes(1)));
    }

    static Pipeline.Parts parts(Database db, ChatPlatform platform, DeliverySettings settings) {
        var clock = InstantSource.system();
        var deliveries = new JdbcDeliveries(db);
        var insights = new JdbcInsights(db);
        var seen = new JdbcSeenInsights(db);
        var feeds = new LineFeeds();
        return new Pipeline.Parts(
                db,
                clock,
                new JdbcShows(db),
                new JdbcShowLists(db),
                new JdbcEpisodes(db, clock),
                new JdbcOlderEpisodes(db),
                insights,
                new JdbcBoilerplate(db),
                new JdbcSubscriptions(db),
                seen,
                new JdbcStoppedFeeds(db),
                deliveries,
                feeds,
                new TranscriptFinder(List.of(feeds)),
                new TwoInsights(),
                new JdbcPassages(db),
                new PassageCutter(new OneMeaning()),
                episode -> List.of(),
                (subscription, day, now) -> brief(insights, seen, subscription, day),
                new Dispatcher(deliveries, List.of(platform), settings, clock),
                new PipelineSettings(OFTEN, 2),
                settings,
                new BriefSettings(Duration.ofDays(3)));
    }

    private static BriefWriter.Written brief(
            JdbcInsights insights, JdbcSeenInsights seen, Subscription subscription, LocalDate day) {
        Set<Insight> known = Set.copyOf(seen.seen(subscription.audience().id(), Instant.EPOCH));
        List<String> ids = insights.published(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)).stream()
                .filter(insight -> !known.contains(insight))
                .limit(5)
                .map(Insight::id)
                .toList();
        return new BriefWriter.Written(new Message("Brief of " + day, List.of()), ids);
    }

    /** Names its insights anew each time, so that an episode that is stored twice shows. */
    private static final class TwoInsights implements InsightExtractor {
        @Override
        public String name() {
            return "two-1";
        }

        @Override
        public Extraction extract(Source source) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            String episode = source.episode().id();
            return new Extraction(
                    List.of(
                            Samples.insight(
                                    source.show(), episode, UUID.randomUUID().toString(), 9, Instant.EPOCH),
                            Samples.insight(
                                    source.show(), episode, UUID.randomUUID().toString(), 8, Instant.EPOCH)),
                    List.of(),
                    Map.of(),
                    Set.of(1L, 2L, 3L),
                    "");
        }
    }
}
