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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a show's feed for new episodes, again and again, no sooner than the feed allows. */
final class RefreshShow implements Step {
    /** As many of the newest episodes as tell a show's rhythm. */
    private static final int RELEASES = 20;

    private final Shows shows;
    private final Episodes episodes;
    private final FeedReader reader;

    RefreshShow(Shows shows, Episodes episodes, FeedReader reader) {
        this.shows = shows;
        this.episodes = episodes;
        this.reader = reader;
    }

    @Override
    public Outcome run(String showId, Instant now) {
        Optional<Show> show = shows.find(showId);
        if (show.isEmpty()) {
            return Outcome.nothing();
        }
        FeedState state = shows.state(showId);
        if (state.nextRead().isAfter(now)) {
            return Outcome.notBefore(state.nextRead());
        }
        FeedReader.News news = inRhythm(reader.read(show.get(), state, episodes.keys(showId), now), now);
        return Outcome.again(news.state().nextRead(), agenda -> store(news, now, agenda));
    }

    private FeedReader.News inRhythm(FeedReader.News news, Instant now) {
        List<Instant> releases = Stream.concat(
                        episodes.ofShow(news.state().showId(), RELEASES).stream(),
                        news.items().stream().map(Item::episode))
                .map(Episode::published)
                .toList();
        return new FeedReader.News(news.show(), RefreshPolicy.inRhythm(news.state(), releases, now), news.items());
    }

    /** Nothing, when the show was unfollowed while its feed was asked. */
    private void store(FeedReader.News news, Instant now, Agenda agenda) {
        if (shows.find(news.show().id()).isEmpty()) {
            return;
        }
        shows.update(news.show());
        news.items().forEach(item -> store(item, now, agenda));
        shows.update(news.state());
    }

    private void store(FeedReader.Item item, Instant now, Agenda agenda) {
        Optional<Episode> before = episodes.find(item.episode().id());
        episodes.save(item.episode(), item.keys());
        if (before.isEmpty()) {
            begin(item, now, agenda);
        } else {
            change(before.get(), item.episode(), now, agenda);
        }
    }

    private void begin(FeedReader.Item item, Instant now, Agenda agenda) {
        String id = item.episode().id();
        if (item.skipped().isEmpty()) {
            agenda.readEpisode(id, now);
        } else {
            episodes.save(new Reading(id, Reading.State.SKIPPED, item.skipped(), "", 0, Map.of(), now));
        }
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
