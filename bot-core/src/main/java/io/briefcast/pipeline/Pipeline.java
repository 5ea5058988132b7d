package io.briefcast.pipeline;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.briefcast.BriefSettings;
import io.briefcast.DeliverySettings;
import io.briefcast.PipelineSettings;
import io.briefcast.brief.SeenInsights;
import io.briefcast.command.ShowDesk;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.feed.RefreshPolicy;
import io.briefcast.insight.Boilerplate;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Insights;
import io.briefcast.podcast.Chapters;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.podcast.Tenant;
import io.briefcast.search.PassageCutter;
import io.briefcast.search.Passages;
import io.briefcast.store.Database;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.Subscription;
import io.briefcast.subscription.Subscriptions;
import io.briefcast.transcript.TranscriptFinder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The way of the data: a show is refreshed, its new episodes are read, at each audience's time a brief is composed from
 * the insights and delivered. Every step is a durable task that writes its result and the next task together.
 */
public final class Pipeline implements AutoCloseable {
    /** More than any archive has new at once; the rest is read by the next run. */
    private static final int EPISODES_AT_ONCE = 5_000;

    /** A feed that is gone is no busier for people who press a button. */
    private static final Duration BETWEEN_RETRIES = Duration.ofHours(1);

    private final Parts parts;
    private final DurableAgenda agenda;
    private final OneShot oneShot;
    private final Ticker ticker;
    private List<Scheduler> schedulers = List.of();

    public Pipeline(Parts parts) {
        this.parts = parts;
        this.agenda = new DurableAgenda(parts.database().dataSource());
        Steps steps = parts.steps();
        this.oneShot = new OneShot(parts.database(), steps, agenda, parts.clock());
        this.ticker = new Ticker(parts.database(), steps, agenda, parts.clock());
    }

    /** Everything the four steps need. */
    public record Parts(
            Database database,
            InstantSource clock,
            Shows shows,
            ShowLists lists,
            Episodes episodes,
            OlderEpisodes older,
            Insights insights,
            Boilerplate boilerplate,
            Subscriptions subscriptions,
            SeenInsights seen,
            StoppedFeeds stopped,
            Deliveries deliveries,
            FeedReader feeds,
            TranscriptFinder transcripts,
            InsightExtractor extractor,
            Passages passages,
            PassageCutter cutter,
            Chapters chapters,
            BriefWriter briefs,
            Dispatcher dispatcher,
            PipelineSettings pipelineSettings,
            DeliverySettings deliverySettings,
            BriefSettings briefSettings) {
        Archive archive() {
            return new Archive(shows, episodes, older, feeds, briefSettings.window());
        }

        Steps steps() {
            ReadEpisode readEpisode = new ReadEpisode(
                    shows,
                    episodes,
                    insights,
                    boilerplate,
                    transcripts,
                    extractor,
                    passages,
                    cutter,
                    chapters,
                    pipelineSettings.readers());
            return new Steps(
                    new RefreshShow(shows, episodes, feeds, archive()),
                    readEpisode,
                    new ReadAgain(episodes, readEpisode),
                    new ComposeBrief(subscriptions, deliveries, seen, stopped, lists, briefs, deliverySettings),
                    new Deliver(subscriptions, deliveries, seen, dispatcher));
        }
    }

    /** Follows a show from now on, for the installation; true when it is new there. */
    public boolean follow(URI feed) {
        return follow(Tenant.INSTALLATION, feed);
    }

    /** Follows a show from now on; true when it is new for the tenant. */
    public boolean follow(Tenant tenant, URI feed) {
        Show show = Show.unread(feed);
        Instant now = parts.clock().instant();
        return Boolean.TRUE.equals(parts.database().transactions().execute(tx -> {
            agenda.refreshShow(show.id(), now);
            return parts.lists().follow(tenant, show, FeedState.untried(show.id(), now));
        }));
    }

    /** Stops following a show for the installation. */
    public void unfollow(String showId) {
        unfollow(Tenant.INSTALLATION, showId);
    }

    /** Stops following a show for a tenant; when nobody follows it any more, what was found in it is forgotten. */
    public void unfollow(Tenant tenant, String showId) {
        parts.database().transactions().executeWithoutResult(tx -> {
            if (parts.lists().unfollow(tenant, showId)) {
                forget(showId);
            }
        });
    }

    /** Erases a workspace's list of shows; what nobody else follows is forgotten. */
    void forgetShowsOf(Tenant tenant) {
        parts.database()
                .transactions()
                .executeWithoutResult(tx -> parts.lists().forget(tenant).forEach(this::forget));
    }

    private void forget(String showId) {
        agenda.drop(Task.REFRESH_SHOW, showId);
        parts.shows().remove(showId);
    }

    /**
     * Has the newest of a show's older episodes read, two minutes apart, so that what is new never queues behind them.
     * What briefs pick from is left out: a brief tells of the day. Where the feed has listed fewer, its older pages are
     * read for the others, if it has any.
     *
     * @param count at most so many
     */
    public ShowDesk.Older readOlder(String showId, int count) {
        Instant now = parts.clock().instant();
        return Objects.requireNonNull(parts.database().transactions().execute(tx -> {
            int known = parts.archive().want(showId, count, now, agenda);
            return new ShowDesk.Older(known, parts.archive().planned(showId).isPresent());
        }));
    }

    /** Sets aside those older episodes of a show that were not read yet; gives how many. */
    public int pauseOlder(String showId) {
        Instant now = parts.clock().instant();
        return Objects.requireNonNull(
                parts.database().transactions().execute(tx -> parts.archive().pause(showId, now, agenda)));
    }

    /**
     * Has episodes read again that another reader read than the one that reads now, the newest first, one after the
     * other; what was found in them stays until then.
     *
     * @param since when they came out, at the earliest
     */
    public ShowDesk.Again readAgain(Followed shows, Instant since) {
        Instant now = parts.clock().instant();
        return Objects.requireNonNull(parts.database()
                .transactions()
                .execute(tx -> new Rereading(parts.episodes(), parts.extractor())
                        .want(shows, since, agenda.planned(Task.READ_AGAIN).size(), now, agenda)));
    }

    /** Asks a feed that stopped once more, with its validators, unless somebody wanted that within the hour. */
    public ShowDesk.Retry tryAgain(String showId) {
        Instant now = parts.clock().instant();
        return Optional.ofNullable(parts.database().transactions().execute(tx -> {
                    if (!parts.shows().state(showId).isStopped()) {
                        return ShowDesk.Retry.NOT_STOPPED;
                    }
                    if (!parts.shows().retry(showId, now, now.minus(BETWEEN_RETRIES))) {
                        return ShowDesk.Retry.TOO_SOON;
                    }
                    agenda.move(Task.REFRESH_SHOW, showId, now);
                    return ShowDesk.Retry.ASKED;
                }))
                .orElseThrow();
    }

    /**
     * Stores a subscription, new or changed, and plans its next brief if it is active: after the last one it had, so
     * that another hour or zone never gives a date two.
     *
     * @return when the next brief is due; empty while it is switched off
     */
    public Optional<BriefTime.Due> subscribe(Subscription subscription) {
        Instant now = parts.clock().instant();
        return parts.database().transactions().execute(tx -> {
            Optional<LocalDate> last = lastDay(subscription.id());
            Optional<BriefTime.Due> next = subscription.next(now, last);
            dropPlanned(subscription.id(), now, last);
            parts.subscriptions().save(subscription);
            next.ifPresent(due -> agenda.composeBrief(subscription.id(), due));
            return next;
        });
    }

    /** Forgets a subscription and takes its next brief off; what it was sent stays known. */
    public void unsubscribe(String subscriptionId) {
        Instant now = parts.clock().instant();
        Optional<LocalDate> last = lastDay(subscriptionId);
        parts.database().transactions().executeWithoutResult(tx -> {
            dropPlanned(subscriptionId, now, last);
            parts.subscriptions().remove(subscriptionId);
        });
    }

    private Optional<LocalDate> lastDay(String subscriptionId) {
        return parts.deliveries()
                .last(subscriptionId)
                .map(delivery -> delivery.key().day());
    }

    /** Takes off what the subscription's former settings had planned. */
    private void dropPlanned(String subscriptionId, Instant now, Optional<LocalDate> last) {
        parts.subscriptions()
                .find(subscriptionId)
                .flatMap(before -> before.next(now, last))
                .ifPresent(
                        due -> agenda.drop(Task.COMPOSE_BRIEF, Agenda.id(new DeliveryKey(subscriptionId, due.day()))));
    }

    /** Starts working on what is due, now and from now on; what a crash may have left out is planned first. */
    public void start() {
        start(Ticker.HEARTBEAT);
    }

    /** A test that kills processes does not wait until the usual heartbeats are missed. */
    void start(Duration heartbeat) {
        planWhatIsMissing(parts.clock().instant());
        schedulers = ticker.schedulers(parts.pipelineSettings(), heartbeat);
        schedulers.forEach(Scheduler::start);
    }

    private void planWhatIsMissing(Instant now) {
        parts.database().transactions().executeWithoutResult(tx -> {
            Set<String> refreshes = agenda.planned(Task.REFRESH_SHOW);
            parts.shows().all().stream()
                    .map(Show::id)
                    .filter(id -> !refreshes.contains(id))
                    .forEach(id -> agenda.refreshShow(id, now));
            parts.shows()
                    .states()
                    .values()
                    .forEach(state -> RefreshPolicy.afterAbsence(state, now)
                            .ifPresent(later -> agenda.move(Task.REFRESH_SHOW, state.showId(), later)));
            Set<String> readings = agenda.planned(Task.READ_EPISODE);
            readings.addAll(agenda.planned(Task.READ_AGAIN));
            parts.episodes().waiting(EPISODES_AT_ONCE).stream()
                    .map(Episode::id)
                    .filter(id -> !readings.contains(id))
                    .forEach(id -> agenda.readEpisode(id, now));
            planMissingBriefs(now);
        });
    }

    private void planMissingBriefs(Instant now) {
        Set<String> planned = new HashSet<>();
        agenda.planned(Task.COMPOSE_BRIEF)
                .forEach(id -> planned.add(Agenda.key(id).subscriptionId()));
        parts.subscriptions().active().stream()
                .filter(subscription -> !planned.contains(subscription.id()))
                .forEach(subscription ->
                        nextMissing(subscription, now).ifPresent(due -> agenda.composeBrief(subscription.id(), due)));
    }

    /** Whoever had briefs gets today's even now, if it is not too late; a new order begins with the next one. */
    private Optional<BriefTime.Due> nextMissing(Subscription subscription, Instant now) {
        Optional<LocalDate> last = lastDay(subscription.id());
        return subscription.next(
                last.isPresent() ? now.minus(parts.deliverySettings().latest()) : now, last);
    }

    /**
     * Refreshes every show that may be asked, looks at transcripts that may have changed and reads every episode that
     * waits, now, and returns when that is done.
     *
     * @throws io.briefcast.store.StoreUnusable when the store fails on the way; what was read is kept
     */
    public Drained drain(Progress progress) {
        long before = parts.insights().count();
        List<Show> shows = parts.shows().all();
        oneShot.run(
                new OneShot.Work<>("Refreshing shows", Task.REFRESH_SHOW, shows, Show::id, Show::title),
                Ticker.REFRESHES_AT_ONCE,
                progress);
        lookForChanges(progress);
        Map<Boolean, List<Episode>> waiting = waiting();
        List<Episode> unread = Objects.requireNonNull(waiting.get(false));
        List<Episode> again = Objects.requireNonNull(waiting.get(true));
        read(new OneShot.Work<>("Reading episodes", Task.READ_EPISODE, unread, Episode::id, Episode::title), progress);
        if (!again.isEmpty()) {
            read(
                    new OneShot.Work<>("Reading episodes again", Task.READ_AGAIN, again, Episode::id, Episode::title),
                    progress);
        }
        return new Drained(
                shows.size(),
                troubles(),
                unread.size() + again.size(),
                parts.insights().count() - before);
    }

    private void read(OneShot.Work<Episode> work, Progress progress) {
        oneShot.run(work, parts.pipelineSettings().readers() * 2, progress);
    }

    /** What its publisher changed waits then. */
    private void lookForChanges(Progress progress) {
        List<Episode> due = parts.episodes().toLookAt(parts.clock().instant(), EPISODES_AT_ONCE);
        if (!due.isEmpty()) {
            oneShot.run(
                    new OneShot.Work<>("Looking for corrections", Task.READ_EPISODE, due, Episode::id, Episode::title),
                    Ticker.REFRESHES_AT_ONCE,
                    progress);
        }
    }

    /**
     * By whether they are to be read again on request. These and older episodes that were wanted keep their distance: one
     * command does not read an archive at once.
     */
    private Map<Boolean, List<Episode>> waiting() {
        Instant now = parts.clock().instant();
        Set<String> again = agenda.planned(Task.READ_AGAIN);
        Set<String> later = agenda.plannedAfter(Task.READ_AGAIN, now);
        Set<String> older = parts.older().wanted();
        Set<String> notYet = agenda.plannedAfter(Task.READ_EPISODE, now);
        return parts.episodes().waiting(EPISODES_AT_ONCE).stream()
                .filter(episode -> !later.contains(episode.id()))
                .filter(episode -> !older.contains(episode.id()) || !notYet.contains(episode.id()))
                .collect(Collectors.partitioningBy(episode -> again.contains(episode.id())));
    }

    /**
     * What came of draining.
     *
     * @param shows how many are followed
     * @param troubles what is wrong with feeds, in words, each with the show's title
     * @param episodes how many were looked at
     * @param insights how many more there are than before
     */
    public record Drained(int shows, List<String> troubles, int episodes, long insights) {
        public Drained {
            troubles = List.copyOf(troubles);
        }
    }

    private List<String> troubles() {
        Map<String, FeedState> states = parts.shows().states();
        return parts.shows().all().stream()
                .flatMap(show -> Optional.ofNullable(states.get(show.id())).flatMap(FeedState::trouble).stream()
                        .map(trouble -> "%s: %s".formatted(show.title(), trouble)))
                .toList();
    }

    /** Stops; what was under way is taken up again after the next start. */
    @Override
    public void close() {
        // Each waits a while for what is under way.
        try (var stopping = Executors.newVirtualThreadPerTaskExecutor()) {
            schedulers.forEach(scheduler -> stopping.execute(scheduler::stop));
        }
        schedulers = List.of();
    }
}
