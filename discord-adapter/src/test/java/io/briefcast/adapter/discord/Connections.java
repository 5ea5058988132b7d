package io.briefcast.adapter.discord;

import io.briefcast.Secret;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.internal.utils.JDALogger;

/** Connections to a fake Discord. */
final class Connections {
    private Connections() {}

    /** A connection whose first shard is ready. */
    static DiscordConnection ready(FakeDiscord discord, List<EventListener> listeners) {
        // What it says about connections that end with their test helps nobody.
        JDALogger.setFallbackLoggerEnabled(false);
        CountDownLatch ready = new CountDownLatch(1);
        EventListener waiting = event -> {
            if (event instanceof ReadyEvent) {
                ready.countDown();
            }
        };
        DiscordConnection connection =
                new DiscordConnection(new Secret(FakeDiscord.TOKEN), discord.api(), Compression.NONE, duration -> {});
        connection.start(Stream.concat(listeners.stream(), Stream.of(waiting)).toList());
        try {
            if (!ready.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("not ready");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return connection;
    }
}
