package io.briefcast.insight;

import java.util.Set;

/** Remembers which word 7-grams a show repeats: intros, outros and sponsor reads. */
public interface Boilerplate {
    /** Hashes seen in at least {@code episodes} of the show's remembered episodes, the given episode left out. */
    Set<Long> repeated(String showId, String exceptEpisodeId, int episodes);

    /** Remembers an episode's hashes; the show's 30 newest episodes are kept. */
    void remember(String showId, String episodeId, Set<Long> shingles);
}
