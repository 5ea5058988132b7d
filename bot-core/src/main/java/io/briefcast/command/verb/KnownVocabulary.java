package io.briefcast.command.verb;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.ShowDesk;
import io.briefcast.command.Vocabulary;
import io.briefcast.insight.Insights;
import io.briefcast.language.Aliases;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.Tenant;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What options can hold, from memory: a tenant's shows and what was spoken about most in 30 days, looked at again every few
 * minutes. Completion is asked at every key press and must not wait for the store.
 */
public final class KnownVocabulary implements Vocabulary {
    private static final Logger LOG = LoggerFactory.getLogger(KnownVocabulary.class);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int TOPICS = 1_000;

    /** Workspaces where somebody types at a time; another one is learned again. */
    private static final int TENANTS = 500;

    private static final List<String> DAYS =
            List.of("today", "yesterday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> SINCE = List.of("7d", "30d", "today", "yesterday", "3m", "1y");
    private static final List<String> WEEKDAYS = List.of("daily", "weekdays", "weekends", "mon,wed,fri", "mon-thu");
    private static final List<String> HOURS = Stream.concat(
                    Stream.of("8:00", "9:00", "7:00", "17:00"),
                    IntStream.range(0, 48).mapToObj(half -> "%d:%02d".formatted(half / 2, half % 2 * 30)))
            .distinct()
            .toList();
    private static final List<String> COUNTS = List.of("5", "3", "10", "1", "2", "4", "6", "7", "8", "9");

    private final Shows shows;
    private final ShowLists lists;
    private final Insights insights;
    private final Subscriptions subscriptions;
    private final ShowDesk desk;
    private final Supplier<Aliases> aliases;
    private final InstantSource clock;
    private final Executor background;
    private final Set<Tenant> learning = ConcurrentHashMap.newKeySet();
    private final Cache<Tenant, Known> known =
            Caffeine.newBuilder().maximumSize(TENANTS).build();

    /**
     * A vocabulary that knows nothing until it was asked once.
     *
     * @param aliases which topics are one, as of when it learns
     * @param background where to learn, so that nobody who types waits for it
     */
    public KnownVocabulary(
            Shows shows,
            ShowLists lists,
            Insights insights,
            Subscriptions subscriptions,
            ShowDesk desk,
            Supplier<Aliases> aliases,
            InstantSource clock,
            Executor background) {
        this.aliases = aliases;
        this.desk = desk;
        this.shows = shows;
        this.lists = lists;
        this.insights = insights;
        this.subscriptions = subscriptions;
        this.clock = clock;
        this.background = background;
    }

    /** What is known to one tenant: nobody is offered what only others have. */
    private record Known(Instant at, List<String> shows, List<String> topics) {
        static final Known NOTHING = new Known(Instant.MIN, List.of(), List.of());
    }

    @Override
    public List<String> matching(Kind kind, String typed, Asker asker, int limit) {
        if (kind == Kind.NEW_SHOW) {
            return desk.titles(typed, limit);
        }
        String start = plain(typed);
        List<String> all = all(kind, asker);
        return Stream.concat(
                        all.stream().filter(value -> plain(value).startsWith(start)),
                        all.stream().filter(value -> within(plain(value), start)))
                .distinct()
                .limit(limit)
                .toList();
    }

    /** At the start of a later word. */
    private static boolean within(String value, String start) {
        return value.contains(" " + start) || value.contains("/" + start);
    }

    private List<String> all(Kind kind, Asker asker) {
        return switch (kind) {
            case TOPIC -> known(asker.home()).topics();
            case SHOW -> known(asker.home()).shows();
            case DAY -> DAYS;
            case SINCE -> SINCE;
            case TIME -> HOURS;
            case ZONE ->
                Stream.concat(Stream.of(asker.zone().getId()), Zones.names().stream())
                        .distinct()
                        .toList();
            case WEEKDAYS -> WEEKDAYS;
            case COUNT -> COUNTS;
            case TEXT, NEW_SHOW -> List.of();
        };
    }

    /** As it was learned last; what is older than five minutes is learned anew meanwhile. */
    private Known known(Tenant tenant) {
        Instant now = clock.instant();
        Known latest = latest(tenant);
        boolean fresh = !latest.at().isBefore(now.minus(FRESH)) && !latest.at().isAfter(now);
        if (!fresh && learning.add(tenant)) {
            background.execute(() -> learn(tenant, now));
        }
        return latest(tenant);
    }

    private Known latest(Tenant tenant) {
        return Optional.ofNullable(known.getIfPresent(tenant)).orElse(Known.NOTHING);
    }

    private void learn(Tenant tenant, Instant now) {
        try {
            Followed followed = lists.of(tenant);
            List<String> titles = shows.all().stream()
                    .filter(show -> followed.has(show.id()))
                    .map(Show::title)
                    .toList();
            known.put(tenant, new Known(now, titles, topics(tenant, followed, now)));
        } catch (RuntimeException e) {
            LOG.warn("What options can hold could not be learned; the next letter tries again.", e);
        } finally {
            learning.remove(tenant);
        }
    }

    private List<String> topics(Tenant tenant, Followed list, Instant now) {
        Stream<List<String>> spoken = insights.terms(now.minus(LATELY), now.plusMillis(1), list).stream();
        List<String> followed = ordersBeside(tenant)
                .map(Subscription::interests)
                .map(Interests::topics)
                .flatMap(List::stream)
                .toList();
        OneName names = new OneName(aliases.get());
        return Stream.concat(
                        names.count(followed.stream()).entrySet().stream()
                                .filter(topic -> topic.getValue() > 1)
                                .map(Map.Entry::getKey)
                                .sorted(),
                        names.count(spoken.flatMap(names::each)).entrySet().stream()
                                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                                .map(Map.Entry::getKey))
                .filter(names::isNew)
                .limit(TOPICS)
                .toList();
    }

    /** The orders of those who have the same list of shows. */
    private Stream<Subscription> ordersBeside(Tenant tenant) {
        Map<Tenant, Tenant> owners = new HashMap<>();
        Tenant owner = lists.owner(tenant);
        return subscriptions.all().stream()
                .filter(order -> owners.computeIfAbsent(order.audience().home(), lists::owner)
                        .equals(owner));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
