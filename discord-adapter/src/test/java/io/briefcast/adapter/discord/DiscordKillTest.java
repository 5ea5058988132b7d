package io.briefcast.adapter.discord;

import io.briefcast.delivery.KillRun;
import java.io.IOException;
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
            KillRun.check(discord, DEATHS, folder);
            System.out.println("nonces forgotten " + discord.forgotten() + " times");
        }
    }
}
