package io.briefcast.message;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * A button under a block.
 *
 * @param id opaque and stable, at most 80 characters, such as {@code related:4f0c}; the same after a restart
 * @param label what the button says, at most 30 characters
 * @param link where a press leads; empty when a press is a command
 */
public record Action(String id, String label, Optional<URI> link) {
    public Action {
        if (id.isBlank() || id.length() > 80) {
            throw new IllegalArgumentException("an action id has 1 to 80 characters: '%s'".formatted(id));
        }
    }

    /** A button that asks the bot for something. */
    public static Action press(String id, String label) {
        return new Action(id, label, Optional.empty());
    }

    /** A button that opens an address. */
    public static Action open(String id, String label, URI link) {
        return new Action(id, label, Optional.of(link));
    }

    /** The same with its label, which is one of our own words, in that language. */
    public Action in(Locale reader) {
        return new Action(id, Phrase.of(label).in(reader), link);
    }
}
