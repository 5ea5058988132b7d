package io.briefcast.adapter.discord;

import io.briefcast.message.Message;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/** What the bot may do in a channel, looked at when the channel is chosen and not when the first post fails. */
final class DiscordRights {
    /** What it asks for when it is added to a server; nothing else is ever needed. */
    static final List<Permission> ALL = List.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.MESSAGE_HISTORY);

    private DiscordRights() {}

    /** What is missing where, in the person's language; empty when posts will work. */
    static Optional<Message> missing(Interaction asked) {
        Guild guild = asked.getGuild();
        if (DiscordPeople.direct(asked) || guild == null) {
            return Optional.empty();
        }
        GuildChannel channel = asked.getGuildChannel();
        EnumSet<Permission> missing = needed(channel);
        missing.removeAll(guild.getSelfMember().getPermissions(channel));
        String names = missing.stream().map(Permission::getName).collect(Collectors.joining(", "));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(DiscordReplies.text(
                        "missing", asked.getUserLocale().toLocale(), "#" + channel.getName(), names));
    }

    /** Whether the bot may read what was posted in a channel; empty when Discord has told nothing of the channel yet. */
    static Optional<Boolean> readsHistory(JDA jda, long channel) {
        ShardManager all = jda.getShardManager();
        @Nullable
        GuildChannel known = all == null ? jda.getGuildChannelById(channel) : all.getGuildChannelById(channel);
        return Optional.ofNullable(known)
                .map(there -> there.getGuild()
                        .getSelfMember()
                        .hasPermission(there, Permission.VIEW_CHANNEL, Permission.MESSAGE_HISTORY));
    }

    /** Posts of a forum are made in the forum, other threads are written in. */
    private static EnumSet<Permission> needed(GuildChannel channel) {
        boolean written =
                channel instanceof ThreadChannel thread && !(thread.getParentChannel() instanceof ForumChannel);
        return EnumSet.of(
                Permission.VIEW_CHANNEL,
                Permission.MESSAGE_HISTORY,
                written ? Permission.MESSAGE_SEND_IN_THREADS : Permission.MESSAGE_SEND);
    }
}
