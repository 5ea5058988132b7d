package io.briefcast.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;

/**
 * The embedded store without its lock on the file: two processes on it compete for the same rows as two replicas do on
 * one database server. Nobody tells a new process that an old one is dead; it has to wait for heartbeats and leases.
 */
public final class SharedStore implements AutoCloseable {
    private final HikariDataSource pool;
    private final Database database;

    private SharedStore(HikariDataSource pool, Path file) {
        this.pool = pool;
        this.database = Database.over(pool, file);
    }

    public static SharedStore open(Path file) {
        return new SharedStore(SqliteStore.migrated(file), file);
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        pool.close();
    }
}
