package io.briefcast.app;

import io.briefcast.Processes;
import io.briefcast.app.ReadingProcess.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how fast real transcripts are read, from the file to the stored insights, and what memory that takes: by a
 * program that is given 1, 2 and 4 processors, where there are as many, and 512 MB of heap, and begins cold. Under
 * {@code taskset -c 0} there is one, for machine code as well. Arguments: a folder of transcripts,
 * one folder in it for each show, and how many to read, spread over all of them; {@link Shelf#USUAL} when not said.
 */
final class ReadingBenchmark {
    private ReadingBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length == 0 || Shelf.in(Path.of(args[0]), Shelf.USUAL).isEmpty()) {
            System.out.println("There are no transcripts: name a folder that has a folder of them for each show.");
            return;
        }
        int there = Runtime.getRuntime().availableProcessors();
        for (int processors : List.of(1, 2, 4)) {
            if (processors <= there) {
                read(processors, args);
            } else {
                System.out.printf("%d processors: not measured, since there are %d%n", processors, there);
            }
        }
    }

    private static void read(int processors, String[] args) throws IOException, InterruptedException {
        var command = Processes.java("-Xmx512m", "-XX:ActiveProcessorCount=" + processors);
        command.add(ReadingProcess.class.getName());
        command.addAll(List.of(args));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException("reading with %d processors ended with %d".formatted(processors, exit));
        }
    }
}
