package io.briefcast.command;

/** What somebody must be allowed to change; asked when it happens, whether a command was typed or a button pressed. */
public enum Right {
    /** Nothing but what is their own. */
    NONE,

    /** What a channel gets. In a direct conversation there is no channel, and everybody may. */
    PLACE,

    /** What everybody in the workspace gets, wherever it is asked. */
    WORKSPACE;

    /**
     * Lets pass who has it.
     *
     * @param example a command that would do instead
     * @throws InvalidCommand when the person does not have it
     */
    public void require(Asker asker, Place place, String example) throws InvalidCommand {
        switch (this) {
            case NONE -> {
                return;
            }
            case PLACE -> {
                if (!place.direct() && !asker.managesPlace()) {
                    throw new InvalidCommand(
                            "Only people who manage this channel can do that.",
                            "Ask one of them, or use it in a direct message for yourself.",
                            example);
                }
            }
            case WORKSPACE -> {
                if (!asker.managesWorkspace()) {
                    throw new InvalidCommand(
                            "Only people who manage this workspace can change its shows.",
                            "Ask one of them; for yourself, you can mute a show.",
                            example);
                }
            }
        }
    }
}
