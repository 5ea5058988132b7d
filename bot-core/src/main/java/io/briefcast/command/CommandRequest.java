package io.briefcast.command;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A command that somebody typed or picked, on any platform.
 *
 * @param path words that name the command, such as {@code brief} or {@code briefcast subscribe}
 * @param options values by option name, as given; unchecked
 * @param now when it was asked
 */
public record CommandRequest(Asker asker, Place place, String path, Map<String, String> options, Instant now) {
    public CommandRequest {
        options = Map.copyOf(options);
    }

    /** The value of an option, trimmed; empty when it is missing or blank. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** The same asker and place with another command. */
    public CommandRequest with(String newPath, Map<String, String> newOptions) {
        return new CommandRequest(asker, place, newPath, newOptions, now);
    }
}
