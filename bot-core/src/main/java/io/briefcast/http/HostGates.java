package io.briefcast.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one request at a time through to a host, and starts them a gap apart. */
final class HostGates {
    private final Cache<String, Gate> gates =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

    /** Waits for the host's turn, then makes the request. */
    <T> T through(String host, Duration gap, Request<T> request) throws InterruptedException, IOException {
        Gate gate = gates.get(host, name -> new Gate());
        gate.lock.lockInterruptibly();
        try {
            long wait = gate.nextStart - System.nanoTime();
            if (gate.used && wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
            gate.used = true;
            gate.nextStart = System.nanoTime() + gap.toNanos();
            return request.send();
        } finally {
            gate.lock.unlock();
        }
    }

    /** One request to the host. */
    interface Request<T> {
        T send() throws IOException;
    }

    private static final class Gate {
        private final ReentrantLock lock = new ReentrantLock(true);
        private boolean used;
        private long nextStart;
    }
}
