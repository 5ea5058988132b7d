package io.briefcast.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.insight.Insight;
import io.briefcast.language.Embedding;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * The insights that a day's briefs are picked from, laid out so that one topic or one seen insight is compared with all
 * of them in one pass: dimension by dimension, insights side by side, which the compiler turns into vector instructions.
 * Passes are remembered, because audiences share topics and have seen the same insights.
 */
public final class DayPool {
    private static final int REMEMBERED_PASSES = 20_000;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private final List<Insight> insights;
    private final int[] corroborations;
    private final float[][] byDimension;
    private final Function<String, Embedding> topics;
    private final Cache<String, TopicRow> topicRows =
            Caffeine.newBuilder().maximumSize(REMEMBERED_PASSES).build();
    private final Cache<String, Neighbours> seenRows =
            Caffeine.newBuilder().maximumSize(REMEMBERED_PASSES).build();

    private final Cache<String, BitSet> phraseRows =
            Caffeine.newBuilder().maximumSize(REMEMBERED_PASSES).build();

    /**
     * A pool.
     *
     * @param insights of the day, without order
     * @param corroboration how many other shows made the same claim lately
     * @param topics embedding of a topic as a query
     */
    public DayPool(List<Insight> insights, ToIntFunction<Insight> corroboration, Function<String, Embedding> topics) {
        this.insights = List.copyOf(insights);
        this.corroborations = insights.stream().mapToInt(corroboration).toArray();
        this.byDimension = transpose(this.insights);
        this.topics = topics;
    }

    private static float[][] transpose(List<Insight> insights) {
        int dimension = insights.isEmpty() ? 0 : insights.getFirst().embedding().vector().length;
        float[][] columns = new float[dimension][insights.size()];
        for (int i = 0; i < insights.size(); i++) {
            float[] vector = insights.get(i).embedding().vector();
            for (int d = 0; d < dimension; d++) {
                columns[d][i] = vector[d];
            }
        }
        return columns;
    }

    public int size() {
        return insights.size();
    }

    public Insight get(int index) {
        return insights.get(index);
    }

    public List<Insight> insights() {
        return insights;
    }

    /** How many other shows made the claim of this insight lately. */
    public int corroboration(int index) {
        return corroborations[index];
    }

    /** How well every insight fits a topic. */
    public TopicRow topic(String topic) {
        return topicRows.get(topic, name -> TopicRow.of(name, cosines(topics.apply(name)), insights));
    }

    /** Those whose words hold a phrase, whatever its case and punctuation. */
    BitSet holding(String phrase) {
        return phraseRows.get(plain(phrase), this::findPhrase);
    }

    private BitSet findPhrase(String phrase) {
        return where(insight -> !phrase.isBlank()
                && plain(insight.headline() + ". " + insight.explanation() + " "
                                + insight.quote().text())
                        .contains(phrase));
    }

    /** Those whose quote is from a speaker, whatever the case of the name. */
    BitSet spokenBy(String speaker) {
        String name = plain(speaker);
        return where(insight -> plain(insight.quote().speaker()).equals(name));
    }

    private BitSet where(Predicate<Insight> holds) {
        BitSet found = new BitSet(insights.size());
        for (int i = 0; i < insights.size(); i++) {
            found.set(i, holds.test(insights.get(i)));
        }
        return found;
    }

    /** Lower-case words between single spaces, so that whole words are found wherever they stand. */
    private static String plain(String text) {
        return " "
                + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }

    /** For every insight how much it repeats the nearest of those seen, in [0, 1]; 1 is the same claim. */
    public float[] repetition(List<SeenInsight> seen) {
        float[] repetition = new float[insights.size()];
        for (SeenInsight one : seen) {
            Neighbours near = near(one);
            for (int i = 0; i < near.indexes().length; i++) {
                int place = near.indexes()[i];
                repetition[place] = Math.max(repetition[place], (float) Nearness.repetition(near.cosines()[i]));
            }
        }
        return repetition;
    }

    /** Product of a vector with every insight's meaning, in a new array. */
    public float[] along(Embedding direction) {
        return cosines(direction);
    }

    private Neighbours near(SeenInsight seen) {
        return seenRows.get(seen.insightId(), id -> Neighbours.of(cosines(seen.embedding())));
    }

    /** Cosine of one vector with every insight. */
    private float[] cosines(Embedding embedding) {
        float[] sums = new float[insights.size()];
        float[] vector = embedding.vector();
        for (int d = 0; d < byDimension.length; d++) {
            addScaled(sums, byDimension[d], vector[d]);
        }
        return sums;
    }

    private static void addScaled(float[] sums, float[] column, float factor) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += factor * column[i];
        }
    }

    /** Cosine of two insights of the pool. */
    double cosine(int a, int b) {
        return insights.get(a).embedding().cosine(insights.get(b).embedding());
    }

    /** Indexes with their cosines, only those that matter. */
    record Neighbours(int[] indexes, float[] cosines) {
        static Neighbours of(float[] cosines) {
            int[] near = new int[cosines.length];
            int found = 0;
            for (int i = 0; i < cosines.length; i++) {
                if (cosines[i] > Nearness.SAME_MATTER) {
                    near[found++] = i;
                }
            }
            int[] indexes = Arrays.copyOf(near, found);
            float[] kept = new float[found];
            for (int i = 0; i < found; i++) {
                kept[i] = cosines[indexes[i]];
            }
            return new Neighbours(indexes, kept);
        }
    }
}
