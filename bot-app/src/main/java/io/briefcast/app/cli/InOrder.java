package io.briefcast.app.cli;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Works on many inputs at once, a worker a core, and prints one line for each in the order given. */
final class InOrder {
    /** Enough to keep every core busy behind one slow input, few enough to bound memory. */
    private static final int AHEAD_PER_CORE = 16;

    private InOrder() {}

    /**
     * What came of one input.
     *
     * @param text the line to print
     * @param understood whether anything was
     */
    record Line(String text, boolean understood) {}

    /**
     * Prints {@code work(input)} for every input.
     *
     * @param failed says that the work broke on an input; the others go on
     * @return how many were understood
     */
    static int print(
            List<String> inputs,
            Function<String, Line> work,
            BiFunction<String, Throwable, Line> failed,
            PrintStream out) {
        int cores = Runtime.getRuntime().availableProcessors();
        int understood = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            Queue<Running> ahead = new ArrayDeque<>();
            for (String input : inputs) {
                if (ahead.size() == cores * AHEAD_PER_CORE) {
                    understood += ahead.remove().print(failed, out);
                }
                ahead.add(new Running(input, workers.submit(() -> work.apply(input))));
            }
            for (Running last : ahead) {
                understood += last.print(failed, out);
            }
            out.flush();
        }
        return understood;
    }

    private record Running(String input, Future<Line> future) {
        /** Waits for it; 1 if it was understood. */
        int print(BiFunction<String, Throwable, Line> failed, PrintStream out) {
            Line line = line(failed);
            out.println(line.text());
            return line.understood() ? 1 : 0;
        }

        private Line line(BiFunction<String, Throwable, Line> failed) {
            try {
                return future.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Interrupted; what was printed so far is complete.");
            } catch (ExecutionException e) {
                return failed.apply(input, e.getCause() == null ? e : e.getCause());
            }
        }
    }
}
