package io.briefcast.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * A workspace in which the bot is installed, on a platform that gives a token for each.
 *
 * @param platform name of the {@link ChatPlatform}
 * @param tenant id of the workspace
 * @param botUser the bot's own id there
 * @param installer id of the person who installed it; told when something is wrong
 * @param sealedToken the token, encrypted by the platform's adapter
 * @param renewal how the token is renewed; empty when it lasts
 */
public record Installation(
        String platform,
        String tenant,
        String botUser,
        String installer,
        String sealedToken,
        Optional<Renewal> renewal,
        Instant installedAt) {
    /**
     * How a token that expires is renewed.
     *
     * @param sealedToken a second token that is good for one new pair, encrypted by the platform's adapter
     * @param expires when the first one ends
     */
    public record Renewal(String sealedToken, Instant expires) {}

    /** The same with other tokens. */
    public Installation with(String newSealedToken, Optional<Renewal> newRenewal) {
        return new Installation(platform, tenant, botUser, installer, newSealedToken, newRenewal, installedAt);
    }
}
