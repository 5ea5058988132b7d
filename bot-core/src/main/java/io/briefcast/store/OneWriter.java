package io.briefcast.store;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the threads of this process write one after the other, in the order in which they came. SQLite allows one writer
 * anyway, but makes the others sleep and look again, up to a tenth of a second each time.
 */
final class OneWriter implements TransactionOperations {
    private final TransactionOperations transactions;
    private final DataSource others;
    private final TransactionOperations othersTransactions;
    private final ReentrantLock turn;

    /**
     * Writes to one of two pools of the same store.
     *
     * @param others whoever is in a transaction of this pool goes on in it
     * @param turn writers with the same lock take turns
     */
    OneWriter(DataSource pool, DataSource others, ReentrantLock turn) {
        this.transactions = transactions(pool);
        this.others = others;
        this.othersTransactions = transactions(others);
        this.turn = turn;
    }

    private static TransactionOperations transactions(DataSource pool) {
        return new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        turn.lock();
        try {
            return (TransactionSynchronizationManager.hasResource(others) ? othersTransactions : transactions)
                    .execute(action);
        } finally {
            turn.unlock();
        }
    }
}
