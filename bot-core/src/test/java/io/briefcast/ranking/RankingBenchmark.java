package io.briefcast.ranking;

import io.briefcast.RankingSettings;
import io.briefcast.insight.Insight;
import io.briefcast.language.Embedding;
import io.briefcast.ranking.signal.AllSignals;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Mute;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints how long 100,000 audiences with 20,000 topics take to rank over a day of 1,000 and of 10,000 insights, beside a
 * plain loop that compares every audience with every insight and sorts.
 */
final class RankingBenchmark {
    private static final int AUDIENCES = 100_000;
    private static final int SAMPLE = 200;
    private static final int TOPICS = 20_000;
    private static final int SHOWS = 200;
    private static final int SEEN = 30;

    private RankingBenchmark() {}

    public static void main(String[] args) {
        System.out.printf(
                "%d processors, %d MB heap at most%n",
                processors(), Runtime.getRuntime().maxMemory() >> 20);
        for (int insights : List.of(1_000, 10_000)) {
            run(insights);
        }
    }

    private static void run(int size) {
        List<Insight> insights = IntStream.range(0, size)
                .mapToObj(i -> Samples.insight("i" + i, "show" + i % SHOWS, 0.3 + 0.6 * (i % 100) / 100.0))
                .toList();
        DayPool pool = new DayPool(insights, RankingBenchmark::agreeing, RankingBenchmark::meaning);
        Ranker ranker = new Ranker(AllSignals.inOrder(), RankingSettings.DEFAULTS);
        long start = System.nanoTime();
        Ranker.Session session = ranker.on(pool, Samples.NOON);
        long picked = IntStream.range(0, AUDIENCES)
                .parallel()
                .mapToLong(i -> session.rank(audience(i, insights)).size())
                .sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%6d insights: %d audiences in %.1f s, %.0f a second, %.1f picks each%n",
                size, AUDIENCES, seconds, AUDIENCES / seconds, (double) picked / AUDIENCES);
        naive(insights, SAMPLE);
    }

    private static Set<String> agreeing(Insight insight) {
        return IntStream.range(0, insight.id().hashCode() & 3)
                .mapToObj(i -> "show" + i)
                .collect(Collectors.toSet());
    }

    private static void naive(List<Insight> insights, int audiences) {
        long start = System.nanoTime();
        long picked = IntStream.range(0, audiences)
                .parallel()
                .mapToObj((IntFunction<AudienceProfile>) i -> audience(i, insights))
                .mapToLong(audience -> plain(audience, insights))
                .sum();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%6s plain loop: %d audiences in %.1f s, so %d would take %.0f s (%d picks)%n",
                "", audiences, seconds, AUDIENCES, seconds * AUDIENCES / audiences, picked);
    }

    private static long plain(AudienceProfile audience, List<Insight> insights) {
        List<Embedding> topics = audience.interests().topics().stream()
                .map(RankingBenchmark::meaning)
                .toList();
        return insights.stream()
                .map(insight -> new Scored(insight, score(audience, topics, insight)))
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(5)
                .toList()
                .size();
    }

    private record Scored(Insight insight, double score) {}

    private static double score(AudienceProfile audience, List<Embedding> topics, Insight insight) {
        double topic = topics.stream()
                .mapToDouble(meaning -> meaning.cosine(insight.embedding()))
                .max()
                .orElse(0);
        double seen = audience.seen().stream()
                .mapToDouble(old -> old.embedding().cosine(insight.embedding()))
                .max()
                .orElse(0);
        return insight.quality() + topic - seen;
    }

    private static AudienceProfile audience(int number, List<Insight> insights) {
        Random random = new Random(number);
        List<String> topics = random.ints(1 + random.nextInt(3), 0, TOPICS)
                .mapToObj(topic -> "topic " + topic)
                .toList();
        List<SeenInsight> seen = random.ints(SEEN, 0, insights.size())
                .mapToObj(insights::get)
                .map(insight -> new SeenInsight(insight.id(), insight.embedding()))
                .toList();
        Interests interests =
                new Interests(topics, Set.of(), List.of(Mute.forGood(Mute.Kind.SHOW, "show" + number % SHOWS)), 5);
        return new AudienceProfile("audience " + number, interests, seen, Map.of());
    }

    private static Embedding meaning(String topic) {
        return Samples.direction(topic.hashCode());
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }
}
