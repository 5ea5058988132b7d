package io.briefcast.insight.extract.llm;

import io.briefcast.insight.extract.llm.CheckedInsights.Checked;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Chooses among the checked insights of all windows: the best, each once. No model is asked; the same in, the same out. */
final class Selection {
    /** Cosine of a headline to its quotes; unrelated English sentences have about .6 in this model. */
    private static final double SUPPORTED = 0.68;

    private static final double SAME_CLAIM = 0.87;

    private final Embedder embedder;
    private final int most;

    Selection(Embedder embedder, int most) {
        this.embedder = embedder;
        this.most = most;
    }

    /**
     * An insight that was chosen.
     *
     * @param embedding of headline, explanation and terms
     */
    record Chosen(Checked insight, Embedding embedding) {}

    /** The best first; what is left out is counted in {@code refused}. */
    List<Chosen> choose(List<Checked> checked, Map<String, Integer> refused) {
        List<Checked> sorted = checked.stream()
                .sorted(Comparator.comparingDouble(Checked::confidence)
                        .reversed()
                        .thenComparingInt(insight -> insight.span().firstWord())
                        .thenComparing(Checked::headline))
                .toList();
        List<Embedding> headlines =
                embedder.embed(sorted.stream().map(Checked::headline).toList());
        List<Embedding> said = embedder.embed(sorted.stream().map(Checked::said).toList());
        List<Embedding> whole =
                embedder.embed(sorted.stream().map(Selection::whole).toList());
        List<Chosen> chosen = new ArrayList<>();
        List<Embedding> kept = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Checked insight = sorted.get(i);
            Embedding headline = headlines.get(i);
            if (headline.cosine(said.get(i)) < SUPPORTED) {
                refused.merge("headline says something else than its quotes", 1, Integer::sum);
            } else if (kept.stream().anyMatch(other -> other.cosine(headline) > SAME_CLAIM)
                    || chosen.stream().anyMatch(other -> overlap(other.insight(), insight))) {
                refused.merge("said before", 1, Integer::sum);
            } else if (chosen.size() == most) {
                refused.merge("better ones in the episode", 1, Integer::sum);
            } else {
                kept.add(headline);
                chosen.add(new Chosen(insight, whole.get(i)));
            }
        }
        return chosen;
    }

    private static String whole(Checked insight) {
        return insight.headline() + ". " + insight.explanation() + " " + String.join(" ", insight.terms());
    }

    private static boolean overlap(Checked one, Checked other) {
        return one.span().firstWord() <= other.span().lastWord()
                && other.span().firstWord() <= one.span().lastWord();
    }
}
