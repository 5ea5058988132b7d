package io.briefcast.command;

/** One thing that people can ask, the same on every platform. */
public interface Command {
    CommandSpec spec();

    /**
     * Does it and says what came of it.
     *
     * @throws InvalidCommand when what was asked cannot be understood or is not allowed
     */
    Answer answer(CommandRequest request) throws InvalidCommand;
}
