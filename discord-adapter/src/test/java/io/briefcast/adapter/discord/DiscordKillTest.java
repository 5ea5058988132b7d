package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short {@link DiscordKillRun}; the long one is its {@code main}. */
class DiscordKillTest {
    private static final int DEATHS = 6;

    @TempDir
    Path folder;

    @Test
    void processesKilledAmidTheirCallsLoseNothingAndSendNothingTwice() throws IOException, InterruptedException {
        var figures = DiscordKillRun.run(DEATHS, folder);

        assertThat(figures.kills().values().stream().mapToInt(Integer::intValue).sum())
                .as("deaths")
                .isEqualTo(DEATHS);
        assertThat(figures.lost()).as("lost").isZero();
        assertThat(figures.doubled()).as("sent twice").isZero();
        assertThat(figures.unsent()).as("not sent in the end").isZero();
    }
}
