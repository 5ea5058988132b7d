package io.briefcast.adapter.slack;

import java.util.Map;

/** Where Slack reaches us when we have a public address. */
final class SlackPaths {
    /** Commands, presses, forms and events. */
    static final String EVENTS = "/slack/events";
    /** Begins an installation. */
    static final String INSTALL = "/slack/install";
    /** Ends it. */
    static final String REDIRECT = "/slack/oauth_redirect";

    private SlackPaths() {}

    /** The same at every path. */
    static <T> Map<String, T> all(T door) {
        return Map.of(EVENTS, door, INSTALL, door, REDIRECT, door);
    }
}
