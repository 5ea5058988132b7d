package io.briefcast.adapter.discord;

import io.briefcast.command.Asker;
import io.briefcast.command.Place;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.Channel;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;

/** Who asks where, as Discord tells it with every interaction. */
final class DiscordPeople {
    /** Discord keeps people's zones to itself. */
    private static final ZoneId UNKNOWN = ZoneId.of("UTC");

    private final Set<String> named;

    /**
     * People.
     *
     * @param named ids of people who may change every channel's settings and the shows
     */
    DiscordPeople(Set<String> named) {
        this.named = Set.copyOf(named);
    }

    /**
     * The person. Who manages a server manages its channels. Shows are those of all
     * servers: where the operator has named people, only these change them, or anybody could who adds the bot to a server
     * of their own.
     */
    Asker asker(Interaction asked) {
        return new Asker(
                DiscordPlatform.NAME,
                // A person is the same in every server and in direct messages.
                "",
                asked.getUser().getId(),
                asked.getUser().getEffectiveName(),
                isNamed(asked) || manages(asked),
                isNamed(asked) || (named.isEmpty() && manages(asked)),
                UNKNOWN,
                asked.getUserLocale().toLocale());
    }

    private boolean isNamed(Interaction asked) {
        return named.contains(asked.getUser().getId());
    }

    private static boolean manages(Interaction asked) {
        Member member = asked.getMember();
        return !direct(asked) && member != null && member.hasPermission(Permission.MANAGE_SERVER);
    }

    /**
     * The place; where the bot is no member, it is the conversation with the person. Nobody can type in a forum itself:
     * whoever asks in one of its posts means the forum.
     */
    Place place(Interaction asked) {
        if (direct(asked)) {
            return conversation(address(asked));
        }
        String guild = Optional.ofNullable(asked.getGuild()).orElseThrow().getId();
        Channel channel = asked.getChannel();
        if (channel instanceof ThreadChannel post && post.getParentChannel() instanceof ForumChannel forum) {
            return new Place(
                    DiscordAddress.forum(guild, forum.getIdLong()).written(),
                    "#" + forum.getName(),
                    false,
                    language(asked));
        }
        String name = channel == null ? "this channel" : "#" + channel.getName();
        return new Place(
                DiscordAddress.channel(guild, asked.getChannelIdLong()).written(), name, false, language(asked));
    }

    /** Of the server, as whoever manages it has chosen. */
    private static Optional<Locale> language(Interaction asked) {
        return Optional.of(asked.getGuildLocale().toLocale());
    }

    /** A direct conversation. */
    static Place conversation(DiscordAddress address) {
        return new Place(address.written(), "your direct messages", true);
    }

    /** Whether it concerns the person alone: a conversation, or a server in which only the person has the bot. */
    static boolean direct(Interaction asked) {
        return !asked.isFromAttachedGuild();
    }

    /** The conversation where it is asked in it; else the person, with whom it is opened when there is something to say. */
    private static DiscordAddress address(Interaction asked) {
        return asked.getContext() == InteractionContextType.BOT_DM
                ? DiscordAddress.direct(asked.getChannelIdLong())
                : DiscordAddress.person(asked.getUser().getIdLong());
    }
}
