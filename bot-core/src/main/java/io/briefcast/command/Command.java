package io.briefcast.command;

import java.util.List;
import java.util.Map;

/** One thing that people can ask, the same on every platform. */
public interface Command {
    CommandSpec spec();

    /**
     * Whether it would do what is asked; changes nothing. For platforms that have something to do before, such as a
     * message to who asks.
     *
     * @throws InvalidCommand as {@link #answer} would
     */
    default void check(CommandRequest request) throws InvalidCommand {}

    /**
     * Does it and says what came of it.
     *
     * @throws InvalidCommand when what was asked cannot be understood or is not allowed
     */
    Answer answer(CommandRequest request) throws InvalidCommand;

    /**
     * What its options are now, where it is asked by whom, so that a form can show it: values by option name, in the
     * words in which they are given; empty where it changes nothing that is kept.
     */
    default Map<String, List<String>> current(Asker asker, Place place) {
        return Map.of();
    }
}
