package io.briefcast.search;

import io.briefcast.insight.Insights;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Shows;
import io.briefcast.search.AskedTopic.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Answers topics as people type them: reads person, show and time out of the text, and looks without them in need. */
public final class TopicDesk {
    private final InsightSearch search;
    private final Shows shows;
    private final Insights insights;

    public TopicDesk(InsightSearch search, Shows shows, Insights insights) {
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

    /** Knows nothing but the shows on the asker's list and who spoke there. */
    private TopicReader reader(Followed list) {
        List<Named> named = shows.all().stream()
                .filter(show -> list.has(show.id()))
                .map(show -> new Named(show.id(), show.title()))
                .toList();
        return new TopicReader(named, insights.speakers(list));
    }
}
