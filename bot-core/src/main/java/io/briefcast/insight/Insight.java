package io.briefcast.insight;

import io.briefcast.language.Embedding;
import java.time.Instant;
import java.util.List;

/**
 * A claim worth knowing, tied to the words it rests on.
 *
 * @param id short, stable and opaque
 * @param headline the claim, at most 220 characters
 * @param explanation two or three sentences next to the quote, empty when none is good enough
 * @param score the extractor's own score; comparable only within one extractor
 * @param quality calibrated probability, in [0, 1], that an editor would print it
 * @param published when the episode came out
 * @param extractor name and version of what found it, such as {@code highlights-1}
 * @param terms words that frame the passage it comes from, strongest first
 * @param embedding of headline, explanation and terms
 * @param chapter title of the chapter in which it was said, empty when there is none
 */
public record Insight(
        String id,
        String episodeId,
        String showId,
        String headline,
        String explanation,
        Quote quote,
        double score,
        double quality,
        Instant published,
        String extractor,
        List<String> terms,
        Embedding embedding,
        String chapter) {
    public Insight {
        terms = List.copyOf(terms);
    }

    /** An insight of an episode without chapters. */
    public Insight(
            String id,
            String episodeId,
            String showId,
            String headline,
            String explanation,
            Quote quote,
            double score,
            double quality,
            Instant published,
            String extractor,
            List<String> terms,
            Embedding embedding) {
        this(
                id,
                episodeId,
                showId,
                headline,
                explanation,
                quote,
                score,
                quality,
                published,
                extractor,
                terms,
                embedding,
                "");
    }

    /** The same, said in a chapter. */
    public Insight in(String title) {
        return new Insight(
                id,
                episodeId,
                showId,
                headline,
                explanation,
                quote,
                score,
                quality,
                published,
                extractor,
                terms,
                embedding,
                title);
    }
}
