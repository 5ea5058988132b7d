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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes several due tasks in one statement, which SQLite can since 3.35: by itself db-scheduler writes once for each, and
 * every write waits for the disk. What is due of each task is read in the order of an index, so that a pick costs as much
 * when ten thousand briefs are due as when one is. It knows what it took until that is given back: when the clock jumps (the machine
 * slept, a visitor moved it), every heartbeat looks missed, and what is still in hand here is not dead.
 */
public final class TaskPicking extends SqliteJdbcCustomization {
    private static final Comparator<Execution> ORDER = Comparator.<Execution>comparingInt(
                    execution -> -execution.taskInstance.getPriority())
            .thenComparing(Execution::getExecutionTime);

    private final TransactionOperations transactions;
    private final List<String> names;
    private final Set<Pick> held = ConcurrentHashMap.newKeySet();

    /** The version grows with every pick, so a pick by somebody else is another one. */
    private record Pick(String task, String id, long version) {
        static Pick of(Execution execution) {
            return new Pick(execution.getTaskName(), execution.getId(), execution.version);
        }
    }

    /**
     * Picks some of the tasks in the table.
     *
     * @param db where the table is; a pick takes its turn among those who write
     * @param names of the tasks to pick
     */
    public TaskPicking(Database db, Collection<String> names) {
        this.transactions = db.steps();
        this.names = List.copyOf(names);
    }

    @Override
    public boolean supportsSingleStatementLockAndFetch() {
        return true;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        String due =
                names.stream().map(name -> """
                        SELECT * FROM (SELECT rowid, priority, execution_time FROM %s
                            WHERE picked = FALSE AND task_name = ? AND execution_time <= ?
                            ORDER BY execution_time LIMIT ?)""".formatted(context.tableName)).collect(Collectors.joining(" UNION ALL "));
        List<Execution> picked = transactions.execute(tx -> context.jdbcRunner.query(
                """
                UPDATE %s SET picked = TRUE, picked_by = ?, last_heartbeat = ?, version = version + 1
                WHERE rowid IN (SELECT rowid FROM (%s) ORDER BY %s execution_time LIMIT ?)
                RETURNING *""".formatted(context.tableName, due, orderByPriority ? "priority DESC," : ""),
                statement -> set(statement, context, now, limit),
                context.resultSetMapper.get()));
        picked.forEach(execution -> held.add(Pick.of(execution)));
        return picked.stream().sorted(ORDER).toList();
    }

    /** Whether tasks of this name are picked here. */
    public boolean picks(String task) {
        return names.contains(task);
    }

    /** Whether this very pick was made here and is not given back yet. */
    public boolean holds(Execution execution) {
        return held.contains(Pick.of(execution));
    }

    /** To be called when the work on a pick has ended, well or not. */
    public void giveBack(Execution execution) {
        held.remove(Pick.of(execution));
    }

    private void set(PreparedStatement statement, JdbcTaskRepositoryContext context, Instant now, int limit)
            throws SQLException {
        statement.setString(1, context.schedulerName.getName());
        setInstant(statement, 2, now);
        int at = 3;
        for (String name : names) {
            statement.setString(at++, name);
            setInstant(statement, at++, now);
            statement.setInt(at++, limit);
        }
        statement.setInt(at, limit);
    }
}
