package io.briefcast.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The embedded store: one SQLite file that belongs to one running instance, brought to the newest schema. */
public final class SqliteStore implements AutoCloseable {
    /** Readers run beside the one writer; more connections than this only wait for the file. */
    private static final int CONNECTIONS = 12;

    private static final int QUICK_CONNECTIONS = 4;

    /** A writer waits this long for another; the longest write is one feed's archive, well under a second. */
    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** Longer than a request in flight needs to be seen on a platform. */
    private static final int LAST_WORDS_MILLIS = 10_000;

    private final Path file;
    private final StoreLock lock;
    private final HikariDataSource pool;
    private final HikariDataSource quickPool;
    private final Database database;
    private final Database quick;

    private SqliteStore(Path file, StoreLock lock, HikariDataSource pool) {
        this.file = file;
        this.lock = lock;
        this.pool = pool;
        this.quickPool = new HikariDataSource(quickSettings(file));
        var turn = new ReentrantLock(true);
        this.database = Database.over(pool, quickPool, file, turn);
        this.quick = Database.over(quickPool, quickPool, file, turn);
    }

    /**
     * Opens the file, made with its folder where it is not there, and migrates it.
     *
     * @throws StoreInUse when another instance has it open
     * @throws StoreUnusable when it cannot be opened, written or understood
     */
    public static SqliteStore open(Path file) {
        StoreLock lock = StoreLock.on(file);
        try {
            probe(file);
            var store = new SqliteStore(file, lock, migrated(file));
            store.releaseWorkOfTheDead();
            return store;
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /** Opens the file once for writing: the pool would retry for half a minute before it said what is wrong. */
    private static void probe(Path file) {
        try (Connection connection = DriverManager.getConnection(url(file), pragmas());
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            throw StoreUnusable.explain(file, e)
                    .orElseGet(() ->
                            new StoreUnusable("The store %s cannot be opened: %s.".formatted(file, e.getMessage()), e));
        }
    }

    /**
     * We hold the only lock on the file, so whoever has a task or a delivery in hand is dead: no need to wait until its
     * heartbeat is missed and its lease runs out. What it sent last may still be on its way to the platform, though, and
     * who looks for it too early posts it again.
     */
    private void releaseWorkOfTheDead() {
        database.jdbc().sql("""
                UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                    version = version + 1
                WHERE picked = TRUE""").update();
        database.jdbc().sql("""
                UPDATE deliveries SET lease = MIN(lease, CAST(strftime('%s', 'now') AS INTEGER) * 1000 + ?)
                WHERE state = 'SENDING'""").param(LAST_WORDS_MILLIS).update();
    }

    /** What the repositories and the scheduler work on. */
    public Database database() {
        return database;
    }

    /**
     * The same file, for what is asked for all the time and may be lost in a power cut, though not when the process
     * dies: its writes do not wait for the disk.
     */
    public Database quick() {
        return quick;
    }

    /** Where the store is. */
    public Path file() {
        return file;
    }

    static HikariDataSource migrated(Path file) {
        var pool = new HikariDataSource(settings(file));
        try {
            Flyway.configure()
                    .dataSource(pool)
                    // A file from a newer version must stop us: by default Flyway lets newer schemas pass.
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
            return pool;
        } catch (FlywayValidateException e) {
            pool.close();
            throw new StoreUnusable(
                    "The store %s was written by another version of Briefcast; start that version.".formatted(file), e);
        } catch (RuntimeException e) {
            pool.close();
            throw StoreUnusable.explain(file, e).orElseThrow(() -> e);
        }
    }

    private static HikariConfig settings(Path file) {
        var config = new HikariConfig();
        config.setPoolName("store");
        config.setJdbcUrl(url(file));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setDataSourceProperties(pragmas());
        return config;
    }

    private static HikariConfig quickSettings(Path file) {
        HikariConfig config = settings(file);
        config.setPoolName("store-quick");
        config.setMaximumPoolSize(QUICK_CONNECTIONS);
        config.addDataSourceProperty("synchronous", "NORMAL");
        return config;
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath();
    }

    /**
     * Names of sqlite-jdbc. IMMEDIATE takes the write lock when a transaction begins: one that reads first and writes
     * later could otherwise find the file changed between and fail instead of waiting. FULL keeps a committed step after
     * a power cut.
     */
    private static Properties pragmas() {
        var pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("busy_timeout", Integer.toString(BUSY_TIMEOUT_MILLIS));
        pragmas.setProperty("transaction_mode", "IMMEDIATE");
        pragmas.setProperty("foreign_keys", "true");
        pragmas.setProperty("synchronous", "FULL");
        return pragmas;
    }

    @Override
    public void close() {
        quickPool.close();
        pool.close();
        release(lock);
    }

    private static void release(StoreLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
