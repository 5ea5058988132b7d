package io.briefcast.app;

import io.briefcast.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints how long the executable takes on a store with 10,000 insights, from its start until it says that it is up: as
 * people run it, and unpacked, as a container does, but without the cache that it starts from. The executable has to be
 * built before. Argument: where it is, when it is not where the build leaves it.
 */
final class StartBenchmark {
    private static final int STARTS = 7;
    private static final String USUAL = "target/briefcast.jar";

    private StartBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path jar = Path.of(args.length > 0 ? args[0] : USUAL).toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            System.out.printf("There is no %s: build it first.%n", jar);
            return;
        }
        Path folder = Files.createTempDirectory("start");
        try (var briefcast = LoadRun.start(folder)) {
            LoadRun.fill(briefcast);
        }
        measure("as it is", List.of("-jar", jar.toString()), folder);
        measure("unpacked", List.of("-XX:MaxRAMPercentage=75", "-jar", unpacked(jar, folder)), folder);
    }

    private static String unpacked(Path jar, Path folder) throws IOException, InterruptedException {
        Path unpacked = folder.resolve("unpacked");
        new ProcessBuilder(
                        Processes.executable(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        unpacked.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        return unpacked.resolve(String.valueOf(jar.getFileName())).toString();
    }

    private static void measure(String how, List<String> program, Path folder) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            seconds.add(start(program, folder));
        }
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%s, %d processors: up after %.1f s, the median of %d starts from %.1f s to %.1f s%n",
                how,
                Runtime.getRuntime().availableProcessors(),
                sorted[STARTS / 2],
                STARTS,
                sorted[0],
                sorted[STARTS - 1]);
    }

    private static double start(List<String> program, Path folder) throws IOException {
        List<String> command = new ArrayList<>(List.of(Processes.executable()));
        command.addAll(program);
        command.addAll(List.of(
                "serve", "--server.port=0", "--briefcast.demo.enabled=false", "--briefcast.data-dir=" + folder));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            awaitUp(process);
            return (System.nanoTime() - start) / 1e9;
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private static void awaitUp(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.startsWith("Briefcast is up")) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("it ended before it was up");
        }
    }
}
