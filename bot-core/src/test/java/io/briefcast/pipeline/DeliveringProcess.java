package io.briefcast.pipeline;

import io.briefcast.DeliverySettings;
import io.briefcast.store.SharedStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process for {@link DeliveryFaultRun} to kill and freeze. Arguments: the store, and the port of the platform. Says
 * "ready" when it works, and ends with its input, so that none is left behind.
 */
final class DeliveringProcess {
    static final DeliverySettings SETTINGS = new DeliverySettings(Duration.ofHours(6), Duration.ofSeconds(2));

    /** The dead are noticed after four of these. */
    private static final Duration HEARTBEAT = Duration.ofMillis(250);

    private DeliveringProcess() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var platform = new LoopbackPlatform(Integer.parseInt(arguments[1]));
        try (var store = SharedStore.open(Path.of(arguments[0]));
                var pipeline = new Pipeline(CrashingProcess.parts(store.database(), platform, SETTINGS))) {
            pipeline.start(HEARTBEAT);
            out.println("ready");
            while (System.in.read() >= 0) {
                // Nobody says anything to it.
            }
        }
    }
}
