package io.briefcast.ranking;

import io.briefcast.insight.Insight;
import io.briefcast.language.Embedding;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an audience's votes say about its taste. It moves with every vote, and no number of votes moves it out of bounds.
 *
 * @param shows lean towards a show by its id, in (-1, 1): the tangent of {@code 0.5 (more - less)}; 0 for all others
 * @param sum the meanings of what it wanted more of, less those of what it wanted less of; no unit vector
 * @param net votes for more, less votes for less
 * @param votes all votes
 */
public record Taste(Map<String, Double> shows, Embedding sum, int net, int votes) {
    /** Nothing was said yet. */
    public static final Taste NONE = new Taste(Map.of(), new Embedding(new float[0]), 0, 0);

    private static final double PER_VOTE = 0.5;

    public Taste {
        shows = Map.copyOf(shows);
    }

    /** One insight that was voted on. */
    public record Judged(Insight insight, boolean more) {
        int sign() {
            return more ? 1 : -1;
        }
    }

    /** Lean towards shows alone. */
    public static Taste ofShows(Map<String, Double> shows) {
        return new Taste(shows, NONE.sum(), 0, 0);
    }

    /** What these votes say. */
    public static Taste of(List<Judged> judged) {
        if (judged.isEmpty()) {
            return NONE;
        }
        return new Taste(
                leans(judged),
                sum(judged),
                judged.stream().mapToInt(Judged::sign).sum(),
                judged.size());
    }

    private static Map<String, Double> leans(List<Judged> judged) {
        Map<String, Integer> net = judged.stream()
                .collect(Collectors.groupingBy(one -> one.insight().showId(), Collectors.summingInt(Judged::sign)));
        return net.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Math.tanh(PER_VOTE * entry.getValue())));
    }

    private static Embedding sum(List<Judged> judged) {
        float[] sum = new float[judged.getFirst().insight().embedding().vector().length];
        for (Judged one : judged) {
            float[] meaning = one.insight().embedding().vector();
            for (int d = 0; d < sum.length; d++) {
                sum[d] += one.sign() * meaning[d];
            }
        }
        return new Embedding(sum);
    }

    /**
     * How much an insight is to the audience's taste, in (-1, 1): the tangent of how far it lies from any other
     * insight towards what was liked, with a cosine of {@link Nearness#SAME_CLAIM} to a single vote as 1. Divided by
     * the root of the votes, as the noise of unrelated ones grows with it.
     *
     * @param along product of {@link #sum} with the insight's meaning
     */
    public double of(double along) {
        double unrelated = Nearness.UNRELATED * net;
        double span = (Nearness.SAME_CLAIM - Nearness.UNRELATED) * Math.sqrt(Math.max(1, votes));
        return Math.tanh((along - unrelated) / span);
    }
}
