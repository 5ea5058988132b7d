package io.briefcast.adapter.slack;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what was asked after Slack has been told that it arrived, which it wants within three seconds. */
final class SlackWork implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlackWork.class);
    /** More at once are not answered in time anyway, and each holds memory. */
    private static final int AT_ONCE = 200;

    /** An answer that takes longer than this at the end is lost; the person may ask again. */
    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);

    /**
     * Starts it on a thread of its own.
     *
     * @param failed what to do when it breaks
     * @return false when there is too much to do; then nothing is done
     */
    boolean start(Runnable work, Runnable failed) {
        if (!free.tryAcquire()) {
            return false;
        }
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A request from Slack failed", e);
                failed.run();
            } finally {
                free.release();
            }
        });
        return true;
    }

    /** Waits a while for what is under way. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
