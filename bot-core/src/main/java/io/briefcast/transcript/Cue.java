package io.briefcast.transcript;

import java.time.Duration;

/**
 * Words spoken between two offsets from the start of the episode.
 *
 * @param speaker name as the transcript gives it, empty when it names nobody
 */
public record Cue(Duration start, Duration end, String speaker, String text) {
    public Cue {
        if (end.compareTo(start) < 0) {
            throw new IllegalArgumentException("cue ends at %s before it starts at %s".formatted(end, start));
        }
    }
}
