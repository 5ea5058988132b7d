package io.briefcast.adapter.slack;

import com.slack.api.util.thread.ExecutorServiceProvider;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads for Slack's library whose periodic tasks survive an exception. Without this, one bad answer to {@code
 * apps.connections.open} ends the library's own check of the connection, and it never reconnects
 * (https://github.com/slackapi/java-slack-sdk/issues/833).
 */
final class SteadyExecutors implements ExecutorServiceProvider {
    private static final Logger LOG = LoggerFactory.getLogger(SteadyExecutors.class);

    @Override
    public ExecutorService createThreadPoolExecutor(String name, int size) {
        return Executors.newFixedThreadPool(size, named(name));
    }

    @Override
    public ScheduledExecutorService createThreadScheduledExecutor(String name) {
        return new Steady(named(name));
    }

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name + "-", 0).factory();
    }

    private static final class Steady extends ScheduledThreadPoolExecutor {
        Steady(ThreadFactory threads) {
            super(1, threads);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
            return super.scheduleWithFixedDelay(surviving(task), first, delay, unit);
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
            return super.scheduleAtFixedRate(surviving(task), first, period, unit);
        }

        private static Runnable surviving(Runnable task) {
            return () -> {
                try {
                    task.run();
                } catch (RuntimeException e) {
                    LOG.warn("Slack's library stumbled and goes on: {}", e.toString());
                }
            };
        }
    }
}
