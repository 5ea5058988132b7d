package io.briefcast.app;

import io.briefcast.app.demo.DemoPublisher;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Reading;
import io.briefcast.search.IndexUnusable;
import io.briefcast.search.InsightIndex;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that runs by itself while Briefcast serves: the pipeline, the bundled shows, the index behind the store. */
public final class Serving implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration INDEX_DELAY = Duration.ofSeconds(1);
    private static final Duration REPORT_DELAY = Duration.ofSeconds(3);
    private static final Duration LAST_WORK = Duration.ofSeconds(10);
    private final Pipeline pipeline;
    private final DemoPublisher demo;
    private final InsightIndex index;
    private final Episodes episodes;
    private final ScheduledExecutorService worker = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("serving-", 0).factory());
    private final List<ScheduledFuture<?>> running = new CopyOnWriteArrayList<>();
    private String reported = "";
    private boolean closed;

    public Serving(Pipeline pipeline, DemoPublisher demo, InsightIndex index, Episodes episodes) {
        this.pipeline = pipeline;
        this.demo = demo;
        this.index = index;
        this.episodes = episodes;
    }

    /** Starts it all, unless it was closed meanwhile; returns at once. */
    public synchronized void start() {
        if (closed) {
            return;
        }
        demo.publish();
        pipeline.start();
        every(INDEX_DELAY, "Giving way to shows of your own", demo::giveWay);
        every(INDEX_DELAY, "Following the store with the search index", index::follow);
        every(REPORT_DELAY, "Reporting progress", this::report);
    }

    private void every(Duration delay, String name, Runnable work) {
        Repeated repeated = new Repeated(name, work);
        running.add(worker.scheduleWithFixedDelay(repeated, 0, delay.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** A failure now must not end what is done again in a moment, and is told once as long as it stays the same. */
    private static final class Repeated implements Runnable {
        private final String name;
        private final Runnable work;
        private String trouble = "";

        Repeated(String name, Runnable work) {
            this.name = name;
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
                tell("");
            } catch (RuntimeException e) {
                tell(e instanceof IndexUnusable unusable ? String.valueOf(unusable.getMessage()) : e.toString());
            }
        }

        private void tell(String now) {
            if (now.equals(trouble)) {
                return;
            }
            if (now.isEmpty()) {
                LOG.info("{} works again.", name);
            } else {
                LOG.warn("{} failed and is tried again and again: {}", name, now);
            }
            trouble = now;
        }
    }

    private void report() {
        Map<Reading.State, Integer> progress = episodes.progress();
        int waiting = progress.getOrDefault(Reading.State.WAITING, 0);
        int read = progress.getOrDefault(Reading.State.READ, 0);
        String now = waiting > 0
                ? "Reading: %d episodes read, %d wait".formatted(read, waiting)
                : "All %d episodes are read".formatted(read);
        if (!now.equals(reported) && read + waiting > 0) {
            LOG.info(now);
            reported = now;
        }
    }

    /** What is under way ends before the store and the index that it works on are closed. */
    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(repeated -> repeated.cancel(false));
        worker.shutdown();
        pipeline.close();
        try {
            if (!worker.awaitTermination(LAST_WORK.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("The index is still being written; it is made whole at the next start.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
