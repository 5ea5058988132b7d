package io.briefcast.adapter.discord;

import io.briefcast.adapter.discord.FakeAnswers.Said;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Briefcast on a Discord of our own, over its gateway, so that a test reads like a conversation. */
final class Conversation implements AutoCloseable {
    final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));
    final DiscordPacing pacing = new DiscordPacing();
    final MemorySubscriptions subscriptions = new MemorySubscriptions();
    final FakeDiscord discord;
    final DiscordConnection connection;

    Conversation(List<Command> commands, List<Button> buttons) {
        this(commands, buttons, 1, fake -> {});
    }

    /** Where the operator has named people who may change everything. */
    Conversation(List<Command> commands, List<Button> buttons, Set<String> admins) {
        this(commands, buttons, 1, fake -> {}, admins);
    }

    /** Over several shards, with a Discord that something was told before anybody connects. */
    Conversation(List<Command> commands, List<Button> buttons, int shards, Consumer<FakeDiscord> before) {
        this(commands, buttons, shards, before, Set.of());
    }

    private Conversation(
            List<Command> commands,
            List<Button> buttons,
            int shards,
            Consumer<FakeDiscord> before,
            Set<String> admins) {
        discord = new FakeDiscord(clock, shards);
        before.accept(discord);
        CommandCatalogue catalogue = new CommandCatalogue(commands);
        Completion completion =
                new Completion(catalogue, (kind, typed, asker, limit) -> matching(kind + " like " + typed));
        connection = Connections.fresh(discord);
        DiscordTurns turns = new DiscordTurns(pacing, clock, clock);
        DiscordClient client = new DiscordClient(connection, turns);
        DiscordPlatform platform = new DiscordPlatform(client, turns, ForumPosts.DAILY, clock, Platforms.LEASE);
        DiscordCommands listener = new DiscordCommands(
                catalogue,
                new CommandRouter(catalogue, buttons),
                completion,
                new DiscordPeople(admins),
                new DiscordDirect(platform, subscriptions),
                client.mentions(),
                clock);
        Connections.start(
                connection,
                List.of(
                        listener,
                        new DiscordRegistration(catalogue, client.mentions(), clock),
                        new DiscordWelcome(client),
                        new DiscordDepartures(subscriptions, subscriptions.desk())));
    }

    /** One value that Discord takes and one that it does not. */
    private static List<String> matching(String value) {
        if (value.endsWith("break")) {
            throw new IllegalStateException("a bug");
        }
        return List.of(value, "x".repeat(200));
    }

    /** Somebody uses a command, or does anything else that is answered. */
    List<Said> does(DataObject interaction) {
        return does(interaction, 1);
    }

    /** The same for what is answered with several messages. */
    List<Said> does(DataObject interaction, int answers) {
        return does(0, interaction, answers);
    }

    /** The same for what comes over a certain shard. */
    List<Said> does(int shard, DataObject interaction, int answers) {
        discord.interact(shard, interaction);
        String token = interaction.getString("token");
        discord.await(() -> discord.answers(token).size() >= answers);
        return discord.answers(token);
    }

    /** The same, with whatever else was said by the time that a later command is answered. */
    List<Said> settled(DataObject interaction) {
        does(interaction);
        types("brief");
        return discord.answers(interaction.getString("token"));
    }

    /** Ada, who manages the server, uses a command in its channel. */
    Said types(String path, DataObject... options) {
        return does(FakeInteractions.slash(path, options)).getFirst();
    }

    /** Ada presses the button with this label under what she saw. */
    Said presses(Said shown, String label) {
        return does(FakeInteractions.press(button(shown, label))).getFirst();
    }

    /** The custom id of a button. */
    static String button(Said shown, String label) {
        return all(shown.body().getArray("components"))
                .filter(component -> component.getString("label", "").equals(label))
                .map(component -> component.getString("custom_id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + shown.text()));
    }

    private static Stream<DataObject> all(DataArray components) {
        return IntStream.range(0, components.length())
                .mapToObj(components::getObject)
                .flatMap(component -> Stream.concat(
                        Stream.of(component),
                        all(component.optArray("components").orElseGet(DataArray::empty))));
    }

    @Override
    public void close() {
        connection.close();
        discord.close();
    }
}
