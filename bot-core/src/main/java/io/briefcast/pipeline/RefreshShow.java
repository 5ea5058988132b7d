package io.briefcast.pipeline;

import io.briefcast.feed.RefreshPolicy;
import io.briefcast.pipeline.FeedReader.Item;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks a show's feed for new episodes, again and again, no sooner than the feed allows. */
final class RefreshShow implements Step {
    /** As many of the newest episodes as tell a show's rhythm. */
    private static final int RELEASES = 20;

    private final Shows shows;
    private final Episodes episodes;
    private final FeedReader reader;
    private final Archive archive;

    RefreshShow(Shows shows, Episodes episodes, FeedReader reader, Archive archive) {
        this.shows = shows;
        this.episodes = episodes;
        this.reader = reader;
        this.archive = archive;
    }

    @Override
    public Outcome run(String showId, Instant now) {
        Optional<Show> show = shows.find(showId);
        if (show.isEmpty()) {
            return Outcome.nothing();
        }
        FeedState state = shows.state(showId);
        if (state.nextRead().isAfter(now)) {
            return between(show.get(), state, now);
        }
        FeedReader.News news = inRhythm(reader.read(show.get(), state, episodes.keys(showId), now), now);
        return new Outcome(agenda -> {
            store(news, now, agenda);
            return next(news.state());
        });
    }

    /** While the feed itself rests, an older page of it may be wanted. */
    private Outcome between(Show show, FeedState state, Instant now) {
        boolean isDue = !state.isStopped()
                && archive.planned(show.id()).filter(due -> !due.isAfter(now)).isPresent();
        Optional<FeedReader.Page> page = isDue ? Optional.of(archive.page(show, now)) : Optional.empty();
        return new Outcome(agenda -> {
            page.ifPresent(read -> archive.store(show.id(), read, now, agenda));
            return next(state);
        });
    }

    private Optional<Instant> next(FeedState state) {
        return Stream.concat(
                        Stream.of(state.nextRead()),
                        state.isStopped() ? Stream.empty() : archive.planned(state.showId()).stream())
                .min(Comparator.naturalOrder());
    }

    private FeedReader.News inRhythm(FeedReader.News news, Instant now) {
        List<Instant> releases = Stream.concat(
                        episodes.ofShow(news.state().showId(), RELEASES).stream(),
                        news.items().stream().map(Item::episode))
                .map(Episode::published)
                .toList();
        FeedState state = RefreshPolicy.inRhythm(news.state(), releases, now);
        return new FeedReader.News(news.show(), state, news.items(), news.older());
    }

    /** Nothing, when the show was unfollowed while its feed was asked. */
    private void store(FeedReader.News news, Instant now, Agenda agenda) {
        if (shows.find(news.show().id()).isEmpty()) {
            return;
        }
        shows.update(news.show());
        store(news.items(), now, agenda);
        shows.update(news.state());
        news.older().ifPresent(page -> archive.begin(news.show().id(), page));
    }

    private void store(List<Item> items, Instant now, Agenda agenda) {
        Map<String, Episode> before = episodes
                .find(items.stream().map(item -> item.episode().id()).toList())
                .stream()
                .collect(Collectors.toMap(Episode::id, Function.identity()));
        episodes.add(items.stream()
                .map(item -> added(item, before.containsKey(item.episode().id()), now))
                .toList());
        for (Item item : items) {
            Optional<Episode> known =
                    Optional.ofNullable(before.get(item.episode().id()));
            known.ifPresent(episode -> change(episode, item.episode(), now, agenda));
            if (known.isEmpty() && item.skipped().isEmpty()) {
                agenda.readEpisode(item.episode().id(), now);
            }
        }
    }

    private static Episodes.Added added(Item item, boolean known, Instant now) {
        Optional<Reading> skipped = Optional.of(item.skipped())
                .filter(why -> !known && !why.isEmpty())
                .map(why -> new Reading(item.episode().id(), Reading.State.SKIPPED, why, "", 0, Map.of(), now));
        return new Episodes.Added(item.episode(), item.keys(), skipped);
    }

    private void change(Episode before, Episode after, Instant now, Agenda agenda) {
        episodes.reading(after.id())
                .flatMap(last -> SecondReading.of(before, after, last, now))
                .ifPresent(second -> {
                    episodes.save(second.reading());
                    agenda.move(Task.READ_EPISODE, after.id(), second.at());
                });
    }
}
