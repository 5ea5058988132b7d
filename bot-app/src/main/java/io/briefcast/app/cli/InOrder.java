package io.briefcast.app.cli;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on many inputs at once, a worker a core, and prints one line for each in the order given. */
final class InOrder {
    /** Enough to keep every core busy behind one slow input, few enough to bound memory. */
    private static final int AHEAD_PER_CORE = 16;

    private InOrder() {}

    /** Prints {@code work(input)} for every input; the work must not throw for what an input holds. */
    static void print(List<String> inputs, Function<String, String> work, PrintStream out) {
        int cores = Runtime.getRuntime().availableProcessors();
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            Queue<Future<String>> ahead = new ArrayDeque<>();
            for (String input : inputs) {
                if (ahead.size() == cores * AHEAD_PER_CORE) {
                    out.println(result(ahead.remove()));
                }
                ahead.add(workers.submit(() -> work.apply(input)));
            }
            ahead.forEach(line -> out.println(result(line)));
            out.flush();
        }
    }

    private static String result(Future<String> line) {
        try {
            return line.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted; what was printed so far is complete.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
