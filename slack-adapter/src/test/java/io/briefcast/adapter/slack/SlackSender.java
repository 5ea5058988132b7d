package io.briefcast.adapter.slack;

import io.briefcast.Secret;
import io.briefcast.delivery.KillableSender;
import io.briefcast.store.SqliteStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A process to kill: sends everything that is due from a store to Slack and ends. Arguments: the store, and the address of
 * Slack's Web API.
 */
final class SlackSender {
    private SlackSender() {}

    public static void main(String[] arguments) throws InterruptedException {
        KillableSender.endWithInput();
        try (SqliteStore store = SqliteStore.open(Path.of(arguments[0]))) {
            KillableSender.sendAll(store, platform(SlackClient.of(URI.create(arguments[1]))));
        }
        // The library's own threads would stay a while.
        Runtime.getRuntime().halt(0);
    }

    private static SlackPlatform platform(SlackClient client) {
        InstantSource clock = InstantSource.system();
        return new SlackPlatform(
                client,
                team -> Optional.of(new Workspace(team, new Secret(FakeSlack.TOKEN), Optional.of(FakeSlack.BOT))),
                new SlackTurns(clock, Thread::sleep),
                KillableSender.SETTINGS.lease(),
                clock);
    }
}
