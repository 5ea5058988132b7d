package io.briefcast.ranking;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How well each insight of the day fits a topic, in [0, 1]: 1 where the topic's words stand in it; else how far its
 * cosine lies in the upper tenth of all of the day, and only where it stands out from all others.
 */
public final class TopicRow {
    private static final double TAIL = 0.9;
    /**
     * A topic that nobody speaks about has an upper tenth too; its best must stand out by this many deviations. Median
     * and median deviation, because the insights that do fit must not raise the bar (1.4826 makes it a standard
     * deviation for normal values; Rousseeuw and Croux, JASA 1993).
     */
    private static final double STANDS_OUT = 2.75 * 1.4826;

    /** Below this many there is no distribution to speak of, and only words count. */
    private static final int ENOUGH = 10;

    private final SparseRow fits;

    private TopicRow(SparseRow fits) {
        this.fits = fits;
    }

    /**
     * A row.
     *
     * @param wordings all ways to say the topic, at least one
     * @param cosines of the topic with every insight of the day
     * @param texts of the insights in the same order, in lower case
     */
    static TopicRow of(List<String> wordings, float[] cosines, List<String> texts) {
        float[] sorted = cosines.clone();
        Arrays.sort(sorted);
        double bar = sorted.length < ENOUGH
                ? Double.POSITIVE_INFINITY
                : median(sorted) + STANDS_OUT * medianDeviation(sorted);
        List<Phrase> phrases = wordings.stream().map(Phrase::of).toList();
        float[] fits = new float[cosines.length];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = areIn(texts.get(i), phrases) ? 1 : cosines[i] < bar ? 0 : (float) tail(sorted, cosines[i]);
        }
        return new TopicRow(SparseRow.of(fits));
    }

    private static boolean areIn(String text, List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            if (phrase.isIn(text)) {
                return true;
            }
        }
        return false;
    }

    /** How well one insight fits, in [0, 1]. */
    public float fit(int index) {
        return fits.at(index);
    }

    /** Raises every lower value of a row of fits to the one here. */
    public void raise(float[] row) {
        fits.raise(row);
    }

    /** What it takes in memory, without the objects' headers. */
    int bytes() {
        return fits.bytes();
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

    /**
     * The topic's words in order, each with any ending: "data centre" finds "data centres".
     *
     * @param rarest its longest word, which is looked for first: most texts do not have it, and a pattern takes longer
     */
    private record Phrase(String rarest, Pattern pattern) {
        static Phrase of(String topic) {
            List<String> stems = Arrays.stream(
                            topic.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                    .map(Phrase::stem)
                    .toList();
            String words =
                    stems.stream().map(stem -> Pattern.quote(stem) + "\\w{0,3}").collect(Collectors.joining("[\\s-]+"));
            return new Phrase(
                    Collections.max(stems, Comparator.comparingInt(String::length)),
                    Pattern.compile("\\b" + words + "\\b"));
        }

        private static String stem(String word) {
            return word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        }

        boolean isIn(String text) {
            return text.contains(rarest) && pattern.matcher(text).find();
        }
    }
}
