package io.briefcast.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Installation;
import io.briefcast.message.Message;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Tenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;

class SqliteStoreTest {
    @TempDir
    Path folder;

    @Test
    void makesTheFolderAndKeepsWhatWasStored() {
        Path file = folder.resolve("new/folder/briefcast.db");
        var show = Samples.show("rent");
        try (var store = SqliteStore.open(file)) {
            new JdbcShows(store.database()).add(show, FeedState.untried(show.id(), Samples.NOON));
        }

        try (var store = SqliteStore.open(file)) {
            assertThat(new JdbcShows(store.database()).find(show.id())).contains(show);
        }
    }

    @Test
    void everyConnectionIsDurableAndKeepsReferences() {
        try (var store = SqliteStore.open(folder.resolve("briefcast.db"))) {
            assertThat(pragma(store, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
            assertThat(pragma(store, "foreign_keys")).isEqualTo("1");
            assertThat(pragma(store, "busy_timeout")).isEqualTo("10000");
        }
    }

    @Test
    void onlyStepsDoNotWaitForTheDisk() {
        try (var store = SqliteStore.open(folder.resolve("briefcast.db"))) {
            Database db = store.database();

            assertThat(db.transactions().<String>execute(tx -> pragma(store, "synchronous")))
                    .isEqualTo("2");
            assertThat(db.steps().<String>execute(tx -> pragma(store, "synchronous")))
                    .isEqualTo("1");
            assertThat(pragma(store, "synchronous")).isEqualTo("2");
        }
    }

    @Test
    void aTransactionOfEitherKindJoinsTheOuterOne() {
        try (var store = SqliteStore.open(folder.resolve("briefcast.db"))) {
            Database db = store.database();

            assertNothingIsKept(db, db.transactions(), db.steps());
            assertNothingIsKept(db, db.steps(), db.transactions());
        }
    }

    private static void assertNothingIsKept(Database db, TransactionOperations outer, TransactionOperations inner) {
        var shows = new JdbcShows(db);
        var show = Samples.show("rent");

        assertThatThrownBy(() -> outer.executeWithoutResult(tx -> {
                    inner.executeWithoutResult(nested -> shows.add(show, FeedState.untried(show.id(), Samples.NOON)));
                    assertThat(shows.find(show.id())).contains(show);
                    throw new IllegalStateException("after the inner one");
                }))
                .hasMessage("after the inner one");
        assertThat(shows.find(show.id())).isEmpty();
    }

    @Test
    void aSecondInstanceOnTheSameFileIsTurnedAway() {
        Path file = folder.resolve("briefcast.db");
        try (var first = SqliteStore.open(file)) {
            assertThatThrownBy(() -> SqliteStore.open(first.file()))
                    .isInstanceOf(StoreInUse.class)
                    .hasMessage("Another Briefcast is running on the store %s; stop it or name another file.", file);
        }

        SqliteStore.open(file).close();
    }

    @Test
    void whatADeadInstanceWasSendingIsLookedForSoonButNotAtOnce() {
        Path file = folder.resolve("briefcast.db");
        Instant now = InstantSource.system().instant();
        var key = new DeliveryKey("s1", LocalDate.of(2026, 3, 9));
        try (var store = SqliteStore.open(file)) {
            new JdbcDeliveries(store.database())
                    .add(Delivery.pending(key, "us", "chat", "#x", new Message("Brief", List.of()), now)
                            .claimed(now.plus(Duration.ofHours(1))));
        }

        try (var store = SqliteStore.open(file)) {
            assertThat(new JdbcDeliveries(store.database())
                            .find(key)
                            .orElseThrow()
                            .lease())
                    .isBetween(now.plusSeconds(8), now.plusSeconds(40));
        }
    }

    @Test
    void aFolderThatCannotBeMadeGivesOneSentence() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> SqliteStore.open(blocked.resolve("briefcast.db")))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("cannot be opened; give this user the right to write the folder");
    }

    @Test
    void aFileThatIsNoStoreIsLeftAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("briefcast.db"), "Dear diary, ".repeat(100));

        assertThatThrownBy(() -> SqliteStore.open(file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("is not a Briefcast store; name another file");
        assertThat(Files.readString(file)).startsWith("Dear diary");
    }

    @Test
    void aStoreOfANewerVersionIsLeftAlone() {
        Path file = folder.resolve("briefcast.db");
        try (var store = SqliteStore.open(file)) {
            store.database()
                    .jdbc()
                    .sql("UPDATE flyway_schema_history SET version = '9000' WHERE version = '1'")
                    .update();
        }

        assertThatThrownBy(() -> SqliteStore.open(file))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("was written by another version of Briefcast");
    }

    @Test
    void whatAllFollowedTogetherBeforeIsOfferedToAllAndStaysWithThoseWhoHadIt() {
        Path file = folder.resolve("old.db");
        Tenant there = new Tenant("slack", "T1");
        Tenant later = new Tenant("slack", "T2");
        JdbcClient old = storeOfVersion("92", file);
        old.sql("""
                INSERT INTO installations (platform, tenant, bot_user, installer, sealed_token, installed_at)
                VALUES ('slack', 'T1', 'B', 'U', 'sealed', 0)""").update();
        old.sql("""
                INSERT INTO subscriptions (id, audience_id, platform, audience_kind, tenant, address, topics, shows,
                    wanted, brief_time, zone, days, active, owner)
                VALUES ('s', 'channel', 'slack', 'CHANNEL', 'T1', 'T1/C', '[]', '[]', 5, '08:00', 'UTC', '[]', TRUE, 'ada')""").update();

        try (SqliteStore store = SqliteStore.open(file)) {
            ShowLists lists = new JdbcShowLists(store.database());
            new JdbcInstallations(store.database())
                    .save(new Installation("slack", "T2", "B", "U", "sealed", Optional.empty(), Samples.NOON));

            assertThat(List.of(Tenant.INSTALLATION, there, later))
                    .allMatch(tenant -> lists.of(tenant).has("rent"));
            assertThat(lists.unfollow(Tenant.INSTALLATION, "rent")).isFalse();
            assertThat(lists.of(there).has("rent")).isTrue();
            assertThat(lists.of(later).has("rent")).isFalse();
            assertThat(new JdbcAudiences(store.database()).of(there)).containsExactly("ada", "channel");
        }
    }

    @Test
    void whoReadEpisodesBeforeItWasWrittenDownIsToldByTheirInsights() {
        Path file = folder.resolve("old.db");
        JdbcClient old = storeOfVersion("170", file);
        for (String id : List.of("found", "barren")) {
            old.sql("""
                    INSERT INTO episodes (id, show_id, guid, title, published, kind, persons, transcripts, notes)
                    VALUES (:id, 'rent', :id, '', 0, 'FULL', '[]', '[]', '')""").param("id", id).update();
            old.sql("""
                    INSERT INTO readings (episode_id, state, detail, transcript, insights, refused, at)
                    VALUES (?, 'READ', '', 'published', 0, '{}', 0)""").param(id).update();
        }
        old.sql("""
                INSERT INTO insights (id, sequence, episode_id, show_id, headline, explanation, quote, speaker, quote_start,
                    quote_end, quote_approximate, score, quality, published, extractor, terms, embedding,
                    retired)
                VALUES ('i', 1, 'found', 'rent', '', '', '', '', 0, 0, FALSE, 9, 0.8, 0, 'fake-1', '[]', x'', FALSE)""").update();

        try (SqliteStore store = SqliteStore.open(file)) {
            var episodes = new JdbcEpisodes(store.database(), Samples.CLOCK);
            assertThat(episodes.reading("found").orElseThrow().extractor()).isEqualTo("fake-1");
            assertThat(episodes.reading("barren").orElseThrow().extractor()).isEmpty();
        }
    }

    @Test
    void aFullDiskIsExplainedAndLosesNothingThatWasStored() {
        Path file = folder.resolve("briefcast.db");
        try (var store = SqliteStore.open(file)) {
            var db = store.database();
            var episodes = new JdbcEpisodes(db, Samples.CLOCK);
            var show = Samples.showWithEpisodes(db, "rent", "before");

            Throwable error = catchThrowable(() -> db.transactions().executeWithoutResult(tx -> {
                limitPages(db, 1);
                for (int i = 0; i < 1_000; i++) {
                    episodes.save(Samples.episode(show, "e" + i, Samples.NOON), List.of());
                }
            }));

            assertThat(StoreUnusable.explain(file, error))
                    .map(Throwable::getMessage)
                    .contains(
                            "The store %s cannot grow: the disk is full; free some space and start again, nothing is lost."
                                    .formatted(file));
            limitPages(db, 1_000_000);
            episodes.save(Samples.episode(show, "after", Samples.NOON), List.of());
            assertThat(episodes.ofShow(show.id(), 10)).extracting(Episode::id).containsExactly("after", "before");
        }
    }

    /** SQLite's own limit fails just as a full disk does: with SQLITE_FULL. */
    private static void limitPages(Database db, int pages) {
        db.jdbc().sql("PRAGMA max_page_count = " + pages).query(Long.class).single();
    }

    @Test
    void otherErrorsAreNotTheStores() {
        assertThat(StoreUnusable.explain(folder, new IllegalStateException("a bug")))
                .isEmpty();
    }

    private static String pragma(SqliteStore store, String name) {
        return store.database()
                .jdbc()
                .sql("PRAGMA " + name)
                .query((row, n) -> row.getString(1))
                .single();
    }

    /** A store as that migration left it, with a show that is followed. */
    private static JdbcClient storeOfVersion(String migration, Path file) {
        String url = "jdbc:sqlite:" + file;
        Flyway.configure().dataSource(url, null, null).target(migration).load().migrate();
        JdbcClient store = JdbcClient.create(new DriverManagerDataSource(url));
        store.sql("""
                INSERT INTO shows (id, feed, title, description, language, persons)
                VALUES ('rent', 'https://rent.example', 'Rent', '', '', '[]')""").update();
        return store;
    }
}
