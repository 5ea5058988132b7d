package io.briefcast.podcast;

import java.time.Duration;

/** A named part of an episode, from {@code start} to the next chapter. */
public record Chapter(Duration start, String title) {}
