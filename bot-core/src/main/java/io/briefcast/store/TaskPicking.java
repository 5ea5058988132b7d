package io.briefcast.store;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
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

    private final List<String> names;

    /**
     * Picks some of the tasks in the table.
     *
     * @param names of the tasks to pick
     */
    public TaskPicking(Collection<String> names) {
        this.names = List.copyOf(names);
    }

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
                    AND task_name IN (%2$s) ORDER BY %3$s execution_time LIMIT ?)
                RETURNING *""".formatted(
                                context.tableName,
                                "?, ".repeat(names.size() - 1) + "?",
                                orderByPriority ? "priority DESC," : ""),
                statement -> set(statement, context, now, limit),
                context.resultSetMapper.get());
        return picked.stream().sorted(ORDER).toList();
    }

    private void set(PreparedStatement statement, JdbcTaskRepositoryContext context, Instant now, int limit)
            throws SQLException {
        statement.setString(1, context.schedulerName.getName());
        setInstant(statement, 2, now);
        setInstant(statement, 3, now);
        int at = 4;
        for (String name : names) {
            statement.setString(at++, name);
        }
        statement.setInt(at, limit);
    }
}
