package io.briefcast.adapter.slack;

import io.briefcast.delivery.KillRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short {@link KillRun}; {@code SLACK_DEATHS=200} in the environment makes it the long one. */
class SlackKillTest {
    private static final int DEATHS =
            Integer.parseInt(Optional.ofNullable(System.getenv("SLACK_DEATHS")).orElse("6"));

    @TempDir
    Path folder;

    @Test
    void processesKilledAmidTheirCallsLoseNothingAndSendNothingTwice() throws IOException, InterruptedException {
        try (SlackStage slack = new SlackStage()) {
            KillRun.check(slack, DEATHS, folder);
        }
    }
}
