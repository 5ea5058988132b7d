package io.briefcast.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.briefcast.PipelineSettings;
import io.briefcast.store.Database;
import io.briefcast.store.StoreUnusable;
import io.briefcast.store.TaskFence;
import io.briefcast.store.TaskPicking;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the steps when they are due, on db-scheduler. A step works outside any transaction; then what it found, the tasks
 * that follow and its own end or next run are written in one. A worker that was taken for dead and comes back finds its
 * task in other hands and writes nothing. What a power cut takes back of them is done again, so they do not wait for the
 * disk: who needs what he wrote to last, as a delivery does before it posts, writes it in a transaction of his own.
 */
final class Ticker {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    /** A crash of another replica is noticed after 20 s; db-scheduler's own default is 30 min. */
    static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private static final int MISSED_HEARTBEATS = 4;

    /** Who stops the program does not wait for a long episode: it is read again after the start. */
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(5);

    /** Refreshing waits for servers, not for processors; the fetcher keeps its own pace for each host. */
    static final int REFRESHES_AT_ONCE = 64;

    /** Delivering waits for the platform's answer; the adapters keep its limits. */
    static final int DELIVERIES_AT_ONCE = 16;

    private static final Duration FIRST_RETRY = Duration.ofSeconds(30);
    private static final int RETRY_DOUBLINGS = 7;

    private final Database db;
    private final TaskFence fence;
    private final Steps steps;
    private final Agenda agenda;
    private final InstantSource clock;

    Ticker(Database db, Steps steps, Agenda agenda, InstantSource clock) {
        this.db = db;
        this.fence = new TaskFence(db);
        this.steps = steps;
        this.agenda = agenda;
        this.clock = clock;
    }

    /**
     * Tasks that share threads. What waits for servers, or reads long episodes, has threads of its own, so that it never
     * holds up a brief.
     */
    private record Lane(String name, int threads, List<Task> tasks) {
        List<String> keys() {
            return tasks.stream().map(Task::key).toList();
        }
    }

    /** Start and stop them together. */
    List<Scheduler> schedulers(PipelineSettings settings, Duration heartbeat) {
        return Stream.of(
                        new Lane("feeds", REFRESHES_AT_ONCE, List.of(Task.REFRESH_SHOW)),
                        // Half of them may wait for the network while the others compute.
                        new Lane("episodes", settings.readers() * 2, List.of(Task.READ_EPISODE, Task.READ_AGAIN)),
                        new Lane("briefs", settings.readers() * 2, List.of(Task.COMPOSE_BRIEF)),
                        new Lane("deliveries", DELIVERIES_AT_ONCE, List.of(Task.DELIVER)))
                .map(lane -> scheduler(lane, settings, heartbeat))
                .toList();
    }

    private Scheduler scheduler(Lane lane, PipelineSettings settings, Duration heartbeat) {
        var picking = new TaskPicking(db, lane.keys());
        // Each knows all tasks but picks its own: what it did not know would be deleted as a leftover in two weeks.
        return Scheduler.create(db.dataSource(), tasks(picking))
                .threads(lane.threads())
                .pollingInterval(settings.polling())
                // Take no more than there are threads, so that another replica may take the rest.
                .pollUsingLockAndFetch(0.5, 1.0)
                .jdbcCustomization(picking)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .alwaysPersistTimestampInUTC()
                .enablePriority()
                .schedulerName(new SchedulerName.Fixed("briefcast-%s-%d"
                        .formatted(lane.name(), ProcessHandle.current().pid())))
                .shutdownMaxWait(PATIENCE_AT_STOP)
                .failureLogging(LogLevel.OFF, false)
                .clock(clock::instant)
                .build();
    }

    /** The durable tasks, of which one scheduler works on those that it picks. */
    List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks(TaskPicking picking) {
        return Arrays.stream(Task.values())
                .<com.github.kagkarlsson.scheduler.task.Task<?>>map(task -> durable(task, picking))
                .toList();
    }

    private com.github.kagkarlsson.scheduler.task.Task<Void> durable(Task task, TaskPicking picking) {
        return Tasks.custom(task.key(), Void.class)
                .onFailure((complete, operations) -> retry(complete, operations, picking))
                .onDeadExecution(revive(picking))
                .defaultPriority(task.priority())
                .execute((instance, context) -> finish(steps.of(task).run(instance.getId(), clock.instant()), picking));
    }

    /**
     * Schedulers look for dead tasks of all names, and see the living ones of their neighbours too once the clock jumped.
     * db-scheduler's own revival would go by the computer's clock, not by ours.
     */
    private DeadExecutionHandler<Void> revive(TaskPicking picking) {
        return (complete, operations) -> {
            Execution execution = complete.getExecution();
            if (picking.picks(execution.getTaskName()) && !picking.holds(execution)) {
                operations.reschedule(complete, clock.instant());
            }
        };
    }

    private CompletionHandler<Void> finish(Outcome outcome, TaskPicking picking) {
        return (complete, operations) -> {
            try {
                db.steps().executeWithoutResult(tx -> finish(outcome, complete, operations));
            } catch (RuntimeException e) {
                // The task stays picked without a heartbeat and is taken up again as a dead one.
                report(complete, e, "is taken up again soon");
            } finally {
                picking.giveBack(complete.getExecution());
            }
        };
    }

    /**
     * The order matters: db-scheduler commits by itself when a task ends, even inside our transaction, and only then
     * notices that the task was not its own any more. So we make sure of that first and end the task last.
     */
    private void finish(Outcome outcome, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        var task = complete.getExecution().taskInstance;
        if (!fence.hold(task.getTaskName(), task.getId(), complete.getExecution().version)) {
            LOG.warn("The task {} went to another worker; what this one found is dropped.", task.getTaskAndInstance());
            return;
        }
        outcome.write().apply(agenda).ifPresentOrElse(at -> operations.reschedule(complete, at), operations::stop);
    }

    private void retry(ExecutionComplete complete, ExecutionOperations<Void> operations, TaskPicking picking) {
        Instant at = clock.instant().plus(backOff(complete.getExecution().consecutiveFailures));
        report(complete, complete.getCause().orElse(null), "is tried again at " + at);
        try {
            operations.reschedule(complete, at);
        } finally {
            picking.giveBack(complete.getExecution());
        }
    }

    /** 30 s doubled with every failure in a row, up to about an hour. */
    private static Duration backOff(int failures) {
        return FIRST_RETRY.multipliedBy(1L << Math.min(failures, RETRY_DOUBLINGS));
    }

    private void report(ExecutionComplete complete, @Nullable Throwable error, String what) {
        String task = complete.getExecution().taskInstance.getTaskAndInstance();
        Optional<StoreUnusable> unusable = Optional.ofNullable(error).flatMap(db::explain);
        if (unusable.isPresent()) {
            LOG.error("{} The task {} {}.", unusable.get().getMessage(), task, what);
        } else {
            LOG.warn("The task {} failed and {}.", task, what, error);
        }
    }
}
