package io.briefcast.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A database as the repositories need it. Everything written inside {@link #transactions()} on one thread is written
 * together or not at all, tasks scheduled through {@link #dataSource()} included.
 *
 * @param location as people know it
 * @param dataSource hands out the connection of the running transaction where there is one
 * @param transactions last through a power cut once they ended; nested calls join the outer transaction, of whichever
 *     kind it is
 * @param steps transactions for what is simply done again when a power cut took it back, though not when the process
 *     died: they do not wait for the disk
 */
public record Database(
        Path location,
        DataSource dataSource,
        JdbcClient jdbc,
        TransactionOperations transactions,
        TransactionOperations steps) {
    /** A database with one writer at a time behind this pool of connections. */
    static Database over(DataSource pool, Path location) {
        return over(pool, pool, location, new ReentrantLock(true));
    }

    /**
     * A database with two pools of connections.
     *
     * @param quick whose writes do not wait for the disk
     * @param turn its writers take turns with those of every database that has this lock
     */
    static Database over(DataSource pool, DataSource quick, Path location, ReentrantLock turn) {
        var running = new RunningTransaction(pool, quick);
        return new Database(
                location,
                running,
                JdbcClient.create(running),
                new OneWriter(pool, quick, turn),
                new OneWriter(quick, pool, turn));
    }

    /** What an error says about the store, if people can mend it. */
    public Optional<StoreUnusable> explain(Throwable error) {
        return StoreUnusable.explain(location, error);
    }
}
