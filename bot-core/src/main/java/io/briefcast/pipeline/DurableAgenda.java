package io.briefcast.pipeline;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The agenda in db-scheduler's table: what is planned inside a transaction is planned only if that is committed. */
final class DurableAgenda implements Agenda {
    private final SchedulerClient client;

    DurableAgenda(DataSource dataSource) {
        client = SchedulerClient.Builder.create(dataSource, List.copyOf(names()))
                .enablePriority()
                .build();
    }

    /** The client skips rows of tasks it was not told about; it never runs any. */
    private static List<CustomTask<Void>> names() {
        return Arrays.stream(Task.values())
                .map(task -> Tasks.custom(task.key(), Void.class).execute((instance, context) -> {
                    throw new IllegalStateException("only the scheduler runs tasks");
                }))
                .toList();
    }

    @Override
    public void plan(Task task, String id, Instant at) {
        client.scheduleIfNotExists(task.instance(id), at);
    }

    @Override
    public void move(Task task, String id, Instant at) {
        try {
            client.schedule(task.instance(id), at, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            // Whoever is at it plans the next run by what is stored by then.
            return;
        }
    }

    @Override
    public void drop(Task task, String id) {
        try {
            client.cancel(task.instance(id));
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            // Not there, or somebody is at it and finds out that there is nothing to do.
            return;
        }
    }

    /** Ids of what is planned for this task after a moment. */
    Set<String> plannedAfter(Task task, Instant moment) {
        Set<String> ids = new HashSet<>();
        client.fetchScheduledExecutionsForTask(task.key(), Void.class, execution -> {
            if (execution.getExecutionTime().isAfter(moment)) {
                ids.add(execution.getTaskInstance().getId());
            }
        });
        return ids;
    }

    /** Ids of everything planned for this task. */
    Set<String> planned(Task task) {
        Set<String> ids = new HashSet<>();
        client.fetchScheduledExecutionsForTask(
                task.key(),
                Void.class,
                execution -> ids.add(execution.getTaskInstance().getId()));
        return ids;
    }
}
