package io.briefcast.command;

/** What a button does; its action ids are {@code verb:argument}. They carry ids only, so old messages keep working. */
public interface Button {
    /** Lower-case word before the colon. */
    String verb();

    /**
     * Whether it would do it; changes nothing. For platforms that have something to do before, such as a message to who
     * presses.
     *
     * @param argument as in {@link #press}
     * @throws InvalidCommand as {@link #press} would
     */
    default void check(Press press, String argument) throws InvalidCommand {}

    /**
     * Does it.
     *
     * @param argument what stands behind the colon; unchecked
     * @throws InvalidCommand when the thing is gone or the person may not
     */
    Answer press(Press press, String argument) throws InvalidCommand;
}
