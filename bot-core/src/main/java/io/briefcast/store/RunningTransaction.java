package io.briefcast.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Hands out the connection of the transaction that runs on this thread, whichever of two pools it is of; where none
 * runs, one of the first.
 */
final class RunningTransaction extends AbstractDataSource {
    private final DataSource first;
    private final DataSource second;
    private final DataSource secondPool;

    RunningTransaction(DataSource first, DataSource second) {
        this.first = new TransactionAwareDataSourceProxy(first);
        this.second = new TransactionAwareDataSourceProxy(second);
        this.secondPool = second;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (TransactionSynchronizationManager.hasResource(secondPool) ? second : first).getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("an embedded store has no users");
    }
}
