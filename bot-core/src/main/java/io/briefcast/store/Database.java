package io.briefcast.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database as the repositories need it. Everything written inside {@link #transactions()} on one thread is written
 * together or not at all, tasks scheduled through {@link #dataSource()} included.
 *
 * @param location as people know it
 * @param dataSource hands out the connection of the running transaction where there is one
 * @param transactions nested calls join the outer transaction
 */
public record Database(Path location, DataSource dataSource, JdbcClient jdbc, TransactionOperations transactions) {
    /** A database with one writer at a time behind this pool of connections. */
    static Database over(DataSource pool, Path location) {
        return over(pool, location, new ReentrantLock(true));
    }

    /** The same, whose writers take turns with those of every database that has this lock. */
    static Database over(DataSource pool, Path location, ReentrantLock turn) {
        return new Database(
                location,
                new TransactionAwareDataSourceProxy(pool),
                JdbcClient.create(pool),
                new OneWriter(new TransactionTemplate(new DataSourceTransactionManager(pool)), turn));
    }

    /** What an error says about the store, if people can mend it. */
    public Optional<StoreUnusable> explain(Throwable error) {
        return StoreUnusable.explain(location, error);
    }
}
