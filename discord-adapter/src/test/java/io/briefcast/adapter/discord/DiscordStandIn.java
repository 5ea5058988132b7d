package io.briefcast.adapter.discord;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The fake Discord for tests of other modules, which know nothing of Discord. */
public final class DiscordStandIn implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final FakeDiscord discord = new FakeDiscord(InstantSource.system());

    /** Settings that connect Briefcast to it. */
    public List<String> settings() {
        return List.of(
                "--briefcast.discord.token=" + FakeDiscord.TOKEN, "--briefcast.discord.api-url=" + discord.api());
    }

    /** Waits until the commands are registered, and gives what was registered. */
    public String registered() {
        return next("PUT", "/commands");
    }

    /** Somebody who manages the server uses a command in a channel; what the bot answers in the end. */
    public String asks(String path, Map<String, String> options) {
        DataObject[] given = options.entrySet().stream()
                .map(option -> FakeInteractions.option(option.getKey(), option.getValue()))
                .toArray(DataObject[]::new);
        discord.gateway().dispatch(0, "INTERACTION_CREATE", FakeInteractions.slash(path, given));
        return next("PATCH", "/@original");
    }

    /** Messages that are really there, as Discord got them. */
    public List<String> posts() {
        return discord.posted().stream().map(DataObject::toString).toList();
    }

    private String next(String method, String end) {
        try {
            while (true) {
                FakeDiscord.Call call = Optional.ofNullable(discord.calls().poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .orElseThrow(() -> new AssertionError("no %s …%s".formatted(method, end)));
                if (call.is(method, end)) {
                    return call.body();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        discord.close();
    }
}
