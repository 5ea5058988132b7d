package io.briefcast.ranking;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.briefcast.insight.Insight;
import io.briefcast.search.InsightSearch;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Finds which other shows made the same claim within 14 days, by asking the index instead of comparing all pairs. */
public final class OtherShows implements Function<Insight, Set<String>> {
    private static final Duration LATELY = Duration.ofDays(14);
    /** More than this many agreeing shows tell nothing new, and a signal grows with the logarithm only. */
    private static final int NEIGHBOURS = 20;

    private static final int REMEMBERED = 20_000;
    /** New insights may agree with an old one, so an answer is good for a while only. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final InsightSearch search;
    private final Cache<String, Set<String>> shows = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(FRESH)
            .build();

    public OtherShows(InsightSearch search) {
        this.search = search;
    }

    @Override
    public Set<String> apply(Insight insight) {
        return shows.get(insight.id(), id -> search.otherShows(insight, Nearness.SAME_MATTER, LATELY, NEIGHBOURS));
    }
}
