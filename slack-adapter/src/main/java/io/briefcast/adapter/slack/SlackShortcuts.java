package io.briefcast.adapter.slack;

/** What can be asked of any message, and from anywhere. */
final class SlackShortcuts {
    /** Callback id of the shortcut on a message. */
    static final String RELATED = "related_insights";
    /** The command that takes the words of a message. */
    static final String RELATED_COMMAND = "insights";
    /** Callback id of the shortcut that works anywhere. */
    static final String BRIEF_ME = "brief_me";
    /** The command behind it. */
    static final String BRIEF_ME_COMMAND = "brief";

    private SlackShortcuts() {}
}
