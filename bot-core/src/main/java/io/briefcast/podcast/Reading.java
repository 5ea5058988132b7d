package io.briefcast.podcast;

import java.time.Instant;
import java.util.Map;

/**
 * How far an episode was read.
 *
 * @param detail why nothing was found, why it waits, or why a second reading changed nothing, in words; mostly empty when
 *     insights were found
 * @param transcript where the words came from, such as {@code published} or {@code show notes}; empty before that
 * @param insights how many were kept; of an episode that waits to be read again, by its last reading
 * @param refused how many candidates fell at which gate
 * @param at when this was written; of one that is to be read again on request, when its turn comes
 * @param extractor name and version of what read it, with or without insights, such as {@code highlights-1}; empty before
 *     that, and where nobody wrote it down
 */
public record Reading(
        String episodeId,
        State state,
        String detail,
        String transcript,
        int insights,
        Map<String, Integer> refused,
        Instant at,
        String extractor) {
    /** The detail of an episode that is never read, because its publisher asks for that. */
    public static final String HIDDEN = "hidden by its publisher";

    public Reading {
        refused = Map.copyOf(refused);
    }

    /** Of an episode that nobody has read yet, or of which nobody knows who has. */
    public Reading(
            String episodeId,
            State state,
            String detail,
            String transcript,
            int insights,
            Map<String, Integer> refused,
            Instant at) {
        this(episodeId, state, detail, transcript, insights, refused, at, "");
    }

    /**
     * To be read once more; what was found stays until then.
     *
     * @param from when the wait begins
     */
    public Reading again(String why, Instant from) {
        return new Reading(episodeId, State.WAITING, why, transcript, insights, refused, from, extractor);
    }

    /** Still waiting, for another reason; the wait began when it began. */
    public Reading waitingFor(String why) {
        return new Reading(episodeId, State.WAITING, why, transcript, insights, refused, at, extractor);
    }

    /** Whether an earlier reading found something that still stands. */
    public boolean found() {
        return insights > 0;
    }

    /** Read again in vain: what the earlier reading found stands. */
    public Reading kept(String why, Instant now) {
        return new Reading(episodeId, State.READ, why, transcript, insights, refused, now, extractor);
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
