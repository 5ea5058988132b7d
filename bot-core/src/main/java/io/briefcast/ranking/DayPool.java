package io.briefcast.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.insight.Insight;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedding;
import io.briefcast.podcast.Followed;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/**
 * The insights that a day's briefs are picked from, laid out so that one topic or one seen insight is compared with all
 * of them in one pass: dimension by dimension, insights side by side, which the compiler turns into vector instructions.
 * Passes are remembered, because audiences share topics and have seen the same insights.
 */
public final class DayPool {
    /** For each of three kinds of passes: what is asked most stays, whatever the number of topics and of insights. */
    private static final long REMEMBERED_BYTES = 32L << 20;

    /** What a remembered pass takes beside its key and its values: the objects and the cache's own entry. */
    private static final int ENTRY_BYTES = 240;

    /** Lists of shows that are asked for within the minutes of a pool; another one is looked through again. */
    private static final int LISTS = 1_000;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private final List<Insight> insights;
    private final List<Set<String>> corroborations;
    private final float[][] byDimension;
    private final Function<String, Embedding> topics;
    private final Aliases aliases;
    private final List<String> texts;
    private final Cache<String, TopicRow> topicRows;
    private final Cache<String, SparseRow> seenRows;
    private final Cache<String, BitSet> phraseRows;
    private final Cache<Followed, Share> shares =
            Caffeine.newBuilder().maximumSize(LISTS).build();

    /** A pool for topics that have one name each. */
    public DayPool(
            List<Insight> insights, Function<Insight, Set<String>> corroboration, Function<String, Embedding> topics) {
        this(insights, corroboration, topics, Aliases.NONE);
    }

    /**
     * A pool.
     *
     * @param insights of the day, without order
     * @param corroboration which other shows made the same claim lately
     * @param topics embedding of a topic as a query
     * @param aliases which topics are one
     */
    public DayPool(
            List<Insight> insights,
            Function<Insight, Set<String>> corroboration,
            Function<String, Embedding> topics,
            Aliases aliases) {
        this(insights, corroboration, topics, aliases, REMEMBERED_BYTES);
    }

    /** A pool that remembers about so much of each kind of pass. */
    DayPool(
            List<Insight> insights,
            Function<Insight, Set<String>> corroboration,
            Function<String, Embedding> topics,
            long rememberedBytes) {
        this(insights, corroboration, topics, Aliases.NONE, rememberedBytes);
    }

    private DayPool(
            List<Insight> insights,
            Function<Insight, Set<String>> corroboration,
            Function<String, Embedding> topics,
            Aliases aliases,
            long rememberedBytes) {
        this.insights = List.copyOf(insights);
        this.texts = insights.stream().map(DayPool::text).toList();
        this.corroborations = insights.stream().map(corroboration).toList();
        this.byDimension = transpose(this.insights);
        this.topics = topics;
        this.aliases = aliases;
        this.topicRows = remembered(rememberedBytes, TopicRow::bytes);
        this.seenRows = remembered(rememberedBytes, SparseRow::bytes);
        this.phraseRows = remembered(rememberedBytes, found -> found.size() / Byte.SIZE);
    }

    private static String text(Insight insight) {
        return (insight.headline() + " " + insight.explanation() + " "
                        + insight.quote().text())
                .toLowerCase(Locale.ROOT);
    }

    private static <T> Cache<String, T> remembered(long bytes, ToIntFunction<T> size) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String key, T row) -> ENTRY_BYTES + key.length() + size.applyAsInt(row))
                .executor(Runnable::run)
                .build();
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

    /** How many other shows on a list made the claim of this insight lately. */
    public int corroboration(int index, Followed followed) {
        Set<String> others = corroborations.get(index);
        return followed.isEverything()
                ? others.size()
                : (int) others.stream().filter(followed::has).count();
    }

    /** What of the day is from the shows of a list. */
    public Share share(Followed followed) {
        return shares.get(followed, this::of);
    }

    private Share of(Followed followed) {
        BitSet mine = where(index -> followed.has(insights.get(index).showId()));
        long episodes = mine.stream()
                .mapToObj(index -> insights.get(index).episodeId())
                .distinct()
                .count();
        return new Share(mine, mine.cardinality(), (int) episodes);
    }

    /**
     * What of the day is from the shows of one list.
     *
     * @param mine by the insights' places; not to be written into
     * @param episodes from how many episodes they are
     */
    public record Share(BitSet mine, int insights, int episodes) {}

    /** How well every insight fits a topic, by whichever of its names. */
    public TopicRow topic(String topic) {
        return topicRows.get(
                topic, name -> TopicRow.of(aliases.wordings(name), cosines(topics.apply(aliases.shown(name))), texts));
    }

    /** Those whose words hold a phrase, whatever its case and punctuation. */
    BitSet holding(String phrase) {
        return phraseRows.get(plain(phrase), this::findPhrase);
    }

    /** A text without the letters of its longest word is not taken apart. */
    private BitSet findPhrase(String phrase) {
        String rarest = longestWord(phrase);
        return phrase.isBlank()
                ? new BitSet()
                : where(index -> texts.get(index).contains(rarest)
                        && plain(texts.get(index)).contains(phrase));
    }

    private static String longestWord(String phrase) {
        return Arrays.stream(phrase.split(" "))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /** Those whose quote is from a speaker, whatever the case of the name. */
    BitSet spokenBy(String speaker) {
        String name = plain(speaker);
        return where(index -> plain(insights.get(index).quote().speaker()).equals(name));
    }

    private BitSet where(IntPredicate holds) {
        BitSet found = new BitSet(insights.size());
        for (int i = 0; i < insights.size(); i++) {
            found.set(i, holds.test(i));
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
        seen.forEach(one -> near(one).raise(repetition));
        return repetition;
    }

    /** Product of a vector with every insight's meaning, in a new array. */
    public float[] along(Embedding direction) {
        return cosines(direction);
    }

    private SparseRow near(SeenInsight seen) {
        return seenRows.get(seen.insightId(), id -> repeating(seen.embedding()));
    }

    private SparseRow repeating(Embedding seen) {
        float[] row = cosines(seen);
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) Nearness.repetition(row[i]);
        }
        return SparseRow.of(row);
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
}
