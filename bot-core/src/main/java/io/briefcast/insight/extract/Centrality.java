package io.briefcast.insight.extract;

import io.briefcast.language.Embedding;
import java.util.List;

/**
 * How much the talk around a sentence and the whole episode is about it, as standard scores within the episode. Local:
 * directed centrality after PacSum (arXiv 1906.03508) over 15 sentences each way, what follows counting 1 and what came
 * before .6. Global: nearness to the mean of the episode.
 */
record Centrality(double[] local, double[] global) {
    private static final int WINDOW = 15;
    private static final double BACKWARD = 0.6;

    static Centrality of(List<Embedding> meanings) {
        int n = meanings.size();
        double[] local = new double[n];
        double[] global = new double[n];
        Embedding mean = Advertising.mean(meanings);
        for (int i = 0; i < n; i++) {
            global[i] = meanings.get(i).cosine(mean);
            double weight = 0;
            for (int j = Math.max(0, i - WINDOW); j < Math.min(n, i + WINDOW + 1); j++) {
                double factor = j > i ? 1 : j < i ? BACKWARD : 0;
                local[i] += factor * meanings.get(i).cosine(meanings.get(j));
                weight += factor;
            }
            local[i] /= Math.max(1e-9, weight);
        }
        return new Centrality(standard(local), standard(global));
    }

    /** Distance from the mean in standard deviations, at most 2.5 either way. */
    static double[] standard(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        double deviation = Math.max(1e-9, Math.sqrt(variance));
        double[] scores = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = Math.clamp((values[i] - mean) / deviation, -2.5, 2.5);
        }
        return scores;
    }
}
