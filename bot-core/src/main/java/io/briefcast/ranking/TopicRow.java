package io.briefcast.ranking;

import io.briefcast.insight.Insight;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well each insight of the day fits a topic, in [0, 1]: 1 where the topic's words stand in it; else how far its
 * cosine lies in the upper tenth of all of the day, and only where it stands out from all others.
 */
public record TopicRow(String topic, float[] fits) {
    private static final double TAIL = 0.9;
    /**
     * A topic that nobody speaks about has an upper tenth too; its best must stand out by this many deviations. Median
     * and median deviation, because the insights that do fit must not raise the bar (1.4826 makes it a standard
     * deviation for normal values; Rousseeuw and Croux, JASA 1993).
     */
    private static final double STANDS_OUT = 2.75 * 1.4826;

    /** Below this many there is no distribution to speak of, and only words count. */
    private static final int ENOUGH = 10;

    static TopicRow of(String topic, float[] cosines, List<Insight> insights) {
        float[] sorted = cosines.clone();
        Arrays.sort(sorted);
        double bar = sorted.length < ENOUGH
                ? Double.POSITIVE_INFINITY
                : median(sorted) + STANDS_OUT * medianDeviation(sorted);
        Pattern phrase = phrase(topic);
        float[] fits = new float[cosines.length];
        for (int i = 0; i < fits.length; i++) {
            boolean said = phrase.matcher(text(insights.get(i))).find();
            fits[i] = said ? 1 : cosines[i] < bar ? 0 : (float) tail(sorted, cosines[i]);
        }
        return new TopicRow(topic, fits);
    }

    /** Quantile of the value above {@link #TAIL}, stretched to [0, 1]. */
    private static double tail(float[] sorted, float value) {
        int place = Arrays.binarySearch(sorted, value);
        double quantile = (double) (place < 0 ? -place - 1 : place) / Math.max(1, sorted.length - 1);
        return Math.clamp((quantile - TAIL) / (1 - TAIL), 0, 1);
    }

    private static double median(float[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0;
    }

    private static double medianDeviation(float[] sorted) {
        double median = median(sorted);
        float[] deviations = new float[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            deviations[i] = (float) Math.abs(sorted[i] - median);
        }
        Arrays.sort(deviations);
        return median(deviations);
    }

    /** The topic's words in order, each with any ending: "data centre" finds "data centres". */
    private static Pattern phrase(String topic) {
        String words = Arrays.stream(topic.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .map(word -> Pattern.quote(stem(word)) + "\\w{0,3}")
                .reduce((a, b) -> a + "[\\s-]+" + b)
                .orElse("");
        return Pattern.compile("\\b" + words + "\\b");
    }

    private static String stem(String word) {
        return word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static String text(Insight insight) {
        return (insight.headline() + " " + insight.explanation() + " "
                        + insight.quote().text())
                .toLowerCase(Locale.ROOT);
    }
}
