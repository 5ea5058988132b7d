package io.briefcast.delivery;

import java.time.Instant;

/**
 * A workspace in which the bot is installed, on a platform that gives a token for each.
 *
 * @param platform name of the {@link ChatPlatform}
 * @param tenant id of the workspace
 * @param botUser the bot's own id there
 * @param installer id of the person who installed it; told when something is wrong
 * @param sealedToken the token, encrypted by the platform's adapter
 */
public record Installation(
        String platform, String tenant, String botUser, String installer, String sealedToken, Instant installedAt) {}
