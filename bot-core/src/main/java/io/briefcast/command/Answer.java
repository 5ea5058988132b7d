package io.briefcast.command;

import io.briefcast.message.Message;

/**
 * What the bot says to a command or a press.
 *
 * @param message what to show
 * @param reach who sees it
 */
public record Answer(Message message, Reach reach) {
    /** Who sees an answer. */
    public enum Reach {
        /** Only the person who asked, as a new message. */
        ASKER,
        /** Everybody in the place, as a new message. */
        EVERYBODY,
        /** Whoever sees the message that was pressed: it is replaced. */
        REPLACE
    }

    /** Only for the person who asked. */
    public static Answer toAsker(Message message) {
        return new Answer(message, Reach.ASKER);
    }

    /** For everybody in the place. */
    public static Answer toEverybody(Message message) {
        return new Answer(message, Reach.EVERYBODY);
    }

    /** Instead of the message that was pressed. */
    public static Answer replacing(Message message) {
        return new Answer(message, Reach.REPLACE);
    }
}
