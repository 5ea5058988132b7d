package io.briefcast.delivery;

import java.util.List;
import java.util.Optional;

/** The workspaces in which the bot is installed. */
public interface Installations {
    /** Adds or overwrites by platform and tenant. */
    void save(Installation installation);

    Optional<Installation> find(String platform, String tenant);

    /** All of a platform. */
    List<Installation> all(String platform);

    /** Erases it; nothing happens when there is none. */
    void remove(String platform, String tenant);
}
