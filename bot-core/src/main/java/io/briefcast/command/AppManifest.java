package io.briefcast.command;

import java.util.Optional;

/** What an operator pastes into a platform's pages so that the platform knows this app and its commands. */
public interface AppManifest {
    /** Name of the {@code ChatPlatform}. */
    String platform();

    /**
     * The whole text, made from the commands that there are.
     *
     * @param called whether the platform calls us at the public address, instead of being reached from here
     * @return empty when it is to call us and there is no public address
     */
    Optional<String> text(boolean called);
}
