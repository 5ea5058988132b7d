package io.briefcast.insight;

import io.briefcast.language.Embedding;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
 * @param kind what sort of claim it is
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
        String chapter,
        Kind kind) {
    public Insight {
        terms = List.copyOf(terms);
    }

    /** What sort of claim an insight is. */
    public enum Kind {
        CLAIM,
        PREDICTION,
        NUMBER,
        ADVICE,
        DISAGREEMENT;

        /** As it is stored and shown, such as {@code prediction}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that word; empty for any other word. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** A plain claim of an episode without chapters. */
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
                "",
                Kind.CLAIM);
    }

    /** The same, said in a chapter. */
    public Insight in(String title) {
        return with(title, kind);
    }

    /** The same of another kind. */
    public Insight as(Kind other) {
        return with(chapter, other);
    }

    private Insight with(String otherChapter, Kind otherKind) {
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
                otherChapter,
                otherKind);
    }
}
