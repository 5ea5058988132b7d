package io.briefcast.command;

import io.briefcast.message.Message;
import java.util.Map;

/**
 * What the bot says to a command or a press.
 *
 * @param message what to show
 * @param reach who sees it
 * @param labels what buttons of the pressed message say from now on, by action id, where only the asker sees it
 */
public record Answer(Message message, Reach reach, Map<String, String> labels) {
    public Answer {
        labels = Map.copyOf(labels);
    }

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
        return new Answer(message, Reach.ASKER, Map.of());
    }

    /** For everybody in the place. */
    public static Answer toEverybody(Message message) {
        return new Answer(message, Reach.EVERYBODY, Map.of());
    }

    /** Instead of the message that was pressed. */
    public static Answer replacing(Message message) {
        return new Answer(message, Reach.REPLACE, Map.of());
    }

    /** The same, and the pressed message shows what was chosen. */
    public Answer labelled(Map<String, String> newLabels) {
        return new Answer(message, reach, newLabels);
    }
}
