package io.briefcast.pipeline;

import io.briefcast.BriefSettings;
import io.briefcast.brief.Brief;
import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.SeenInsights;
import io.briefcast.insight.Insight;
import io.briefcast.insight.Insights;
import io.briefcast.language.Aliases;
import io.briefcast.language.Embedder;
import io.briefcast.message.Message;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.Tenant;
import io.briefcast.ranking.AudienceProfile;
import io.briefcast.ranking.DayPool;
import io.briefcast.ranking.RankedInsight;
import io.briefcast.ranking.Ranker;
import io.briefcast.ranking.SeenInsight;
import io.briefcast.ranking.Taste;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Interests;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Vote;
import io.briefcast.subscription.Votes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks each audience's five from the insights of the last days, and puts them into words. Safe for many threads. */
public final class DailyBriefs implements BriefWriter {
    /** What an audience saw longer ago may come again. */
    private static final Duration MEMORY = Duration.ofDays(30);

    /** Ages change slowly: audiences within this time share the scores that are the same for all of them. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** A day of fewer insights is made anew in a moment, and so whenever there are new ones. */
    private static final int LARGE = 1_000;

    /** A large day is shared for so long even if there are new insights: at seven they come by the second, as briefs go. */
    private static final Duration SETTLED = Duration.ofMinutes(2);

    /** What somebody thought of more than these is no longer what they think. */
    private static final int VOTES = 200;

    private final Sources sources;
    private final Ranker ranker;
    private final BriefComposer composer;
    private final Embedder embedder;
    private final Function<Insight, Set<String>> corroboration;
    private final BriefSettings settings;
    private final Supplier<Aliases> aliases;
    private volatile @Nullable Day latest;

    /**
     * A desk for briefs.
     *
     * @param corroboration which other shows made the claim of an insight lately
     * @param aliases which topics are one, as of when it is asked
     */
    public DailyBriefs(
            Sources sources,
            Ranker ranker,
            BriefComposer composer,
            Embedder embedder,
            Function<Insight, Set<String>> corroboration,
            BriefSettings settings,
            Supplier<Aliases> aliases) {
        this.sources = sources;
        this.ranker = ranker;
        this.composer = composer;
        this.embedder = embedder;
        this.corroboration = corroboration;
        this.settings = settings;
        this.aliases = aliases;
    }

    /** Where the material comes from. */
    public record Sources(
            Shows shows, ShowLists lists, Episodes episodes, Insights insights, SeenInsights seen, Votes votes) {}

    @Override
    public Written write(Subscription subscription, LocalDate date, Instant now) {
        Brief brief = pick(subscription, date, now);
        return new Written(
                BriefComposer.addressed(message(brief, subscription.language()), subscription),
                brief.items().stream().map(item -> item.insight().id()).toList());
    }

    /** The picks for an order as of now; nothing is written, so asking twice gives the same. */
    public Brief pick(Subscription order, LocalDate date, Instant now) {
        return pick(day(now), profile(order, date, now), date);
    }

    /** The picks for an order as they would have been at an earlier moment. */
    public Brief pickPast(Subscription order, LocalDate date, Instant then) {
        return pick(prepare(sources.insights().last(), then), profile(order, date, then), date);
    }

    /** The picks as of now for somebody without an order, from the installation's own list of shows. */
    public Brief pick(String audienceId, Interests interests, LocalDate date, Instant now) {
        return pick(day(now), profile(audienceId, Tenant.INSTALLATION, interests.on(date), now), date);
    }

    private static Brief pick(Day day, AudienceProfile profile, LocalDate date) {
        List<RankedInsight> items = day.session().rank(profile);
        DayPool.Share share = day.session().share(profile.followed());
        return new Brief(date, items, profile.interests().count(), share.insights(), share.episodes());
    }

    /** What the signals say about one insight for an order, among those of the last days where it is one of them. */
    public RankedInsight judge(Subscription order, LocalDate today, Insight insight, Instant now) {
        return judge(profile(order, today, now), insight, now);
    }

    /** The same for somebody without an order, among the shows of the installation's own list. */
    public RankedInsight judge(String audienceId, Interests interests, Insight insight, Instant now) {
        return judge(profile(audienceId, Tenant.INSTALLATION, interests, now), insight, now);
    }

    private RankedInsight judge(AudienceProfile profile, Insight insight, Instant now) {
        return day(now).session()
                .explain(profile, insight.id())
                .or(() -> ranker.on(new DayPool(List.of(insight), corroboration, embedder::query, aliases.get()), now)
                        .explain(profile, insight.id()))
                .orElseThrow();
    }

    private AudienceProfile profile(Subscription order, LocalDate date, Instant now) {
        Audience audience = order.audience();
        return profile(audience.id(), audience.home(), order.interests().on(date), now);
    }

    private AudienceProfile profile(String audienceId, Tenant tenant, Interests interests, Instant now) {
        List<SeenInsight> seen = sources.seen().seen(audienceId, now.minus(MEMORY)).stream()
                .map(insight -> new SeenInsight(insight.id(), insight.embedding()))
                .toList();
        return new AudienceProfile(
                audienceId, interests, seen, taste(audienceId), sources.lists().of(tenant));
    }

    /** People have the id of their audience, channels never vote. */
    private Taste taste(String audienceId) {
        Map<String, Boolean> votes =
                sources.votes().of(audienceId, VOTES).stream().collect(Collectors.toMap(Vote::insightId, Vote::more));
        return Taste.of(sources.insights().find(votes.keySet()).stream()
                .map(insight -> new Taste.Judged(insight, votes.getOrDefault(insight.id(), true)))
                .toList());
    }

    /** A brief in English words. */
    public Message message(Brief brief) {
        return message(brief, Locale.ENGLISH);
    }

    /** A brief in words, those of the bot in that language. */
    public Message message(Brief brief, Locale language) {
        Set<String> episodeIds =
                brief.items().stream().map(item -> item.insight().episodeId()).collect(Collectors.toSet());
        Map<String, Episode> episodes = sources.episodes().find(episodeIds).stream()
                .collect(Collectors.toMap(Episode::id, Function.identity()));
        Map<String, Show> shows = episodes.values().stream()
                .map(Episode::showId)
                .distinct()
                .flatMap(id -> sources.shows().find(id).stream())
                .collect(Collectors.toMap(Show::id, Function.identity()));
        return composer.compose(brief, shows, episodes, language);
    }

    /** Many ask at once: they wait for each other only while the day is being prepared. */
    private Day day(Instant now) {
        long written = sources.insights().last();
        Day prepared = latest;
        return prepared != null && prepared.serves(written, now) ? prepared : renewed(written, now);
    }

    private synchronized Day renewed(long written, Instant now) {
        Day prepared = latest;
        if (prepared == null || !prepared.serves(written, now)) {
            prepared = prepare(written, now);
            latest = prepared;
        }
        return prepared;
    }

    private Day prepare(long written, Instant now) {
        List<Insight> insights = sources.insights().published(now.minus(settings.window()), now.plusMillis(1));
        DayPool pool = new DayPool(insights, corroboration, embedder::query, aliases.get());
        return new Day(written, now, ranker.on(pool, now), insights.size());
    }

    /**
     * What all audiences share.
     *
     * @param written the number of the newest insight when this was prepared
     */
    private record Day(long written, Instant at, Ranker.Session session, int insights) {
        boolean serves(long newest, Instant now) {
            Duration good = written == newest ? FRESH : insights < LARGE ? Duration.ZERO : SETTLED;
            return Duration.between(at, now).abs().compareTo(good) < 0;
        }
    }
}
