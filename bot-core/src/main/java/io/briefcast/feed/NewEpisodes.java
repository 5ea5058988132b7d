package io.briefcast.feed;

import io.briefcast.FeedSettings;
import io.briefcast.feed.EpisodeIdentity.Identified;
import io.briefcast.feed.Refreshed.Found;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides which items of a feed are read: what is new since the last time, and of a show that is new itself only the
 * latest. All others are remembered as skipped, so that an archive never floods anybody.
 */
final class NewEpisodes {
    /** Transcripts and corrections come within days; later ones are not waited for. */
    private static final Duration MAY_CHANGE = Duration.ofDays(14);

    /** Clocks of publishers and time zones of dates are off by hours. */
    private static final Duration SLACK = Duration.ofDays(2);

    /** As many as come out between two readings of a feed that puts the newest last. */
    private static final int FEW = 3;

    private final FeedSettings settings;
    private final String showId;
    private final Map<String, String> known;
    private final Instant now;

    NewEpisodes(FeedSettings settings, String showId, Map<String, String> known, Instant now) {
        this.settings = settings;
        this.showId = showId;
        this.known = known;
        this.now = now;
    }

    /**
     * What to store.
     *
     * @param lastRead when the feed was read before; empty the first time
     */
    List<Found> of(List<FeedItem> items, Optional<Instant> lastRead) {
        List<Identified> all = EpisodeIdentity.identify(showId, items, known);
        Set<String> wanted = new HashSet<>(lastRead.isEmpty() ? latest(all) : undated(all));
        Instant since = since(lastRead);
        return all.stream()
                .flatMap(
                        one -> (one.known() ? changed(one) : Optional.of(fresh(one, since, lastRead, wanted))).stream())
                .toList();
    }

    /** What an older page of the feed adds to what is known; all of it is skipped until somebody wants it. */
    List<Found> older(List<FeedItem> items) {
        return EpisodeIdentity.identify(showId, items, known).stream()
                .filter(one -> !one.known())
                .map(one -> found(one, Optional.of(unwanted(one).orElse("stands on an older page of its feed"))))
                .toList();
    }

    /** However long we were away, what came out meanwhile is new. */
    private Instant since(Optional<Instant> lastRead) {
        Instant usual = now.minus(settings.backlog());
        return lastRead.map(last -> last.minus(SLACK))
                .filter(last -> last.isBefore(usual))
                .orElse(usual);
    }

    private Set<String> latest(List<Identified> all) {
        return all.stream()
                .filter(one -> one.item().kind() == Episode.Kind.FULL)
                .sorted(Comparator.comparing(
                        (Identified one) -> one.item().published().orElse(Instant.MIN), Comparator.reverseOrder()))
                .limit(settings.backlogEpisodes())
                .map(Identified::id)
                .collect(Collectors.toSet());
    }

    /**
     * Without a date, the place tells what is new: it stands above everything that we know. Some feeds put it below;
     * there only a few at a time are, because the rest of an archive comes below as well when it was cut off before.
     */
    private static Set<String> undated(List<Identified> all) {
        int first = 0;
        int last = all.size();
        while (first < all.size() && !all.get(first).known()) {
            first++;
        }
        while (last > first && !all.get(last - 1).known()) {
            last--;
        }
        List<String> above = unknownUndated(all.subList(0, first));
        List<String> below = unknownUndated(all.subList(last, all.size()));
        Set<String> fresh = new HashSet<>(first == all.size() ? above.subList(0, Math.min(FEW, above.size())) : above);
        fresh.addAll(below.size() <= FEW ? below : List.of());
        return fresh;
    }

    private static List<String> unknownUndated(List<Identified> some) {
        return some.stream()
                .filter(one -> one.item().published().isEmpty())
                .map(Identified::id)
                .toList();
    }

    private Optional<Found> changed(Identified one) {
        Optional<Instant> date = one.item().published().filter(moment -> !moment.isAfter(now));
        boolean mayChange =
                date.filter(moment -> moment.isAfter(now.minus(MAY_CHANGE))).isPresent();
        boolean newName = one.keys().stream().anyMatch(key -> !known.containsKey(key));
        // without a date the episode would lose the moment at which it was first seen
        return date.isPresent() && (mayChange || newName)
                ? Optional.of(new Found(episode(one), one.keys(), Optional.empty()))
                : Optional.empty();
    }

    private Found fresh(Identified one, Instant since, Optional<Instant> lastRead, Set<String> wanted) {
        return found(one, whyNot(one, since, lastRead, wanted));
    }

    private Found found(Identified one, Optional<String> whyNot) {
        Reading reading = new Reading(
                one.id(),
                whyNot.isEmpty() ? Reading.State.WAITING : Reading.State.SKIPPED,
                whyNot.orElse(""),
                "",
                0,
                Map.of(),
                now);
        return new Found(episode(one), one.keys(), Optional.of(reading));
    }

    private static Optional<String> whyNot(
            Identified one, Instant since, Optional<Instant> lastRead, Set<String> wanted) {
        if (unwanted(one).isPresent()) {
            return unwanted(one);
        }
        return isNew(one, since) || wanted.contains(one.id())
                ? Optional.empty()
                : Optional.of(lastRead.isEmpty() ? "came out before the show was added" : "an old item, added later");
    }

    private static Optional<String> unwanted(Identified one) {
        if (one.item().blocked()) {
            return Optional.of(Reading.HIDDEN);
        }
        return switch (one.item().kind()) {
            case TRAILER -> Optional.of("a trailer");
            case BONUS -> Optional.of("a bonus item");
            case FULL -> Optional.empty();
        };
    }

    private static boolean isNew(Identified one, Instant since) {
        return one.item().published().filter(since::isBefore).isPresent();
    }

    private Episode episode(Identified one) {
        FeedItem item = one.item();
        return new Episode(
                one.id(),
                showId,
                item.guid().orElse(one.keys().getFirst()),
                item.title(),
                item.link(),
                item.published().filter(moment -> !moment.isAfter(now)).orElse(now),
                item.enclosure(),
                item.duration(),
                item.season(),
                item.number(),
                item.kind(),
                item.persons(),
                item.transcripts(),
                item.chapters(),
                item.notes(),
                item.outline());
    }
}
