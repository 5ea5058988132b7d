package io.briefcast.transcript.format;

import java.time.Duration;
import java.util.Optional;

/**
 * What one person says in one go.
 *
 * @param stamp when it starts, as written; many transcripts stamp only some turns
 */
record Turn(Optional<Duration> stamp, String speaker, String text, int line) {}
