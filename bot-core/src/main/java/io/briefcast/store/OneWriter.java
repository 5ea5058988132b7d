package io.briefcast.store;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets the threads of this process write one after the other, in the order in which they came. SQLite allows one writer
 * anyway, but makes the others sleep and look again, up to a tenth of a second each time.
 */
final class OneWriter implements TransactionOperations {
    private final TransactionOperations transactions;
    private final ReentrantLock turn;

    /** Writers with the same lock take turns. */
    OneWriter(TransactionOperations transactions, ReentrantLock turn) {
        this.transactions = transactions;
        this.turn = turn;
    }

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        turn.lock();
        try {
            return transactions.execute(action);
        } finally {
            turn.unlock();
        }
    }
}
