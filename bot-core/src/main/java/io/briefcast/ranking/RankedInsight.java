package io.briefcast.ranking;

import io.briefcast.insight.Insight;
import java.util.Map;

/**
 * An insight with the reasons for its place.
 *
 * @param total sum of the contributions
 * @param contributions weighted part of each signal by {@link Signal#name()}; they add up to {@code total}
 * @param reasons the contributions in words, strongest first
 */
public record RankedInsight(
        Insight insight, double total, Map<String, Double> contributions, java.util.List<String> reasons) {
    public RankedInsight {
        contributions = Map.copyOf(contributions);
        reasons = java.util.List.copyOf(reasons);
    }
}
