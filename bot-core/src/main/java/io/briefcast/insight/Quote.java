package io.briefcast.insight;

import java.time.Duration;

/**
 * The transcript's own words.
 *
 * @param speaker empty when the transcript names nobody
 * @param start offset from the start of the episode
 * @param approximate whether the times were interpolated
 */
public record Quote(String text, String speaker, Duration start, Duration end, boolean approximate) {}
