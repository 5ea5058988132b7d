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
    static final int AT_ONCE = 200;
    /** Kept free to say that there is too much to do. */
    private static final int EXCUSES_AT_ONCE = 50;

    /** An answer that takes longer than this at the end is lost; the person may ask again. */
    private static final long PATIENCE_SECONDS = 10;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Semaphore excuses = new Semaphore(EXCUSES_AT_ONCE);

    /**
     * Starts it on a thread of its own.
     *
     * @param failed what to do when it breaks
     * @return false when there is too much to do; then nothing is done
     */
    boolean start(Runnable work, Runnable failed) {
        return start(free, work, failed);
    }

    /** Says that there is too much to do; says nothing when there is too much even for that. */
    void excuse(Runnable excuse) {
        start(excuses, excuse, () -> {});
    }

    private boolean start(Semaphore room, Runnable work, Runnable failed) {
        if (!room.tryAcquire()) {
            return false;
        }
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("A request from Slack failed", e);
                failed.run();
            } finally {
                room.release();
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
