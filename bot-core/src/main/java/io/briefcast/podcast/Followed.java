package io.briefcast.podcast;

import java.util.Set;

/**
 * The shows of one list at one moment. Compared by identity, so that what is derived from a list can be kept beside it
 * cheaply: {@link ShowLists} gives the same one until the list changes.
 */
public final class Followed {
    /** Every show there is. */
    public static final Followed EVERYTHING = new Followed(true, Set.of());

    private final boolean everything;
    private final Set<String> showIds;

    private Followed(boolean everything, Set<String> showIds) {
        this.everything = everything;
        this.showIds = Set.copyOf(showIds);
    }

    /** These and no others. */
    public static Followed only(Set<String> showIds) {
        return new Followed(false, showIds);
    }

    /** Whether there is nothing to leave out. */
    public boolean isEverything() {
        return everything;
    }

    public boolean has(String showId) {
        return everything || showIds.contains(showId);
    }

    /** The ids of its shows; none when it is everything. */
    public Set<String> showIds() {
        return showIds;
    }
}
