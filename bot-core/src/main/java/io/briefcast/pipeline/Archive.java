package io.briefcast.pipeline;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.OlderPages;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Has older episodes of a show read: those that its feed has listed, then those on the older pages of the feed, a page at
 * a time. How far that went is stored with what was found, so that a crash or a pause loses no page.
 */
final class Archive {
    /** Reading an episode takes seconds to a minute. */
    private static final Duration BETWEEN_EPISODES = Duration.ofMinutes(2);

    private final Shows shows;
    private final Episodes episodes;
    private final OlderEpisodes older;
    private final FeedReader reader;
    private final Duration window;

    /**
     * @param window what came out within it is for briefs, and not old
     */
    Archive(Shows shows, Episodes episodes, OlderEpisodes older, FeedReader reader, Duration window) {
        this.shows = shows;
        this.episodes = episodes;
        this.older = older;
        this.reader = reader;
        this.window = window;
    }

    /**
     * Wants the newest older episodes of a show that are known; gives how many that were. The others are looked for on
     * the older pages of the feed.
     */
    int want(String showId, int count, Instant now, Agenda agenda) {
        List<String> ids = older.unread(showId, now.minus(window), count);
        int before = waiting(showId);
        older.want(showId, ids, now);
        plan(ids, before, now, agenda);
        int known = ids.size();
        Optional<OlderPages> way = older.pages(showId).map(pages -> pages.wanting(count - known));
        way.ifPresent(older::save);
        way.flatMap(OlderPages::planned)
                .ifPresent(due -> agenda.move(Task.REFRESH_SHOW, showId, due.isAfter(now) ? due : now));
        return known;
    }

    /** Of those that are wanted, the ones that a page has listed; gives how many that are. */
    private int wantListed(OlderPages way, Instant now, Agenda agenda) {
        List<String> ids = older.unread(way.showId(), now.minus(window), way.wanted());
        int before = waiting(way.showId());
        older.wantMore(ids, now);
        plan(ids, before, now, agenda);
        return ids.size();
    }

    /** Those that wait already, without those that are still looked for. */
    private int waiting(String showId) {
        int soughtAfter = older.pages(showId)
                .filter(OlderPages::isWanted)
                .map(OlderPages::wanted)
                .orElse(0);
        return Optional.ofNullable(older.progress().get(showId))
                .map(progress -> progress.wanted() - progress.done() - soughtAfter)
                .orElse(0);
    }

    /** One after the other, behind those that wait already, so that what is new never queues behind them. */
    private static void plan(List<String> ids, int before, Instant now, Agenda agenda) {
        for (int i = 0; i < ids.size(); i++) {
            agenda.readEpisode(ids.get(i), now.plus(BETWEEN_EPISODES.multipliedBy((long) before + i)));
        }
    }

    /** Sets aside what was wanted and is not read yet; gives how many episodes that are. */
    int pause(String showId, Instant now, Agenda agenda) {
        older.pages(showId).map(pages -> pages.wanting(0)).ifPresent(older::save);
        List<String> ids = older.setAside(showId, now);
        ids.forEach(id -> agenda.drop(Task.READ_EPISODE, id));
        return ids.size();
    }

    /** Remembers where the way back begins, unless it is known. */
    void begin(String showId, URI page) {
        if (older.pages(showId)
                .filter(known -> !known.seen().isEmpty() || known.isWanted())
                .isEmpty()) {
            older.save(OlderPages.from(showId, page));
        }
    }

    /** When the next page of a show is to be read, if somebody wants it. */
    Optional<Instant> planned(String showId) {
        return older.pages(showId).flatMap(OlderPages::planned);
    }

    /** Reads the next page of a show, which is wanted and due. */
    FeedReader.Page page(Show show, Instant now) {
        return older.pages(show.id())
                .flatMap(OlderPages::next)
                .map(next -> reader.page(show, next, episodes.keys(show.id()), now))
                .orElseGet(FeedReader.Page.Lost::new);
    }

    /** Stores what a page had; nothing when the show was unfollowed meanwhile. */
    void store(String showId, FeedReader.Page page, Instant now, Agenda agenda) {
        Optional<OlderPages> way =
                older.pages(showId).filter(pages -> shows.find(showId).isPresent());
        if (way.isEmpty()) {
            return;
        }
        older.save(
                switch (page) {
                    case FeedReader.Page.Read read -> {
                        skip(read.items(), now);
                        int found = wantListed(way.get(), now, agenda);
                        yield way.get().read(found, read.further(), now);
                    }
                    case FeedReader.Page.Later later -> way.get().failed(later.least(), now);
                    case FeedReader.Page.Lost lost -> way.get().ended(now);
                });
    }

    private void skip(List<FeedReader.Item> items, Instant now) {
        Set<String> known = episodes
                .find(items.stream().map(item -> item.episode().id()).toList())
                .stream()
                .map(Episode::id)
                .collect(Collectors.toSet());
        episodes.add(items.stream()
                .filter(item -> !known.contains(item.episode().id()))
                .map(item -> new Episodes.Added(item.episode(), item.keys(), Optional.of(skipped(item, now))))
                .toList());
    }

    private static Reading skipped(FeedReader.Item item, Instant now) {
        return new Reading(item.episode().id(), Reading.State.SKIPPED, item.skipped(), "", 0, Map.of(), now);
    }
}
