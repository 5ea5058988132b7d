package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;

/** The way on which Slack reaches the bot. */
interface Line {
    /**
     * Sends something and waits until it is acknowledged.
     *
     * @param type what it is, as Socket Mode calls it: {@code slash_commands}, {@code interactive}, {@code events_api}
     * @return the acknowledgement, with what it says in {@code payload}
     */
    JsonObject deliver(String type, JsonObject payload);
}
