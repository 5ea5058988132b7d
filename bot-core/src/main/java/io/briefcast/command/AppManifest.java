package io.briefcast.command;

/** What an operator pastes into a platform's pages so that the platform knows this app and its commands. */
public interface AppManifest {
    /** Name of the {@code ChatPlatform}. */
    String platform();

    /** The whole text, made from the commands that there are. */
    String text();
}
