package io.briefcast.feed;

import io.briefcast.FeedSettings;
import io.briefcast.feed.EpisodeIdentity.Identified;
import io.briefcast.feed.Refreshed.Found;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
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
        Set<String> wanted = lastRead.isEmpty() ? latest(all) : Set.of();
        Instant since = since(lastRead);
        return all.stream()
                .flatMap(
                        one -> (one.known() ? changed(one) : Optional.of(fresh(one, since, lastRead, wanted))).stream())
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
        Optional<String> whyNot = whyNot(one, since, lastRead, wanted);
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
        if (one.item().blocked()) {
            return Optional.of("hidden by its publisher");
        }
        return switch (one.item().kind()) {
            case TRAILER -> Optional.of("a trailer");
            case BONUS -> Optional.of("a bonus item");
            case FULL ->
                isNew(one, since, lastRead) || wanted.contains(one.id())
                        ? Optional.empty()
                        : Optional.of(
                                lastRead.isEmpty() ? "came out before the show was added" : "an old item, added later");
        };
    }

    /** Without a date, what was not there the last time is new. */
    private static boolean isNew(Identified one, Instant since, Optional<Instant> lastRead) {
        return one.item().published().map(since::isBefore).orElse(lastRead.isPresent());
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
                item.notes());
    }
}
