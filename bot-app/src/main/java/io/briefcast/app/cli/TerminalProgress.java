package io.briefcast.app.cli;

import io.briefcast.pipeline.Progress;
import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows long work on standard error: a bar where it is a terminal, now and then a line where it is not. */
final class TerminalProgress implements Progress {
    private static final int LINES = 10;
    private final PrintStream out = System.err;
    private final boolean terminal = isTerminal();
    private Optional<ProgressBar> bar = Optional.empty();
    private String what = "";
    private int total;
    private int done;

    @Override
    public void begin(String work, int steps) {
        what = work;
        total = steps;
        done = 0;
        if (steps == 0) {
            return;
        }
        if (terminal) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(work)
                    .setInitialMax(steps)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(200)
                    .build());
        } else {
            out.println("%s: %d to do".formatted(work, steps));
        }
    }

    @Override
    public void step(String label) {
        done++;
        bar.ifPresentOrElse(shown -> shown.step().setExtraMessage(shortened(label)), this::line);
    }

    private void line() {
        int every = Math.max(1, total / LINES);
        if (done % every == 0 || done == total) {
            out.println("%s: %d of %d".formatted(what, done, total));
        }
    }

    /** Before Java 22 there is a console only on a terminal; since then the console itself says where it is. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    private static String shortened(String label) {
        return label.length() > 40 ? label.substring(0, 39) + "…" : label;
    }

    @Override
    public void end() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }
}
