package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HostGatesTest {
    private static final Duration GAP = Duration.ofMillis(20);
    private static final int CALLS = 20;

    private final HostGates gates = new HostGates();

    @Test
    void letsOneRequestAtATimeThroughToAHost() throws Exception {
        Exchanger<String> meeting = new Exchanger<>();

        List<Boolean> met = together(CALLS, () -> gates.through("a.example", Duration.ZERO, () -> meets(meeting)));

        assertThat(met).hasSize(CALLS).containsOnly(false);
    }

    /** Only who is let through while another one still is meets anybody. */
    private static boolean meets(Exchanger<String> meeting) {
        try {
            meeting.exchange("", 2, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void startsRequestsToAHostAGapApart() throws Exception {
        long begin = System.nanoTime();

        List<Long> starts = together(CALLS, () -> gates.through("a.example", GAP, System::nanoTime));

        List<Long> inOrder = starts.stream().sorted().toList();
        for (int i = 0; i < CALLS; i++) {
            assertThat(inOrder.get(i) - begin).isGreaterThanOrEqualTo(GAP.toNanos() * i);
        }
    }

    @Test
    void letsNoHostWaitForAnother() throws Exception {
        CountDownLatch bothAreIn = new CountDownLatch(2);
        AtomicInteger number = new AtomicInteger();

        List<Boolean> met = together(
                2,
                () -> gates.through("host%d.example".formatted(number.getAndIncrement()), GAP, () -> {
                    bothAreIn.countDown();
                    return metWithin(bothAreIn);
                }));

        assertThat(met).containsExactly(true, true);
    }

    private static boolean metWithin(CountDownLatch latch) {
        try {
            return latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> List<T> together(int times, Callable<T> call) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            for (Future<T> answer : threads.invokeAll(Collections.nCopies(times, call))) {
                answers.add(answer.get());
            }
        }
        return answers;
    }
}
