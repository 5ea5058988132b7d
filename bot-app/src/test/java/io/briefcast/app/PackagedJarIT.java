package io.briefcast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the executable as people get it: what is missing in the jar is seen here only. */
class PackagedJarIT {
    private static final Path JAR = Path.of("target/briefcast.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void readsTheBundledShowsAndPrintsTheBrief() throws Exception {
        Ran brief = run("brief", "--briefcast.demo.port=" + freePort());

        assertThat(brief.exitCode()).as(brief.err()).isZero();
        assertThat(brief.out()).contains("## 5. ");
        assertThat(brief.err()).doesNotContain("Exception", "Error", "WARN");
        assertThat(brief.out())
                .as("no letter is lost where the locale knows ASCII only")
                .contains("\u201c");
    }

    @Test
    void inspectsWithoutAStore() throws Exception {
        Path transcript = Files.writeString(
                folder.resolve("a.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Renting is cheaper today.\n");

        Ran inspected = run("inspect", "transcript", transcript.toString());

        assertThat(inspected.exitCode()).as(inspected.err()).isZero();
        assertThat(inspected.out()).contains("\"format\":\"webvtt\"", "\"speaker\":\"Ada\"");
        assertThat(folder.resolve("briefcast-data")).doesNotExist();
    }

    private record Ran(int exitCode, String out, String err) {}

    private Ran run(String... args) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(Processes.executable(), "-jar", JAR.toString()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // as cron does
        builder.environment().keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        Process process = builder.start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
