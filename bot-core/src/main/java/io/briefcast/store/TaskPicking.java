package io.briefcast.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Takes several due tasks in one statement, which SQLite can since 3.35: by itself db-scheduler writes once for each, and
 * every write waits for the disk.
 */
public final class TaskPicking extends SqliteJdbcCustomization {
    private static final Comparator<Execution> ORDER = Comparator.<Execution>comparingInt(
                    execution -> -execution.taskInstance.getPriority())
            .thenComparing(Execution::getExecutionTime);

    @Override
    public boolean supportsSingleStatementLockAndFetch() {
        return true;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        List<Execution> picked = context.jdbcRunner.query(
                """
                UPDATE %1$s SET picked = TRUE, picked_by = ?, last_heartbeat = ?, version = version + 1
                WHERE rowid IN (SELECT rowid FROM %1$s WHERE picked = FALSE AND execution_time <= ?
                    ORDER BY %2$s execution_time LIMIT ?)
                RETURNING *""".formatted(context.tableName, orderByPriority ? "priority DESC," : ""),
                statement -> set(statement, context, now, limit),
                context.resultSetMapper.get());
        return picked.stream().sorted(ORDER).toList();
    }

    private void set(PreparedStatement statement, JdbcTaskRepositoryContext context, Instant now, int limit)
            throws SQLException {
        statement.setString(1, context.schedulerName.getName());
        setInstant(statement, 2, now);
        setInstant(statement, 3, now);
        statement.setInt(4, limit);
    }
}
