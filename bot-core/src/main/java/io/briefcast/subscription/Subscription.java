package io.briefcast.subscription;

/**
 * A standing order for a daily brief.
 *
 * @param active false when paused or switched off
 */
public record Subscription(String id, Audience audience, Interests interests, BriefTime time, boolean active) {}
