package io.briefcast.ranking;

import io.briefcast.RankingSettings;
import io.briefcast.insight.Insight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Keeps a brief from saying one thing five times: greedy maximal marginal relevance (Carbonell and Goldstein, SIGIR
 * 1998) with at most so many insights of one episode and of one show. Never two of the same claim.
 */
final class Diversity {
    private final RankingSettings settings;

    Diversity(RankingSettings settings) {
        this.settings = settings;
    }

    /** Picks at most {@code count} of the shortlist, which is sorted best first. */
    List<Integer> pick(DayPool pool, float[] totals, List<Integer> shortlist, int count) {
        Choice choice = new Choice(pool, totals, shortlist);
        while (choice.picked.size() < count) {
            OptionalInt next = choice.next();
            if (next.isEmpty()) {
                break;
            }
            choice.take(next.getAsInt());
        }
        return choice.picked;
    }

    private final class Choice {
        private final DayPool pool;
        private final float[] totals;
        private final List<Integer> left;
        private final double[] nearest;
        private final List<Integer> picked = new ArrayList<>();
        private final Map<String, Integer> ofEpisode = new HashMap<>();
        private final Map<String, Integer> ofShow = new HashMap<>();
        private final double span;

        Choice(DayPool pool, float[] totals, List<Integer> shortlist) {
            this.pool = pool;
            this.totals = totals;
            this.left = new ArrayList<>(shortlist);
            this.nearest = new double[totals.length];
            this.span = shortlist.isEmpty()
                    ? 1
                    : Math.max(1e-6, totals[shortlist.getFirst()] - totals[shortlist.getLast()]);
        }

        /** The left insight with the best mix of rank and variety; the earlier one wins a tie. */
        OptionalInt next() {
            OptionalInt best = OptionalInt.empty();
            double bestValue = Double.NEGATIVE_INFINITY;
            for (int index : left) {
                double value = (1 - settings.diversity()) * totals[index] / span
                        - settings.diversity() * Math.max(0, nearest[index]);
                if (value > bestValue && isAllowed(index)) {
                    best = OptionalInt.of(index);
                    bestValue = value;
                }
            }
            return best;
        }

        private boolean isAllowed(int index) {
            Insight insight = pool.get(index);
            return nearest[index] < Nearness.SAME_CLAIM
                    && ofEpisode.getOrDefault(insight.episodeId(), 0) < settings.perEpisode()
                    && ofShow.getOrDefault(insight.showId(), 0) < settings.perShow();
        }

        void take(int index) {
            picked.add(index);
            left.remove(Integer.valueOf(index));
            ofEpisode.merge(pool.get(index).episodeId(), 1, Integer::sum);
            ofShow.merge(pool.get(index).showId(), 1, Integer::sum);
            for (int other : left) {
                nearest[other] = Math.max(nearest[other], pool.cosine(index, other));
            }
        }
    }
}
