package io.briefcast.adapter.discord;

import io.briefcast.delivery.DeliveryKey;

/**
 * The custom ids of a message's buttons and lists: the action's own id, behind it the delivery's token, by which the post
 * is found again, and a number where a message has the same action twice.
 *
 * @param token 13 characters, or empty for answers, which nobody looks for later
 */
record DiscordMark(String token) {
    private static final String MARK = "~";
    private static final String AGAIN = "#";
    /** Numbers of components from here on stand for tokens. */
    private static final int FIRST_COMPONENT_ID = 0x4000_0000;

    static DiscordMark none() {
        return new DiscordMark("");
    }

    static DiscordMark of(DeliveryKey key) {
        return new DiscordMark(key.token());
    }

    /** The mark of one of several posts that are one delivery together. */
    DiscordMark part(int number) {
        return new DiscordMark(token + "." + number);
    }

    /** At most 99 characters for an id of 80; Discord allows 100. */
    String customId(String actionId, int number) {
        return actionId + MARK + token + (number == 0 ? "" : AGAIN + number);
    }

    /** The mark that a custom id carries, so that it stays on a message that is replaced. */
    static DiscordMark in(String customId) {
        int mark = customId.lastIndexOf(MARK);
        return mark < 0 ? none() : new DiscordMark(customId.substring(mark + 1).split(AGAIN, 2)[0]);
    }

    /** The action's own id in a custom id. */
    static String actionId(String customId) {
        int mark = customId.lastIndexOf(MARK);
        return mark < 0 ? customId : customId.substring(0, mark);
    }

    /** A number for a component, which stands for the token in a message that has no buttons; above what JDA counts. */
    int componentId() {
        return (token.hashCode() & (FIRST_COMPONENT_ID - 1)) | FIRST_COMPONENT_ID;
    }

    /** Whether a component's number may stand for a token. */
    static boolean isComponentId(int id) {
        return id >= FIRST_COMPONENT_ID;
    }
}
