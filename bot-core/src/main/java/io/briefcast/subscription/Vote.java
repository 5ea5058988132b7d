package io.briefcast.subscription;

import java.time.Instant;

/**
 * What somebody thinks of an insight.
 *
 * @param more whether it is to be more like this, or less
 */
public record Vote(String personId, String insightId, boolean more, Instant at) {}
