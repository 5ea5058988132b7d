package io.briefcast.app;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Place;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Receipt;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.insight.Quote;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.message.Message;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.search.InsightIndex;
import io.briefcast.store.Database;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * Prints how long commands take with 10,000 insights and 50 people asking at once, and how long 10,000 briefs due in the
 * same minute take to be handed out. Everything is real but the platform, which takes every post at once.
 */
final class LoadRun {
    private static final int INSIGHTS = 10_000;
    private static final int PER_EPISODE = 5;
    private static final int SHOWS = 200;
    private static final int PEOPLE = 50;
    private static final int ASKED_BY_EACH = 200;
    /** What people take on average to read an answer, and still ask very often. */
    private static final Duration READING = Duration.ofSeconds(1);

    private static final int SUBSCRIPTIONS = 10_000;
    private static final Duration BETWEEN_EPISODES = Duration.ofMinutes(5);
    private static final int EPISODES_OF_A_DAY = (int) Duration.ofDays(1).dividedBy(BETWEEN_EPISODES);
    private static final Instant NOW = Instant.parse("2026-03-03T06:58:00Z");
    private static final Random RANDOM = new Random(11);

    private LoadRun() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("load-run");
        try (ConfigurableApplicationContext briefcast = start(folder)) {
            fill(briefcast);
            ask(briefcast);
            subscribe(briefcast);
            System.out.println("handed out by a program that just started");
            deliver(briefcast, 1);
            add(briefcast, IntStream.rangeClosed(-EPISODES_OF_A_DAY, -1));
            System.out.println("handed out the next day");
            deliver(briefcast, 2);
            System.out.println("asked again, when all was handed out");
            ask(briefcast);
        }
    }

    /** A program that nothing reaches. */
    static ConfigurableApplicationContext start(Path folder) {
        return new SpringApplicationBuilder(BriefcastApplication.class, Load.class)
                .profiles("serve")
                .run(
                        "--server.port=0",
                        "--briefcast.data-dir=" + folder,
                        "--briefcast.demo.enabled=false",
                        "--briefcast.chat.enabled=false");
    }

    /** 10,000 insights of 200 shows, none of which is ever due. */
    static void fill(ConfigurableApplicationContext briefcast) {
        Shows shows = briefcast.getBean(Shows.class);
        briefcast.getBean(Database.class).transactions().executeWithoutResult(tx -> {
            for (int number = 0; number < SHOWS; number++) {
                Show show = show(number);
                shows.add(show, FeedState.untried(show.id(), NOW.plus(Duration.ofDays(36_500))));
            }
        });
        add(briefcast, IntStream.range(0, INSIGHTS / PER_EPISODE));
        System.out.printf(
                "%d insights of %d shows%n", briefcast.getBean(Insights.class).count(), SHOWS);
    }

    /** Episodes that were read, by number: 0 is the newest of today, -1 the first of tomorrow. */
    private static void add(ConfigurableApplicationContext briefcast, IntStream numbers) {
        List<String> claims = IntStream.range(0, INSIGHTS / 20)
                .mapToObj(i -> words(new Random(i), 14))
                .toList();
        List<Embedding> centres = briefcast.getBean(Embedder.class).embed(claims);
        Episodes episodes = briefcast.getBean(Episodes.class);
        Insights insights = briefcast.getBean(Insights.class);
        briefcast
                .getBean(Database.class)
                .transactions()
                .executeWithoutResult(tx -> numbers.forEach(number -> {
                    Episode episode = episode(number);
                    episodes.save(episode, Set.of(episode.guid()));
                    insights.replace(episode.id(), insights(episode, number, claims, centres));
                    episodes.save(
                            new Reading(episode.id(), Reading.State.READ, "", "published", PER_EPISODE, Map.of(), NOW));
                }));
        briefcast.getBean(InsightIndex.class).follow();
    }

    /**
     * Fifty people ask one thing after the other: without a pause, which is more than people can do and shows what the
     * processors take, and with one.
     */
    private static void ask(ConfigurableApplicationContext briefcast) throws Exception {
        CommandRouter router = briefcast.getBean(CommandRouter.class);
        ask(router, ASKED_BY_EACH, Duration.ZERO);
        print("without a pause", ask(router, ASKED_BY_EACH, Duration.ZERO));
        print("%d ms to read an answer".formatted(READING.toMillis()), ask(router, ASKED_BY_EACH / 5, READING));
    }

    /** @return nanoseconds that answers took, by what was asked */
    private static Map<String, List<Long>> ask(CommandRouter router, int each, Duration reading) throws Exception {
        Map<String, List<Long>> nanos = new ConcurrentHashMap<>();
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<?>> asking = IntStream.range(0, PEOPLE)
                    .<Future<?>>mapToObj(person -> {
                        // What nobody asked before: a topic that is known is answered sooner.
                        Random random = new Random(RANDOM.nextLong());
                        return people.submit(() -> {
                            for (int i = 0; i < each; i++) {
                                LockSupport.parkNanos((long) (reading.toNanos() * 2 * random.nextDouble()));
                                ask(router, person(person), line(random), nanos);
                            }
                        });
                    })
                    .toList();
            for (Future<?> one : asking) {
                one.get();
            }
        }
        return nanos;
    }

    private static String line(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "brief";
            case 1 -> "briefcast topics list";
            case 2 -> "briefcast saved";
            case 3 -> "briefcast shows list";
            case 4 -> "briefcast status";
            default -> "insights " + words(random, 2);
        };
    }

    private static void ask(CommandRouter router, Asker asker, String line, Map<String, List<Long>> nanos) {
        long start = System.nanoTime();
        Answer answer = router.typed(asker, new Place("C1", "#insights", false), line, NOW);
        long took = System.nanoTime() - start;
        if (answer.message().blocks().isEmpty()) {
            throw new AssertionError("no answer to " + line);
        }
        nanos.computeIfAbsent(
                        line.startsWith("insights") ? "insights" : line,
                        what -> Collections.synchronizedList(new ArrayList<>()))
                .add(took);
    }

    private static void print(String how, Map<String, List<Long>> nanos) {
        System.out.printf("%d people, %s%n", PEOPLE, how);
        nanos.forEach(LoadRun::print);
        print("all", nanos.values().stream().flatMap(List::stream).toList());
    }

    private static void print(String what, List<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%s: %d answers, p50 %.1f ms, p99 %.1f ms%n",
                what, sorted.length, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }

    private static void subscribe(ConfigurableApplicationContext briefcast) {
        Pipeline pipeline = briefcast.getBean(Pipeline.class);
        // Asking may have taken until after their hour.
        briefcast.getBean(Load.class).setClock(NOW);
        for (int number = 0; number < SUBSCRIPTIONS; number++) {
            pipeline.subscribe(subscription(number));
        }
        pipeline.start();
        System.out.printf("%d subscriptions, due at the same minute%n", SUBSCRIPTIONS);
    }

    private static void deliver(ConfigurableApplicationContext briefcast, int day) {
        Load load = briefcast.getBean(Load.class);
        long start = System.nanoTime();
        load.setClock(NOW.plus(Duration.ofDays(day - 1)).plusSeconds(120));
        for (int part = 1; part <= 10; part++) {
            int wanted = SUBSCRIPTIONS / 10 * part;
            Awaitility.await()
                    .atMost(Duration.ofMinutes(20))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> load.posts.size() >= SUBSCRIPTIONS * (day - 1) + wanted);
            System.out.printf("%d handed out after %.1f s%n", wanted, (System.nanoTime() - start) / 1e9);
        }
        System.out.printf("posted twice: %d%n", load.doubles());
    }

    private static Subscription subscription(int number) {
        Asker person = person(number);
        List<String> topics = IntStream.range(0, number % 4)
                .mapToObj(i -> words(new Random(number % 500 * 4 + i), 2))
                .toList();
        return new Subscription(
                "subscription" + number,
                new Audience(person.id(), "load", Audience.Kind.PERSON, "", "D" + number),
                new Interests(topics, Set.of(), List.of(), 5),
                BriefTime.daily(LocalTime.of(7, 0), ZoneOffset.UTC),
                true);
    }

    private static Asker person(int number) {
        return new Asker("load", "", "U" + number, "Person " + number, true, true, ZoneOffset.UTC, Locale.ENGLISH);
    }

    private static Show show(int number) {
        return new Show(
                "show" + number,
                URI.create("https://feeds.example/" + number),
                "Show of " + words(2),
                "",
                Optional.empty(),
                Optional.empty(),
                "en",
                List.of());
    }

    private static Episode episode(int number) {
        return new Episode(
                "episode" + number,
                "show" + Math.floorMod(number, SHOWS),
                "guid" + number,
                "Episode on " + words(3),
                Optional.empty(),
                NOW.minus(BETWEEN_EPISODES.multipliedBy(number + 2)),
                Optional.empty(),
                Optional.of(Duration.ofMinutes(50)),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }

    private static List<Insight> insights(Episode episode, int number, List<String> claims, List<Embedding> centres) {
        return IntStream.range(number * PER_EPISODE, (number + 1) * PER_EPISODE)
                .mapToObj(i -> new Insight(
                        "insight" + i,
                        episode.id(),
                        episode.showId(),
                        claims.get(Math.floorMod(i, claims.size())) + " " + words(3),
                        words(30),
                        new Quote(
                                words(20),
                                "Speaker " + Math.floorMod(i, 300),
                                Duration.ZERO,
                                Duration.ofSeconds(9),
                                false),
                        9,
                        0.5 + RANDOM.nextDouble() / 2,
                        episode.published(),
                        "load-1",
                        List.of(words(1), words(1), words(1)),
                        near(centres.get(Math.floorMod(i, centres.size())))))
                .toList();
    }

    private static Embedding near(Embedding centre) {
        float[] vector = centre.vector().clone();
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (RANDOM.nextGaussian() * 0.02);
            squares += (double) vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return new Embedding(vector);
    }

    private static String words(int count) {
        return words(RANDOM, count);
    }

    /** Made-up words, a few of them very frequent, as in any language. */
    private static String words(Random random, int count) {
        return IntStream.range(0, count)
                .map(i -> (int) (5_000 * Math.pow(random.nextDouble(), 3)))
                .mapToObj(number -> Stream.of(String.valueOf(number).split(""))
                        .map(digit -> List.of("ba", "do", "ki", "lu", "me", "no", "pa", "ri", "so", "tu")
                                .get(Integer.parseInt(digit)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining(" "));
    }

    /**
     * A platform that takes every post, and a clock that runs from a moment in the past and can be moved on. Named where
     * it is wanted and not annotated: the application's scan would give it to every test.
     */
    static class Load {
        private volatile Duration ahead =
                Duration.between(InstantSource.system().instant(), NOW);
        private final Map<String, Integer> posts = new ConcurrentHashMap<>();

        @Bean
        InstantSource clock() {
            return () -> InstantSource.system().instant().plus(ahead);
        }

        void setClock(Instant moment) {
            ahead = Duration.between(InstantSource.system().instant(), moment);
        }

        @Bean
        ChatPlatform loadPlatform() {
            return new ChatPlatform() {
                @Override
                public String name() {
                    return "load";
                }

                @Override
                public Receipt post(String address, DeliveryKey key, Message message) {
                    posts.merge(key.token(), 1, Integer::sum);
                    return new Receipt(key.token());
                }

                @Override
                public Optional<Receipt> find(String address, DeliveryKey key) {
                    return Optional.ofNullable(posts.get(key.token())).map(count -> new Receipt(key.token()));
                }
            };
        }

        long doubles() {
            return posts.values().stream().filter(count -> count > 1).count();
        }
    }
}
