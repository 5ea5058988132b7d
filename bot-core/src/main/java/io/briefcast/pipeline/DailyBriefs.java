package io.briefcast.pipeline;

import io.briefcast.BriefSettings;
import io.briefcast.brief.Brief;
import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.SeenInsights;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.language.Embedder;
import io.briefcast.message.Message;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.ranking.Ranker;
import io.briefcast.ranking.SeenInsight;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks each audience's five from the insights of the last days, and puts them into words. Safe for many threads. */
public final class DailyBriefs implements BriefWriter {
    /** What an audience saw longer ago may come again. */
    private static final Duration MEMORY = Duration.ofDays(30);

    /** Ages change slowly: audiences within this time share the scores that are the same for all of them. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final Sources sources;
    private final Ranker ranker;
    private final BriefComposer composer;
    private final Embedder embedder;
    private final ToIntFunction<Insight> corroboration;
    private final BriefSettings settings;
    private @Nullable Day latest;

    /**
     * A desk for briefs.
     *
     * @param corroboration how many other shows made the claim of an insight lately
     */
    public DailyBriefs(
            Sources sources,
            Ranker ranker,
            BriefComposer composer,
            Embedder embedder,
            ToIntFunction<Insight> corroboration,
            BriefSettings settings) {
        this.sources = sources;
        this.ranker = ranker;
        this.composer = composer;
        this.embedder = embedder;
        this.corroboration = corroboration;
        this.settings = settings;
    }

    /** Where the material comes from. */
    public record Sources(Shows shows, Episodes episodes, Insights insights, SeenInsights seen) {}

    @Override
    public Written write(Subscription subscription, LocalDate date, Instant now) {
        Brief brief = pick(subscription.audience().id(), subscription.interests(), date, now);
        return new Written(
                message(brief),
                brief.items().stream().map(item -> item.insight().id()).toList());
    }

    /** The picks for an audience as of now; nothing is written, so asking twice gives the same. */
    public Brief pick(String audienceId, Interests interests, LocalDate date, Instant now) {
        Day day = day(now);
        List<SeenInsight> seen = sources.seen().seen(audienceId, now.minus(MEMORY)).stream()
                .map(insight -> new SeenInsight(insight.id(), insight.embedding()))
                .toList();
        List<RankedInsight> items = day.session().rank(new AudienceProfile(audienceId, interests, seen, Map.of()));
        return new Brief(date, items, interests.count(), day.insights(), day.episodes());
    }

    /** A brief in words. */
    public Message message(Brief brief) {
        Set<String> episodeIds =
                brief.items().stream().map(item -> item.insight().episodeId()).collect(Collectors.toSet());
        Map<String, Episode> episodes = sources.episodes().find(episodeIds).stream()
                .collect(Collectors.toMap(Episode::id, Function.identity()));
        Map<String, Show> shows = episodes.values().stream()
                .map(Episode::showId)
                .distinct()
                .flatMap(id -> sources.shows().find(id).stream())
                .collect(Collectors.toMap(Show::id, Function.identity()));
        return composer.compose(brief, shows, episodes);
    }

    private synchronized Day day(Instant now) {
        long written = sources.insights().last();
        if (latest == null
                || latest.written() != written
                || Duration.between(latest.at(), now).abs().compareTo(FRESH) > 0) {
            latest = prepare(written, now);
        }
        return latest;
    }

    private Day prepare(long written, Instant now) {
        List<Insight> insights = sources.insights().published(now.minus(settings.window()), now.plusMillis(1));
        int episodes =
                (int) insights.stream().map(Insight::episodeId).distinct().count();
        DayPool pool = new DayPool(insights, corroboration, embedder::query);
        return new Day(written, now, ranker.on(pool, now), insights.size(), episodes);
    }

    /**
     * What all audiences share.
     *
     * @param written the number of the newest insight when this was prepared
     */
    private record Day(long written, Instant at, Ranker.Session session, int insights, int episodes) {}
}
