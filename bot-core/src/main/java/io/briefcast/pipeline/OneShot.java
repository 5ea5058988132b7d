package io.briefcast.pipeline;

import io.briefcast.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs steps at once instead of when they are due, for a command that ends when the work is done. */
final class OneShot {
    private static final Logger LOG = LoggerFactory.getLogger(OneShot.class);

    /** Whoever asks for no more than this only waits for its turn. */
    private static final Duration A_MOMENT = Duration.ofMinutes(2);

    private final Database db;
    private final Steps steps;
    private final Agenda agenda;
    private final InstantSource clock;

    OneShot(Database db, Steps steps, Agenda agenda, InstantSource clock) {
        this.db = db;
        this.steps = steps;
        this.agenda = agenda;
        this.clock = clock;
    }

    /**
     * Runs one task for all of these on so many threads. What only waits for its turn gets it behind the others, as
     * long as that brings any of them further.
     */
    <T> void run(Work<T> work, int threads, Progress progress) {
        progress.begin(work.title(), work.all().size());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<T> left = work.all();
            List<T> waiting = round(work, left, pool, progress);
            while (!waiting.isEmpty() && waiting.size() < left.size()) {
                left = waiting;
                waiting = round(work, left, pool, progress);
            }
        } finally {
            progress.end();
        }
    }

    /** Gives those that want to be run again in a moment. */
    private <T> List<T> round(Work<T> work, List<T> all, ExecutorService pool, Progress progress) {
        Map<T, Future<Boolean>> running = new LinkedHashMap<>();
        all.forEach(one -> running.put(one, pool.submit(step(work, one, progress))));
        awaitAll(running.values(), pool);
        return running.entrySet().stream()
                .filter(one -> one.getValue().state() == Future.State.SUCCESS
                        && !one.getValue().resultNow())
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * What to run.
     *
     * @param title in words, for people
     * @param all what to run the task for
     * @param id of one of them on the agenda
     * @param label of one of them, for people
     */
    record Work<T>(String title, Task task, List<T> all, Function<T, String> id, Function<T, String> label) {}

    /** True when there is nothing more to do for it now. */
    private <T> Callable<Boolean> step(Work<T> work, T one, Progress progress) {
        return () -> {
            boolean done = run(work.task(), work.id().apply(one));
            if (done) {
                synchronized (progress) {
                    progress.step(work.label().apply(one));
                }
            }
            return done;
        };
    }

    /** One step now; what it leaves is written as the scheduler would have written it. */
    private boolean run(Task task, String id) {
        Instant now = clock.instant();
        try {
            Outcome outcome = steps.of(task).run(id, now);
            Optional<Instant> again =
                    Objects.requireNonNull(db.transactions().execute(tx -> finish(task, id, outcome)));
            // only episodes queue for something of ours; feeds are never asked twice in a row
            return (task != Task.READ_EPISODE && task != Task.READ_AGAIN)
                    || again.filter(at -> !at.isAfter(now.plus(A_MOMENT))).isEmpty();
        } catch (RuntimeException e) {
            var unusable = db.explain(e);
            if (unusable.isPresent()) {
                throw unusable.get();
            }
            // It stays on the agenda, as a failed task of the scheduler does; the others go on.
            LOG.warn("The task {} {} failed and is tried again next time: {}", task.key(), id, e.toString());
            LOG.debug("It failed here", e);
            return true;
        }
    }

    private Optional<Instant> finish(Task task, String id, Outcome outcome) {
        Optional<Instant> again = outcome.write().apply(agenda);
        again.ifPresentOrElse(at -> agenda.move(task, id, at), () -> agenda.drop(task, id));
        return again;
    }

    private static <T> void awaitAll(Collection<Future<T>> running, ExecutorService pool) {
        try {
            for (Future<T> one : running) {
                one.get();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            pool.shutdownNow();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
