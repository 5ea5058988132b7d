package io.briefcast.insight;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.transcript.Transcript;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the insights of an episode; gives none rather than weak ones. */
public interface InsightExtractor {
    /** Name and version, such as {@code highlights-1}. */
    String name();

    /** The names of whoever reads now: its own, and what it calls others that it leaves some episodes to for good. */
    default Set<String> readers() {
        return Set.of(name());
    }

    Extraction extract(Source source);

    /** Keeps what an extraction teaches; called in the transaction that stores its insights. */
    default void learn(String episodeId, Extraction extraction) {}

    /** How it is doing, for people to know: a sentence each; none when there is nothing to say. */
    default List<String> report(Instant now) {
        return List.of();
    }

    /** What reading so many more episodes would cost today, for people to know; empty where that is nothing or unknown. */
    default Optional<String> cost(int episodes, Instant now) {
        return Optional.empty();
    }

    /**
     * What an extractor may look at.
     *
     * @param boilerplate hashes of word 7-grams that occur in three or more episodes of this show
     */
    record Source(Show show, Episode episode, Transcript transcript, Set<Long> boilerplate) {}

    /**
     * What an extractor found.
     *
     * @param insights best first
     * @param withheld the best of those that stand on their own and are not good enough, best first; never stored
     * @param refused how many candidates fell at which gate
     * @param shingles hashes of this episode's word 7-grams, to be remembered for the show
     * @param coldOpen what the episode's editor chose, to be learnt from
     * @param note why there is nothing, or who read instead and why, in words; empty when there is nothing to say
     * @param reader name and version of who read; empty when that is the extractor that was asked
     */
    record Extraction(
            List<Insight> insights,
            List<Insight> withheld,
            Map<String, Integer> refused,
            Set<Long> shingles,
            ColdOpen coldOpen,
            String note,
            String reader) {
        /** Read by the extractor that was asked. */
        public Extraction(
                List<Insight> insights,
                List<Insight> withheld,
                Map<String, Integer> refused,
                Set<Long> shingles,
                ColdOpen coldOpen,
                String note) {
            this(insights, withheld, refused, shingles, coldOpen, note, "");
        }

        /** With nothing to learn from. */
        public Extraction(
                List<Insight> insights,
                List<Insight> withheld,
                Map<String, Integer> refused,
                Set<Long> shingles,
                String note) {
            this(insights, withheld, refused, shingles, ColdOpen.NONE, note);
        }

        public Extraction {
            insights = List.copyOf(insights);
            withheld = List.copyOf(withheld);
            refused = Map.copyOf(refused);
        }

        /** The same, read by somebody else than who was asked. */
        public Extraction by(String other) {
            return new Extraction(insights, withheld, refused, shingles, coldOpen, note, other);
        }
    }
}
