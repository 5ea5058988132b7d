package io.briefcast.podcast;

import java.time.Instant;
import java.util.Map;

/**
 * How far an episode was read.
 *
 * @param detail why nothing was found or why it waits, in words; empty when insights were found
 * @param transcript where the words came from, such as {@code published} or {@code show notes}; empty before that
 * @param insights how many were kept
 * @param refused how many candidates fell at which gate
 * @param at when this was written
 */
public record Reading(
        String episodeId,
        State state,
        String detail,
        String transcript,
        int insights,
        Map<String, Integer> refused,
        Instant at) {
    public Reading {
        refused = Map.copyOf(refused);
    }

    /** Stations of an episode. */
    public enum State {
        WAITING,
        READ,
        NOTHING,
        FAILED,
        SKIPPED
    }
}
