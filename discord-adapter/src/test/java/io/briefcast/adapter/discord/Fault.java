package io.briefcast.adapter.discord;

import java.util.Map;

/** What can befall a request to {@link FakeDiscord}. */
sealed interface Fault {
    /** An answer with this status and Discord's error code; nothing happens. */
    record Status(int status, int code, Map<String, String> headers) implements Fault {}

    /** A page for people with this status, by something between us and Discord; nothing happens. */
    record Page(int status) implements Fault {}

    /** The request is done, and the connection dies before the answer. */
    record AcceptThenDrop() implements Fault {}

    /** The request is done, and something between us and Discord answers with this status in its place. */
    record AcceptThenStatus(int status) implements Fault {}

    /** The request is done while something else happens. */
    record Meanwhile(Runnable event) implements Fault {}

    /** Nothing goes wrong with this one. */
    record Pass() implements Fault {}

    /** The connection dies, and nothing is done. */
    record Drop() implements Fault {}

    /**
     * Kills whoever calls.
     *
     * @param taken whether it does what it is asked before
     * @param answered whether it answers before
     */
    record Dying(Runnable kill, boolean taken, boolean answered) implements Fault {}
}
