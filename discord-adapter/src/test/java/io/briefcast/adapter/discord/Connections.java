package io.briefcast.adapter.discord;

import io.briefcast.Secret;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.utils.Compression;

/** Connections to a fake Discord. */
final class Connections {
    private Connections() {}

    /** A connection whose first shard is ready. */
    static DiscordConnection ready(FakeDiscord discord, List<EventListener> listeners) {
        DiscordConnection connection = fresh(discord);
        start(connection, listeners);
        return connection;
    }

    /** A connection that is not started yet. */
    static DiscordConnection fresh(FakeDiscord discord) {
        return new DiscordConnection(new Secret(FakeDiscord.TOKEN), discord.api(), Compression.NONE, duration -> {});
    }

    /** Starts it and waits for its first shard: JDA says that it is ready a moment before it is connected. */
    static void start(DiscordConnection connection, List<EventListener> listeners) {
        CountDownLatch ready = new CountDownLatch(1);
        CountDownLatch connected = new CountDownLatch(1);
        EventListener waiting = event -> {
            if (event instanceof ReadyEvent) {
                ready.countDown();
            }
            if (event instanceof StatusChangeEvent change && change.getNewStatus() == JDA.Status.CONNECTED) {
                connected.countDown();
            }
        };
        connection.start(Stream.concat(listeners.stream(), Stream.of(waiting)).toList());
        try {
            if (!ready.await(5, TimeUnit.MINUTES) || !connected.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("not ready");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
