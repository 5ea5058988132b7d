package io.briefcast.pipeline;

import io.briefcast.store.Database;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

    /** Runs one task for all of these on so many threads. */
    <T> void run(Work<T> work, int threads, Progress progress) {
        progress.begin(work.title(), work.all().size());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> running = new ArrayList<>();
            work.all().forEach(one -> running.add(pool.submit(step(work, one, progress))));
            awaitAll(running, pool);
        } finally {
            progress.end();
        }
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

    private <T> Callable<T> step(Work<T> work, T one, Progress progress) {
        return () -> {
            run(work.task(), work.id().apply(one));
            synchronized (progress) {
                progress.step(work.label().apply(one));
            }
            return one;
        };
    }

    /** One step now; what it leaves is written as the scheduler would have written it. */
    private void run(Task task, String id) {
        try {
            Outcome outcome = steps.of(task).run(id, clock.instant());
            db.transactions().executeWithoutResult(tx -> finish(task, id, outcome));
        } catch (RuntimeException e) {
            var unusable = db.explain(e);
            if (unusable.isPresent()) {
                throw unusable.get();
            }
            // It stays on the agenda, as a failed task of the scheduler does; the others go on.
            LOG.warn("The task {} {} failed.", task.key(), id, e);
        }
    }

    private void finish(Task task, String id, Outcome outcome) {
        outcome.write().accept(agenda);
        outcome.again().ifPresentOrElse(at -> agenda.move(task, id, at), () -> agenda.drop(task, id));
    }

    private static <T> void awaitAll(List<Future<T>> running, ExecutorService pool) {
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
