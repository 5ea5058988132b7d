package io.briefcast.command;

/** What a button does; its action ids are {@code verb:argument}. They carry ids only, so old messages keep working. */
public interface Button {
    /** Lower-case word before the colon. */
    String verb();

    /**
     * Does it.
     *
     * @param argument what stands behind the colon; unchecked
     * @throws InvalidCommand when the thing is gone or the person may not
     */
    Answer press(Press press, String argument) throws InvalidCommand;
}
