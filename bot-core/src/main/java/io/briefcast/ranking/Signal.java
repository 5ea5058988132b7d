package io.briefcast.ranking;

import io.briefcast.message.Phrase;
import java.time.Instant;
import java.util.Optional;

/** One reason to prefer an insight. Signals are added up; they do not know each other. */
public interface Signal {
    /** Lower-case words, as the README and "why" name it. */
    String name();

    /** What its scores are multiplied with. */
    double weight();

    /** Whether its scores differ between audiences; those that do not are computed once for all. */
    boolean personal();

    /** The score of every insight of the pool, in its order. The array may be shared: do not write into it. */
    float[] scores(DayPool pool, AudienceProfile audience, Instant now);

    /**
     * Why this insight got its score, in words that complete "here because …"; empty when there is nothing to say.
     *
     * @param score as {@link #scores} gave it
     */
    Optional<Phrase> reason(DayPool pool, int index, AudienceProfile audience, double score);
}
