package io.briefcast.command;

import java.util.Locale;
import java.util.Optional;

/**
 * Where something is asked, and where a public answer would go.
 *
 * @param address channel or direct conversation in the platform's own words
 * @param name as people call it, such as {@code #insights}
 * @param direct whether it is a direct conversation with the bot
 * @param language of those who are there, where the platform knows it
 */
public record Place(String address, String name, boolean direct, Optional<Locale> language) {
    /** A place of which the language is not known. */
    public Place(String address, String name, boolean direct) {
        this(address, name, direct, Optional.empty());
    }
}
