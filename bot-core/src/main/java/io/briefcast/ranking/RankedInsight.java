package io.briefcast.ranking;

import io.briefcast.insight.Insight;
import io.briefcast.message.Phrase;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An insight with the reasons for its place.
 *
 * @param total sum of the contributions
 * @param contributions weighted part of each signal by {@link Signal#name()}; they add up to {@code total}
 * @param because the contributions in words, strongest first
 */
public record RankedInsight(Insight insight, double total, Map<String, Double> contributions, List<Phrase> because) {
    public RankedInsight {
        contributions = Map.copyOf(contributions);
        because = List.copyOf(because);
    }

    /** The contributions in English words, strongest first. */
    public List<String> reasons() {
        return reasons(Locale.ENGLISH);
    }

    /** The same in a reader's language. */
    public List<String> reasons(Locale language) {
        return because.stream().map(reason -> reason.in(language)).toList();
    }
}
