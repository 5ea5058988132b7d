package io.briefcast.adapter.slack;

import io.briefcast.command.Place;
import java.util.Set;

/**
 * Who asked where, as Slack tells it with every command, press and form.
 *
 * @param team id of the workspace
 * @param user id of the person
 * @param userName as Slack shows it; may be empty
 * @param channel id of the channel; empty where there is none, as on the home tab
 * @param channelName name without the number sign; may be empty
 */
record SlackOrigin(String team, String user, String userName, String channel, String channelName) {
    /** What Slack says instead of a name where it keeps the name to itself. */
    private static final Set<String> NAMELESS = Set.of("", "privategroup", "directmessage");

    /** The same in no channel, for answers that go to the person alone. */
    SlackOrigin alone() {
        return new SlackOrigin(team, user, userName, "", "");
    }

    /** Whether it is not a channel: what is asked there concerns the person alone. */
    boolean direct() {
        return channel.isEmpty() || channel.startsWith("D") || channelName.equals("directmessage");
    }

    /**
     * The place. A direct conversation is addressed by the person, because the conversation in which somebody types a
     * command may be one with somebody else.
     */
    Place place() {
        if (direct()) {
            return new Place(new SlackAddress(team, user).written(), "your direct messages", true);
        }
        String name = NAMELESS.contains(channelName) ? "this channel" : "#" + channelName;
        return new Place(new SlackAddress(team, channel).written(), name, false);
    }
}
