package io.briefcast.adapter.discord;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The fake Discord for tests of other modules, which know nothing of Discord. */
public final class DiscordStandIn implements AutoCloseable {
    private final FakeDiscord discord = new FakeDiscord(InstantSource.system());

    /** Settings that connect Briefcast to it. */
    public List<String> settings() {
        return List.of(
                "--briefcast.discord.token=" + FakeDiscord.TOKEN, "--briefcast.discord.api-url=" + discord.api());
    }

    /** Waits until the commands are registered, and gives what was registered. */
    public String registered() {
        discord.await(() -> discord.commands().length() > 0);
        return discord.commands().toString();
    }

    /** Somebody who manages the server uses a command in a channel; what the bot answers. */
    public String asks(String path, Map<String, String> options) {
        DataObject[] given = options.entrySet().stream()
                .map(option -> FakeInteractions.option(option.getKey(), option.getValue()))
                .toArray(DataObject[]::new);
        DataObject asked = FakeInteractions.slash(path, given);
        discord.interact(0, asked);
        String token = asked.getString("token");
        discord.await(() -> !discord.answers(token).isEmpty());
        return discord.answers(token).getFirst().text();
    }

    /** Messages that are really there, as Discord got them. */
    public List<String> posts() {
        return discord.posted().stream().map(DataObject::toString).toList();
    }

    @Override
    public void close() {
        discord.close();
    }
}
