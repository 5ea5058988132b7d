package io.briefcast.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.RankingSettings;
import io.briefcast.message.Phrase;
import io.briefcast.podcast.Followed;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Picks the best insights of the day for an audience: filters, adds up the signals, and keeps variety. Work is linear in
 * the insights for one audience; what does not depend on the audience is computed once.
 */
public final class Ranker {
    /** Variety is sought among this many of the best. */
    private static final int SHORTLIST = 32;

    private static final double MUTED = 0.5;

    /** For the scores that audiences with the same list of shows share, beside those with all. */
    private static final long SHARED_BYTES = 32L << 20;

    private final List<Signal> signals;
    private final RankingSettings settings;
    private final Diversity diversity;

    public Ranker(List<Signal> signals, RankingSettings settings) {
        this.signals = List.copyOf(signals);
        this.settings = settings;
        this.diversity = new Diversity(settings);
    }

    /** The signals in the order in which they are explained. */
    public List<Signal> signals() {
        return signals;
    }

    /** Prepares a pool for any number of audiences. */
    public Session on(DayPool pool, Instant now) {
        return new Session(pool, now);
    }

    /** One pool at one moment; safe for use by many threads. */
    public final class Session {
        private final DayPool pool;
        private final Instant now;
        private final Map<Signal, float[]> sharedByAll;
        private final Cache<Followed, Map<Signal, float[]>> sharedByList;

        private Session(DayPool pool, Instant now) {
            this.pool = pool;
            this.now = now;
            this.sharedByAll = shared(Followed.EVERYTHING);
            this.sharedByList = Caffeine.newBuilder()
                    .maximumSize(Math.max(1, SHARED_BYTES / (1L + (long) Float.BYTES * signals.size() * pool.size())))
                    .build();
        }

        private Map<Signal, float[]> shared(Followed followed) {
            AudienceProfile nobody =
                    AudienceProfile.fresh("", Interests.EVERYTHING).within(followed);
            Map<Signal, float[]> rows = new LinkedHashMap<>();
            signals.stream()
                    .filter(signal -> !signal.personal())
                    .forEach(signal -> rows.put(signal, signal.scores(pool, nobody, now)));
            return rows;
        }

        /** What of the pool is from the shows of a list. */
        public DayPool.Share share(Followed followed) {
            return pool.share(followed);
        }

        /** The picks for one audience, best first; fewer than it wants when there are fewer good ones. */
        public List<RankedInsight> rank(AudienceProfile audience) {
            Map<Signal, float[]> rows = rows(audience);
            float[] totals = totals(rows);
            List<Integer> picked = diversity.pick(
                    pool,
                    totals,
                    best(totals, admitted(audience)),
                    audience.interests().count());
            return picked.stream().map(index -> explain(index, audience, rows)).toList();
        }

        /** What the signals say about one insight for one audience; empty when it is not in the pool. */
        public Optional<RankedInsight> explain(AudienceProfile audience, String insightId) {
            return IntStream.range(0, pool.size())
                    .filter(index -> pool.get(index).id().equals(insightId))
                    .mapToObj(index -> explain(index, audience, rows(audience)))
                    .findFirst();
        }

        private Map<Signal, float[]> rows(AudienceProfile audience) {
            Map<Signal, float[]> sharedRows = audience.followed().isEverything()
                    ? sharedByAll
                    : sharedByList.get(audience.followed(), this::shared);
            Map<Signal, float[]> rows = new LinkedHashMap<>();
            for (Signal signal : signals) {
                float[] shared = sharedRows.get(signal);
                rows.put(signal, shared == null ? signal.scores(pool, audience, now) : shared);
            }
            return rows;
        }

        private float[] totals(Map<Signal, float[]> rows) {
            float[] totals = new float[pool.size()];
            rows.forEach((signal, scores) -> add(totals, signal, scores));
            return totals;
        }

        private boolean[] admitted(AudienceProfile audience) {
            Interests interests = audience.interests();
            boolean[] admitted = new boolean[pool.size()];
            Set<String> mutedShows = interests.muted(Mute.Kind.SHOW);
            float[] repetition = pool.repetition(audience.seen());
            BitSet mine = pool.share(audience.followed()).mine();
            for (int i = 0; i < admitted.length; i++) {
                String show = pool.get(i).showId();
                admitted[i] = mine.get(i)
                        && pool.get(i).quality() >= settings.qualityFloor()
                        && repetition[i] < 1
                        && (interests.shows().isEmpty() || interests.shows().contains(show))
                        && !mutedShows.contains(show);
            }
            keepFollowed(interests, admitted);
            dropMuted(interests, admitted);
            return admitted;
        }

        private void keepFollowed(Interests interests, boolean[] admitted) {
            if (interests.follows().isEmpty()) {
                return;
            }
            float[] fits = new float[admitted.length];
            interests.follows().forEach(follow -> Following.raise(pool, follow, fits));
            for (int i = 0; i < admitted.length; i++) {
                admitted[i] &= fits[i] > 0;
            }
        }

        private void dropMuted(Interests interests, boolean[] admitted) {
            float[] fits = new float[admitted.length];
            interests.muted(Mute.Kind.TOPIC).forEach(topic -> pool.topic(topic).raise(fits));
            for (int i = 0; i < admitted.length; i++) {
                admitted[i] &= fits[i] < MUTED;
            }
            interests.muted(Mute.Kind.PHRASE).forEach(phrase -> drop(pool.holding(phrase), admitted));
            interests.muted(Mute.Kind.SPEAKER).forEach(speaker -> drop(pool.spokenBy(speaker), admitted));
        }

        /** The shortlist, best first; ties go to the smaller id, so that the order of the pool does not matter. */
        private List<Integer> best(float[] totals, boolean[] admitted) {
            Comparator<Integer> order = Comparator.<Integer>comparingDouble(i -> -totals[i])
                    .thenComparing(i -> pool.get(i).id());
            PriorityQueue<Integer> worstFirst = new PriorityQueue<>(SHORTLIST + 1, order.reversed());
            for (int i = 0; i < totals.length; i++) {
                if (admitted[i] && (worstFirst.size() < SHORTLIST || totals[i] >= totals[worstFirst.element()])) {
                    worstFirst.add(i);
                    if (worstFirst.size() > SHORTLIST) {
                        worstFirst.remove();
                    }
                }
            }
            List<Integer> best = new ArrayList<>(worstFirst);
            best.sort(order);
            return best;
        }

        private RankedInsight explain(int index, AudienceProfile audience, Map<Signal, float[]> rows) {
            Map<String, Double> contributions = new LinkedHashMap<>();
            List<Reason> reasons = new ArrayList<>();
            double total = 0;
            for (Map.Entry<Signal, float[]> row : rows.entrySet()) {
                Signal signal = row.getKey();
                double score = row.getValue()[index];
                double part = signal.weight() * score;
                total += part;
                contributions.put(signal.name(), part);
                signal.reason(pool, index, audience, score).ifPresent(words -> reasons.add(new Reason(part, words)));
            }
            reasons.sort(Comparator.comparingDouble(Reason::part).reversed());
            return new RankedInsight(
                    pool.get(index),
                    total,
                    contributions,
                    reasons.stream().map(Reason::words).toList());
        }
    }

    private static void drop(BitSet muted, boolean[] admitted) {
        muted.stream().forEach(index -> admitted[index] = false);
    }

    private record Reason(double part, Phrase words) {}

    private static void add(float[] totals, Signal signal, float[] scores) {
        float weight = (float) signal.weight();
        for (int i = 0; i < totals.length; i++) {
            totals[i] += weight * scores[i];
        }
    }
}
