package io.briefcast.adapter.discord;

import io.briefcast.Secret;
import io.briefcast.delivery.KillableSender;
import io.briefcast.store.SqliteStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.internal.utils.JDALogger;

/**
 * A process to kill: sends everything that is due from a store to Discord and ends. Arguments: the store, and the address
 * of Discord's REST API.
 */
final class DiscordSender {
    private static final Duration MOMENT = Duration.ofMillis(50);

    private DiscordSender() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        KillableSender.endWithInput();
        JDALogger.setFallbackLoggerEnabled(false);
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]));
                DiscordConnection connection = new DiscordConnection(
                        new Secret(FakeDiscord.TOKEN), URI.create(arguments[1]), Compression.NONE, Thread::sleep)) {
            connection.start(List.of());
            while (connection.session().isEmpty()) {
                Thread.sleep(MOMENT);
            }
            KillableSender.sendAll(store, platform(connection));
        }
        // JDA's own threads would stay a while.
        Runtime.getRuntime().halt(0);
    }

    private static DiscordPlatform platform(DiscordConnection connection) {
        InstantSource clock = InstantSource.system();
        DiscordTurns turns = new DiscordTurns(new DiscordPacing(), clock, Thread::sleep);
        return new DiscordPlatform(
                new DiscordClient(connection, turns), turns, ForumPosts.DAILY, clock, KillableSender.SETTINGS.lease());
    }
}
