package io.briefcast.subscription;

import java.util.List;

/** What people keep. */
public interface SavedInsights {
    /** Keeps it; true when it was not kept before. */
    boolean save(SavedInsight saved);

    /** No longer keeps it; true when it was kept. */
    boolean drop(String personId, String insightId);

    /** Latest first, at most {@code limit}. */
    List<SavedInsight> of(String personId, int limit);

    /** Forgets all of a person. */
    void forget(String personId);
}
