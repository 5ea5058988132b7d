package io.briefcast.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.insight.Insights;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.search.AskedTopic.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers topics as people type them: reads person, show and time out of the text, and looks without them in need. */
public final class TopicDesk {
    /** A reader of 10,000 names takes about 1 MB. */
    private static final int LISTS = 100;

    /** Who has a role is in the notes again and again; older ones say who had it. */
    private static final int EPISODES = 50;

    private final InsightSearch search;
    private final Shows shows;
    private final Episodes episodes;
    private final Insights insights;
    private final Cache<Followed, Known> readers =
            Caffeine.newBuilder().weakKeys().maximumSize(LISTS).build();

    public TopicDesk(InsightSearch search, Shows shows, Episodes episodes, Insights insights) {
        this.episodes = episodes;
        this.search = search;
        this.shows = shows;
        this.insights = insights;
    }

    /**
     * Answers a text.
     *
     * @param typed the text, and what was chosen beside it
     * @param zone whose days the text means
     */
    public TopicAnswer answer(TopicQuery typed, Instant now, ZoneId zone) {
        AskedTopic asked = reader(typed.within()).read(typed.text(), now, zone).beside(typed);
        List<String> understood = asked.understood();
        SearchResult narrow = search.search(asked.narrow(typed));
        boolean inVain = !understood.isEmpty() && narrow.isEmpty() && isInVain(asked.narrow(typed));
        return inVain
                ? new TopicAnswer(typed.text(), understood, true, search.search(typed))
                : new TopicAnswer(asked.topic(), understood, false, narrow);
    }

    /** A later page of what has none at all. */
    private boolean isInVain(TopicQuery query) {
        return query.page() == 0 || search.search(query.first()).isEmpty();
    }

    /** Knows nothing but the shows on the asker's list and who spoke there; good until something new is written. */
    private TopicReader reader(Followed list) {
        long written = insights.last();
        Known known = readers.get(list, any -> new Known(written, learn(list)));
        if (known.written() != written) {
            known = new Known(written, learn(list));
            readers.put(list, known);
        }
        return known.reader();
    }

    private TopicReader learn(Followed list) {
        List<Named> named = shows.all().stream()
                .filter(show -> list.has(show.id()))
                .map(show -> new Named(show.id(), show.title()))
                .toList();
        return new TopicReader(named, insights.speakers(list), roles(list));
    }

    /** Learned once, when somebody names a role. */
    private Supplier<Roles> roles(Followed list) {
        AtomicReference<@Nullable Roles> learned = new AtomicReference<>();
        return () -> {
            Roles known = learned.get();
            if (known == null) {
                known = new Roles();
                for (Show show : shows.all()) {
                    if (list.has(show.id())) {
                        known.learn(show, episodes.ofShow(show.id(), EPISODES));
                    }
                }
                learned.set(known);
            }
            return known;
        };
    }

    /** A reader, and the number that the store had given last when it learnt. */
    private record Known(long written, TopicReader reader) {}
}
