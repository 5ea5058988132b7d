package io.briefcast.adapter.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to post on Discord, as the core stores it: {@code 1111/2222} for a channel of a server, as Discord's own links
 * write it, {@code 1111/forum/2222} for a forum, {@code @me/3333} for a direct conversation, and {@code 4444} for a
 * person with whom it is opened first.
 *
 * @param guild id of the server, {@code @me}, or empty for a person
 * @param forum whether posts are threads of their own
 * @param id id of the channel, or of the person
 */
record DiscordAddress(String guild, boolean forum, long id) {
    private static final String DIRECT = "@me";
    private static final String FORUM = "forum/";
    /** Ids are numbers of 64 bits; anything else never came from Discord. */
    private static final Pattern WRITTEN = Pattern.compile("(?:(@me|\\d{1,19}(?:/forum)?)/)?(\\d{1,18}|[1-8]\\d{18})");

    /** Reads an address; empty when it is none. */
    static Optional<DiscordAddress> read(String address) {
        Matcher written = WRITTEN.matcher(address);
        if (!written.matches()) {
            return Optional.empty();
        }
        String before = written.start(1) < 0 ? "" : written.group(1);
        String guild = before.split("/", 2)[0];
        return Optional.of(
                new DiscordAddress(guild, before.length() > guild.length(), Long.parseLong(written.group(2))));
    }

    /** A channel of a server. */
    static DiscordAddress channel(String guild, long channel) {
        return new DiscordAddress(guild, false, channel);
    }

    /** A forum of a server. */
    static DiscordAddress forum(String guild, long channel) {
        return new DiscordAddress(guild, true, channel);
    }

    /** A direct conversation with a person. */
    static DiscordAddress direct(long channel) {
        return channel(DIRECT, channel);
    }

    /** A person. */
    static DiscordAddress person(long user) {
        return channel("", user);
    }

    /** Whether it is a person, with whom a conversation has to be opened. */
    boolean person() {
        return guild.isEmpty();
    }

    /** Whether it reaches one person only. */
    boolean direct() {
        return person() || guild.equals(DIRECT);
    }

    /** As the core stores it. */
    String written() {
        return person() ? Long.toString(id) : guild + "/" + (forum ? FORUM : "") + id;
    }
}
