package io.briefcast.subscription;

import java.time.Instant;

/**
 * An insight that somebody keeps.
 *
 * @param headline as it was when it was saved, for when the insight itself is gone
 */
public record SavedInsight(String personId, String insightId, String headline, Instant at) {}
