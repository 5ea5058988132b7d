package io.briefcast.subscription;

import java.util.List;
import java.util.Optional;

/** What people think of insights; of one person about one insight only the latest counts. */
public interface Votes {
    /** Casts it; a vote of the same person on the same insight is replaced. */
    void cast(Vote vote);

    /** Takes a vote back; the one that stood, empty when there was none. */
    Optional<Vote> retract(String personId, String insightId);

    Optional<Vote> find(String personId, String insightId);

    /** Latest first, at most {@code limit}. */
    List<Vote> of(String personId, int limit);

    /** Forgets all of a person. */
    void forget(String personId);
}
