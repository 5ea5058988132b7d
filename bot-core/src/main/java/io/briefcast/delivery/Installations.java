package io.briefcast.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The workspaces in which the bot is installed. */
public interface Installations {
    /** Adds or overwrites by platform and tenant. */
    void save(Installation installation);

    /**
     * Takes the sole right to renew its token, across processes: whoever asks for a new token with one that was used
     * before loses both.
     *
     * @param seen as it was when somebody saw that its token ends
     * @return false when somebody else has the right at {@code now}, or it is no longer as it was seen
     */
    boolean claimRenewal(Installation seen, Instant now, Instant until);

    /**
     * Writes new tokens and gives the right back, unless it was erased or installed anew since it was seen.
     *
     * @return false when it was; then nothing is written
     */
    boolean replace(Installation seen, Installation renewed);

    Optional<Installation> find(String platform, String tenant);

    /** All of a platform. */
    List<Installation> all(String platform);

    /** Erases it; nothing happens when there is none. */
    void remove(String platform, String tenant);

    /**
     * Remembers an installation that somebody begins in a browser, and forgets those that have ended.
     *
     * @param state what only that browser knows
     * @param most how many are remembered at a time: of more than that, those that end last
     */
    void begin(String platform, String state, Instant now, Instant until, int most);

    /** Whether it was begun, and has neither ended nor been forgotten. */
    boolean isUnderWay(String platform, String state, Instant now);

    /** Forgets one that somebody began. */
    void forget(String platform, String state);
}
