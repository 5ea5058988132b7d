package io.briefcast.adapter.discord;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** A server as Discord describes it: channels for every case, a manager, a visitor, and the bot. */
final class FakeServer {
    static final String ID = "100000000000000001";
    /** Everybody may read and write here. */
    static final String BRIEFS = "200000000000000001";
    /** The bot may see this one and nothing else. */
    static final String QUIET = "200000000000000002";
    /** A forum with tags. */
    static final String FORUM = "200000000000000003";
    /** A post in the forum. */
    static final String FORUM_POST = "200000000000000004";
    /** The bot may write here, and not read what was written before. */
    static final String SEALED = "200000000000000006";
    /** A forum of the same kind. */
    static final String SEALED_FORUM = "200000000000000007";
    /** A server that adds the bot while it runs, and where it says what is new. */
    static final String JOINED = "100000000000000002";

    static final String HALL = "200000000000000005";
    /** A conversation with Ada. */
    static final String CONVERSATION = "300000000000000001";
    /** Manages the server. */
    static final String ADA = "400000000000000001";
    /** Manages nothing. */
    static final String BOB = "400000000000000002";

    static final String BOT = "900000000000000001";

    static final int TEXT = 0;
    static final int PUBLIC_THREAD = 11;
    static final int FORUM_TYPE = 15;

    private static final String MANAGERS = "500000000000000001";
    private static final long USUAL = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_HISTORY);

    private FakeServer() {}

    static DataObject self() {
        return user(BOT, "briefcast").put("bot", true);
    }

    static DataObject user(String id) {
        return user(id, id.equals(ADA) ? "ada" : "bob");
    }

    private static DataObject user(String id, String name) {
        return DataObject.empty()
                .put("id", id)
                .put("username", name)
                .put("discriminator", "0")
                .put("global_name", name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1))
                .putNull("avatar");
    }

    static DataObject conversation() {
        return DataObject.empty()
                .put("id", CONVERSATION)
                .put("type", 1)
                .put("recipients", DataArray.empty().add(user(ADA)));
    }

    /** All of it, as the gateway tells it. */
    static DataObject guild() {
        return DataObject.empty()
                .put("id", ID)
                .put("name", "Readers")
                .put("owner_id", "400000000000000009")
                .put("afk_timeout", 300)
                .put("verification_level", 0)
                .put("default_message_notifications", 0)
                .put("explicit_content_filter", 0)
                .put("mfa_level", 0)
                .put("nsfw_level", 0)
                .put("premium_tier", 0)
                .put("system_channel_id", BRIEFS)
                .put("system_channel_flags", 0)
                .put("preferred_locale", "en-US")
                .put("premium_progress_bar_enabled", false)
                .put("features", DataArray.empty())
                .put(
                        "roles",
                        DataArray.empty().add(role(ID, "@everyone", USUAL)).add(managers()))
                .put(
                        "channels",
                        DataArray.empty()
                                .add(channel(BRIEFS))
                                .add(channel(QUIET))
                                .add(channel(FORUM))
                                .add(channel(SEALED))
                                .add(channel(SEALED_FORUM)))
                .put("threads", DataArray.empty().add(channel(FORUM_POST)))
                .put("guild_scheduled_events", DataArray.empty())
                .put("emojis", DataArray.empty())
                .put("stickers", DataArray.empty())
                .put("voice_states", DataArray.empty())
                .put("presences", DataArray.empty())
                .put("stage_instances", DataArray.empty())
                .put("soundboard_sounds", DataArray.empty())
                .put("members", DataArray.empty().add(member(self())))
                .put("member_count", 2)
                .put("large", false)
                .put("joined_at", "2026-01-01T00:00:00+00:00");
    }

    /** A German server that adds the bot while it runs. */
    static DataObject joined() {
        return guild().put("id", JOINED)
                .put("preferred_locale", "de")
                .put("system_channel_id", HALL)
                .put("roles", DataArray.empty().add(role(JOINED, "@everyone", USUAL)))
                .put("channels", DataArray.empty().add(channel(HALL).put("guild_id", JOINED)))
                .put("threads", DataArray.empty());
    }

    private static DataObject managers() {
        return role(MANAGERS, "managers", USUAL | Permission.MANAGE_SERVER.getRawValue());
    }

    static DataObject member(DataObject user) {
        DataArray roles = DataArray.empty();
        if (user.getString("id").equals(ADA)) {
            roles.add(MANAGERS);
        }
        return DataObject.empty()
                .put("user", user)
                .put("roles", roles)
                .put("joined_at", "2026-01-01T00:00:00+00:00")
                .put("permissions", Long.toString(USUAL))
                .put("flags", 0)
                .put("deaf", false)
                .put("mute", false);
    }

    /** A channel as the gateway, the REST API and interactions describe it. */
    static DataObject channel(String id) {
        DataObject channel = DataObject.empty()
                .put("id", id)
                .put("type", TEXT)
                .put("name", "briefs")
                .put("guild_id", ID)
                .put("position", 0)
                .put("nsfw", false)
                .put("flags", 0)
                .put("permissions", Long.toString(USUAL))
                .put("permission_overwrites", DataArray.empty());
        return switch (id) {
            case QUIET ->
                channel.put("name", "quiet")
                        .put("permission_overwrites", DataArray.empty().add(denial(Permission.MESSAGE_SEND)));
            case SEALED ->
                channel.put("name", "sealed")
                        .put("permission_overwrites", DataArray.empty().add(denial(Permission.MESSAGE_HISTORY)));
            case FORUM -> forum(channel);
            case SEALED_FORUM ->
                forum(channel).put("permission_overwrites", DataArray.empty().add(denial(Permission.MESSAGE_HISTORY)));
            case FORUM_POST -> thread(channel);
            default -> channel;
        };
    }

    /** Whether the history of a channel is kept from the bot. */
    static boolean isSealed(String channel) {
        return channel.equals(SEALED) || channel.equals(SEALED_FORUM);
    }

    private static DataObject denial(Permission right) {
        return DataObject.empty()
                .put("id", ID)
                .put("type", 0)
                .put("allow", "0")
                .put("deny", Long.toString(right.getRawValue()));
    }

    private static DataObject forum(DataObject channel) {
        return channel.put("name", "ideas")
                .put("type", FORUM_TYPE)
                .put("default_forum_layout", 0)
                .put("default_auto_archive_duration", 1_440)
                .put(
                        "available_tags",
                        DataArray.empty().add(tag("701", "Compute")).add(tag("702", "The Rack")));
    }

    private static DataObject tag(String id, String name) {
        return DataObject.empty()
                .put("id", id)
                .put("name", name)
                .put("moderated", false)
                .putNull("emoji_id")
                .putNull("emoji_name");
    }

    private static DataObject thread(DataObject channel) {
        return channel.put("name", "Hello")
                .put("type", PUBLIC_THREAD)
                .put("parent_id", FORUM)
                .put("owner_id", ADA)
                .put("member_count", 1)
                .put("message_count", 1)
                .put("total_message_sent", 1)
                .put(
                        "thread_metadata",
                        DataObject.empty()
                                .put("archived", false)
                                .put("auto_archive_duration", 1_440)
                                .put("archive_timestamp", "2026-01-01T00:00:00+00:00")
                                .put("locked", false));
    }

    private static DataObject role(String id, String name, long permissions) {
        return DataObject.empty()
                .put("id", id)
                .put("name", name)
                .put("color", 0)
                .put("colors", DataObject.empty().put("primary_color", 0))
                .put("hoist", false)
                .put("position", 0)
                .put("permissions", Long.toString(permissions))
                .put("managed", false)
                .put("mentionable", false)
                .put("flags", 0);
    }
}
