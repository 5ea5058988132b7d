package io.briefcast.app;

import io.briefcast.command.Asker;
import io.briefcast.command.Completion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prints how long completing takes while 50 people type, with 10,000 insights of 200 shows in the store and a thousand
 * topics to choose from: what is asked at every key press on Discord, in Slack's forms and in the browser.
 */
final class CompletionBenchmark {
    private static final int PEOPLE = 50;
    private static final int KEYS_OF_EACH = 100;
    /** Between key presses of one person, on average, which is fast. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private static final int MOST_VALUES = 25;
    /** Letters with which the made-up words of {@link LoadRun} begin, and one with which none does. */
    private static final List<String> TYPED = List.of("", "b", "do", "ki", "lum", "me", "show", "x");

    private final Completion completion;

    private CompletionBenchmark(Completion completion) {
        this.completion = completion;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("completion");
        try (ConfigurableApplicationContext briefcast = LoadRun.start(folder)) {
            LoadRun.fill(briefcast);
            new CompletionBenchmark(briefcast.getBean(Completion.class)).run();
        }
    }

    private void run() throws Exception {
        // The first key press has the topics learned; nobody waits for that.
        Awaitility.await().until(() -> !values(0, "insights", "topic", "").isEmpty());
        type(Duration.ZERO);
        print("without a pause", type(Duration.ZERO));
        print("five keys a second each", type(PAUSE));
    }

    /** Nanoseconds that each key press took. */
    private long[] type(Duration pause) throws Exception {
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<long[]>> typing = IntStream.range(0, PEOPLE)
                    .mapToObj(person -> people.submit(() -> type(person, pause)))
                    .toList();
            List<Long> all = new ArrayList<>();
            for (Future<long[]> one : typing) {
                LongStream.of(one.get()).forEach(all::add);
            }
            return all.stream().mapToLong(Long::longValue).sorted().toArray();
        }
    }

    private long[] type(int person, Duration pause) {
        Random random = new Random(person);
        return LongStream.range(0, KEYS_OF_EACH)
                .map(key -> {
                    LockSupport.parkNanos((long) (pause.toNanos() * 2 * random.nextDouble()));
                    return press(person, random);
                })
                .toArray();
    }

    private long press(int person, Random random) {
        String typed = TYPED.get(random.nextInt(TYPED.size()));
        long start = System.nanoTime();
        switch (random.nextInt(4)) {
            case 0 -> values(person, "insights", "show", typed);
            case 1 -> values(person, "briefcast subscribe", "zone", typed);
            case 2 -> completion.complete("insights " + typed, person(person));
            default -> values(person, "insights", "topic", typed);
        }
        return System.nanoTime() - start;
    }

    private List<String> values(int person, String command, String option, String typed) {
        return completion.values(command, option, typed, person(person), MOST_VALUES);
    }

    private static Asker person(int number) {
        return new Asker("load", "", "U" + number, "Person " + number, true, true, ZoneOffset.UTC, Locale.ENGLISH);
    }

    private static void print(String how, long[] sorted) {
        System.out.printf(
                "%d people, %s, %d key presses: p50 %.2f ms, p99 %.2f ms, the slowest %.1f ms%n",
                PEOPLE,
                how,
                sorted.length,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }
}
