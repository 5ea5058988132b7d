package io.briefcast.adapter.slack;

import java.util.Map;

/** How the next call goes wrong at {@link FakeSlack}. */
sealed interface Fault {
    /** Refuses with an HTTP status. */
    record Status(int status, Map<String, String> headers) implements Fault {}

    /** Answers {@code ok: false}. */
    record Refusal(String error) implements Fault {}

    /** Does what it is asked and closes the connection without an answer. */
    record AcceptThenDrop() implements Fault {}

    /** Closes the connection without doing anything. */
    record Drop() implements Fault {}

    /** Does what it is asked and answers with a page. */
    record Garbage() implements Fault {}

    /**
     * Whoever calls dies of it.
     *
     * @param kill ends the process
     * @param taken whether Slack does what it was asked
     * @param answered whether the process has the answer before it dies
     */
    record Death(Runnable kill, boolean taken, boolean answered) implements Fault {}
}
