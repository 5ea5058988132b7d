package io.briefcast.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs command lines as a shell would: data, complaints and exit code. One at a time, for the streams are the JVM's. */
final class Cli {
    private final Path dataDir;
    private final int demoPort;

    Cli(Path dataDir) throws IOException {
        this.dataDir = dataDir;
        this.demoPort = freePort();
    }

    record Ran(int exitCode, String out, String err) {}

    Ran run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(data, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
            String[] all = Stream.concat(
                            Stream.of(args),
                            Stream.of("--briefcast.data-dir=" + dataDir, "--briefcast.demo.port=" + demoPort)
                                    .filter(setting -> !isGiven(setting, args)))
                    .toArray(String[]::new);
            int exitCode = BriefcastCommand.run(all);
            return new Ran(
                    exitCode, data.toString(StandardCharsets.UTF_8), complaints.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static boolean isGiven(String setting, String... args) {
        String name = setting.substring(0, setting.indexOf('=') + 1);
        return Stream.of(args).anyMatch(arg -> arg.startsWith(name));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
