package io.briefcast.adapter.discord;

import io.briefcast.adapter.discord.FakeAnswers.Said;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** Interactions as Discord sends them. */
final class FakeInteractions {
    /** Ids carry their time, and JDA gives up on an interaction 15 minutes after it: these are of the year 2080. */
    private static final AtomicLong IDS = new AtomicLong(8_600_000_000_000_000_001L);

    private static final int COMMAND = 2;

    private FakeInteractions() {}

    /** A slash command; the path has one to three words. */
    static DataObject slash(String path, DataObject... options) {
        List<String> words = List.of(path.split(" ", -1));
        DataArray inner = DataArray.fromCollection(List.of(options));
        for (int i = words.size() - 1; i > 0; i--) {
            DataObject wrapped = DataObject.empty()
                    .put("name", words.get(i))
                    .put("type", i == words.size() - 1 ? 1 : 2)
                    .put("options", inner);
            inner = DataArray.empty().add(wrapped);
        }
        return inServer(COMMAND, command(words.getFirst(), inner));
    }

    /** Somebody types into an option. */
    static DataObject typing(String path, String option, String typed) {
        DataObject focused = option(option, typed).put("focused", true);
        return slash(path, focused).put("type", 4);
    }

    static DataObject option(String name, String value) {
        return DataObject.empty().put("name", name).put("type", 3).put("value", value);
    }

    /** A pressed button under a message of ours. */
    static DataObject press(String customId) {
        return inServer(
                        3,
                        DataObject.empty()
                                .put("custom_id", customId)
                                .put("component_type", 2)
                                .put("id", 1))
                .put("message", message(customId));
    }

    /** A pressed button under a message that is shown; only the presser sees it, or everybody. */
    static DataObject press(Said shown, String customId) {
        DataObject pressed = press(customId);
        DataArray components =
                DataArray.fromJson(shown.body().getArray("components").toString());
        number(components, new AtomicInteger());
        pressed.getObject("message")
                .put("components", components)
                .put("flags", (1 << 15) | (shown.alone() ? 1 << 6 : 0));
        return pressed;
    }

    /** Discord gives every component a number. */
    private static void number(DataArray components, AtomicInteger last) {
        for (int i = 0; i < components.length(); i++) {
            DataObject component = components.getObject(i);
            component.put("id", component.getInt("id", last.incrementAndGet()));
            number(component.optArray("components").orElseGet(DataArray::empty), last);
            component.optObject("accessory").ifPresent(picture -> picture.put("id", last.incrementAndGet()));
        }
    }

    /** A form that was sent. */
    static DataObject form(String id, String option, String value) {
        return form(
                id,
                DataObject.empty()
                        .put("type", 4)
                        .put("id", 2)
                        .put("custom_id", option)
                        .put("value", value));
    }

    /** The same with any field. */
    static DataObject form(String id, DataObject input) {
        DataObject label = DataObject.empty().put("type", 18).put("id", 1).put("component", input);
        return inServer(
                5,
                DataObject.empty()
                        .put("custom_id", id)
                        .put("components", DataArray.empty().add(label)));
    }

    /** The same by somebody who manages nothing. */
    static DataObject byVisitor(DataObject interaction) {
        return interaction.put("member", FakeServer.member(FakeServer.user(FakeServer.BOB)));
    }

    /** The same in another channel of the server. */
    static DataObject in(String channel, DataObject interaction) {
        return interaction.put("channel_id", channel).put("channel", FakeServer.channel(channel));
    }

    /** The same in another language. */
    static DataObject speaking(String locale, DataObject interaction) {
        return interaction.put("locale", locale);
    }

    /** The same in a server in which only the person has the bot. */
    static DataObject elsewhere(DataObject interaction) {
        String strange = "100000000000000009";
        return in("200000000000000009", interaction)
                .put("guild_id", strange)
                .put(
                        "guild",
                        DataObject.empty()
                                .put("id", strange)
                                .put("features", DataArray.empty())
                                .put("locale", "en-US"))
                .put("authorizing_integration_owners", DataObject.empty().put("1", FakeServer.ADA));
    }

    /** Somebody asks for insights about a message of somebody else. */
    static DataObject about(String words) {
        DataObject message = message("x:1")
                .put("flags", 0)
                .put("content", words)
                .put("components", DataArray.empty())
                .put("author", FakeServer.user(FakeServer.BOB));
        return inServer(
                COMMAND,
                DataObject.empty()
                        .put("id", id())
                        .put("name", DiscordDefinitions.RELATED)
                        .put("type", 3)
                        .put("target_id", message.getString("id"))
                        .put(
                                "resolved",
                                DataObject.empty()
                                        .put("messages", DataObject.empty().put(message.getString("id"), message))));
    }

    /** Something is picked from a list under a message of ours. */
    static DataObject pick(String customId, String value) {
        DataObject picked = press(customId);
        picked.getObject("data")
                .put("component_type", 3)
                .put("values", DataArray.empty().add(value));
        return picked;
    }

    /** The same in the direct conversation with the bot. */
    static DataObject inConversation(DataObject interaction) {
        interaction.remove("guild");
        interaction.remove("guild_id");
        interaction.remove("member");
        return interaction
                .put("context", 1)
                .put("user", FakeServer.user(FakeServer.ADA))
                .put("channel_id", FakeServer.CONVERSATION)
                .put(
                        "channel",
                        DataObject.empty()
                                .put("id", FakeServer.CONVERSATION)
                                .put("type", 1)
                                .put("recipients", DataArray.empty().add(FakeServer.user(FakeServer.ADA))));
    }

    private static DataObject command(String name, DataArray options) {
        return DataObject.empty()
                .put("id", id())
                .put("name", name)
                .put("type", 1)
                .put("options", options);
    }

    private static DataObject message(String customId) {
        DataObject button = DataObject.empty()
                .put("type", 2)
                .put("id", 2)
                .put("style", 2)
                .put("label", "Press")
                .put("custom_id", customId);
        DataObject row = DataObject.empty()
                .put("type", 1)
                .put("id", 1)
                .put("components", DataArray.empty().add(button));
        return DataObject.empty()
                .put("id", id())
                .put("channel_id", FakeServer.BRIEFS)
                .put("type", 0)
                .put("content", "")
                .put("flags", 1 << 15)
                .put("author", FakeServer.self())
                .put("timestamp", "2026-06-10T12:00:00+00:00")
                .put("mentions", DataArray.empty())
                .put("mention_roles", DataArray.empty())
                .put("attachments", DataArray.empty())
                .put("embeds", DataArray.empty())
                .put("components", DataArray.empty().add(row));
    }

    private static DataObject inServer(int type, DataObject data) {
        return DataObject.empty()
                .put("id", id())
                .put("application_id", FakeServer.BOT)
                .put("type", type)
                .put("token", "token-" + IDS.incrementAndGet())
                .put("version", 1)
                .put("context", 0)
                .put("authorizing_integration_owners", DataObject.empty().put("0", FakeServer.ID))
                .put("entitlements", DataArray.empty())
                .put("attachment_size_limit", 1_000_000)
                .put("app_permissions", "2147483647")
                .put("locale", "en-GB")
                .put("guild_locale", "en-US")
                .put("guild_id", FakeServer.ID)
                .put(
                        "guild",
                        DataObject.empty()
                                .put("id", FakeServer.ID)
                                .put("features", DataArray.empty())
                                .put("locale", "en-US"))
                .put("member", FakeServer.member(FakeServer.user(FakeServer.ADA)))
                .put("channel_id", FakeServer.BRIEFS)
                .put("channel", FakeServer.channel(FakeServer.BRIEFS))
                .put("data", data);
    }

    private static String id() {
        return Long.toString(IDS.incrementAndGet());
    }
}
