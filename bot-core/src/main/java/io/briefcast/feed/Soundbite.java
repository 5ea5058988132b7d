package io.briefcast.feed;

import java.time.Duration;

/**
 * A part of an episode that the publisher recommends.
 *
 * @param start from the beginning of the published audio
 * @param length more than nothing
 * @param title empty when there is none
 */
public record Soundbite(Duration start, Duration length, String title) {}
