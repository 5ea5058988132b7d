package io.briefcast.adapter.discord;

import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.ChatPlatformContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What every platform must do, wherever on Discord it posts. */
abstract class DiscordPlatformContract extends ChatPlatformContract {
    static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

    final TestClock clock = new TestClock(NOON);
    final FakeDiscord discord = new FakeDiscord(clock);
    final DiscordConnection connection = Connections.ready(discord, List.of());
    final DiscordPlatform platform = Platforms.daily(connection, clock);
    private final String address;
    private final String channel;

    /**
     * The contract in one place.
     *
     * @param address of the place
     * @param channel that goes when the place does
     */
    DiscordPlatformContract(String address, String channel) {
        this.address = address;
        this.channel = channel;
    }

    @AfterEach
    void close() {
        connection.close();
        discord.close();
    }

    @Override
    protected ChatPlatform platform() {
        return platform;
    }

    @Override
    protected String address() {
        return address;
    }

    @Override
    protected void arrange(Trouble trouble) {
        switch (trouble) {
            case TOO_MANY -> discord.atNextPost(new Fault.Status(429, 0, Map.of("Retry-After", "7")));
            case GONE -> discord.removeChannel(channel);
            case UNFIT -> {
                discord.atNextPost(new Fault.Status(400, 50035, Map.of()));
                discord.atNextPost(new Fault.Status(400, 50035, Map.of()));
            }
            case TOKEN_REFUSED -> discord.atNextPost(new Fault.Status(401, 0, Map.of()));
            case BROKEN -> discord.atNextPost(new Fault.Status(500, 0, Map.of()));
            case LOST_ANSWER -> discord.atNextPost(new Fault.AcceptThenDrop());
        }
    }

    @Override
    protected void relieve() {
        clock.advance(Duration.ofMinutes(1));
    }

    @Override
    protected int posts() {
        return discord.posted().size();
    }

    @Override
    protected String secret() {
        return FakeDiscord.TOKEN;
    }
}
