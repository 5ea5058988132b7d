package io.briefcast.adapter.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to post on Discord, as the core stores it and as Discord's own links write it: {@code 1111/2222} for a channel of
 * a server, {@code @me/3333} for a direct conversation, and {@code 4444} for a person with whom it is opened first.
 *
 * @param guild id of the server, {@code @me}, or empty for a person
 * @param id id of the channel, or of the person
 */
record DiscordAddress(String guild, long id) {
    static final String DIRECT = "@me";
    /** Ids are numbers of 64 bits; anything else never came from Discord. */
    private static final Pattern WRITTEN = Pattern.compile("(?:(@me|\\d{1,19})/)?(\\d{1,18}|[1-8]\\d{18})");

    /** Reads an address; empty when it is none. */
    static Optional<DiscordAddress> read(String address) {
        Matcher written = WRITTEN.matcher(address);
        return written.matches()
                ? Optional.of(new DiscordAddress(
                        written.start(1) < 0 ? "" : written.group(1), Long.parseLong(written.group(2))))
                : Optional.empty();
    }

    /** A direct conversation with a person. */
    static DiscordAddress direct(long channel) {
        return new DiscordAddress(DIRECT, channel);
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
        return person() ? Long.toString(id) : guild + "/" + id;
    }
}
