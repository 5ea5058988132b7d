package io.briefcast.adapter.slack;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to post on Slack, as the core stores it: {@code T0123/C0456}. The workspace goes with the channel, because
 * channel ids alone do not say whose token may post there.
 *
 * @param team id of the workspace
 * @param channel id of a channel, or of a person for direct messages
 */
record SlackAddress(String team, String channel) {
    /** Ids are short and of capital letters and digits; anything else never came from Slack. */
    private static final Pattern WRITTEN = Pattern.compile("([TE][A-Z0-9]{1,30})/([CGDUW][A-Z0-9]{1,30})");

    /** Reads an address; empty when it is none. */
    static Optional<SlackAddress> read(String address) {
        Matcher written = WRITTEN.matcher(address);
        return written.matches() ? Optional.of(new SlackAddress(written.group(1), written.group(2))) : Optional.empty();
    }

    /** Whether it is a person, to whom the bot talks in a direct conversation. */
    boolean person() {
        return channel.startsWith("U") || channel.startsWith("W");
    }

    /** Whether one person reads it, and no channel. */
    boolean direct() {
        return person() || channel.startsWith("D");
    }

    /** As the core stores it. */
    String written() {
        return team + "/" + channel;
    }
}
