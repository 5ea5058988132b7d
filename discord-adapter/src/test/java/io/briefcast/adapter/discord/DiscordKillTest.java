package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.KillRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short {@link KillRun}; {@code DISCORD_DEATHS=200} in the environment makes it the long one. */
class DiscordKillTest {
    private static final int DEATHS = Integer.parseInt(
            Optional.ofNullable(System.getenv("DISCORD_DEATHS")).orElse("6"));

    @TempDir
    Path folder;

    @Test
    void processesKilledAmidTheirCallsLoseNothingAndSendNothingTwice() throws IOException, InterruptedException {
        try (DiscordStage discord = new DiscordStage()) {
            var figures = KillRun.run(discord, DEATHS, folder);

            System.out.println(figures + ", nonces forgotten " + discord.forgotten() + " times");
            assertThat(figures.deaths())
                    .as("deaths; the processes said %s", Files.readString(folder.resolve("output")))
                    .isEqualTo(DEATHS);
            assertThat(figures.lost()).as("lost").isZero();
            assertThat(figures.doubled()).as("sent twice").isZero();
            assertThat(figures.unsent()).as("not sent in the end").isZero();
        }
    }
}
