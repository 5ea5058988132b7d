package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import io.briefcast.BriefSettings;
import io.briefcast.DeliverySettings;
import io.briefcast.PipelineSettings;
import io.briefcast.RankingSettings;
import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.InsightCards;
import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Place;
import io.briefcast.command.Press;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.FakePlatform;
import io.briefcast.feed.AppleDirectory;
import io.briefcast.feed.ShowFinder;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.insight.Insight;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Quote;
import io.briefcast.insight.Relations;
import io.briefcast.language.AliasTable;
import io.briefcast.language.Embedder;
import io.briefcast.language.Embedding;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.pipeline.AudienceBriefs;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.pipeline.FeedReader;
import io.briefcast.pipeline.FollowedShows;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.pipeline.StandingOrders;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Tenant;
import io.briefcast.ranking.Ranker;
import io.briefcast.ranking.signal.AllSignals;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.PassageCutter;
import io.briefcast.search.SearchResult;
import io.briefcast.search.SearchResult.Hit;
import io.briefcast.search.TopicQuery;
import io.briefcast.store.JdbcAudiences;
import io.briefcast.store.JdbcBoilerplate;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcInsights;
import io.briefcast.store.JdbcOlderEpisodes;
import io.briefcast.store.JdbcPassages;
import io.briefcast.store.JdbcQuestions;
import io.briefcast.store.JdbcSavedInsights;
import io.briefcast.store.JdbcSeenInsights;
import io.briefcast.store.JdbcShowLists;
import io.briefcast.store.JdbcShows;
import io.briefcast.store.JdbcStoppedFeeds;
import io.briefcast.store.JdbcSubscriptions;
import io.briefcast.store.JdbcVotes;
import io.briefcast.store.Samples;
import io.briefcast.store.SqliteStore;
import io.briefcast.transcript.TranscriptFinder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A chat with the whole bot over a store of its own: say something, read the answer. */
public abstract class Dialogue {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Asker ADA = new Asker("chat", "", "u1", "Ada", true, true, BERLIN, Locale.ENGLISH);
    static final Asker BOB = new Asker("chat", "", "u2", "Bob", false, false, BERLIN, Locale.ENGLISH);
    static final Place CHANNEL = new Place("c1", "#insights", false);
    static final Place DIRECT = new Place("d1", "Ada", true);
    /** A Monday, 13:00 in Berlin. */
    protected static final Instant NOON = Samples.NOON;

    private static final int DIMENSION = 64;

    @TempDir
    Path folder;

    final SettableClock clock = new SettableClock();
    final FakePlatform platform = new FakePlatform();
    final Map<String, String> web = new HashMap<>();
    final List<String> readerSays = new ArrayList<>();
    Optional<String> readerCosts = Optional.empty();
    protected SqliteStore store;
    AliasTable aliases;
    Relations relations = Relations.UNKNOWN;
    protected Ports ports;
    protected Commands commands;
    CommandRouter router;
    CommandCatalogue catalogue;
    private int meanings;

    @BeforeEach
    void open() {
        clock.set(NOON);
        store = SqliteStore.open(folder.resolve("briefcast.db"));
        var db = store.database();
        var shows = new JdbcShows(db);
        var lists = new JdbcShowLists(db);
        var audiences = new JdbcAudiences(db);
        var episodes = new JdbcEpisodes(db, clock::now);
        var insights = new JdbcInsights(db);
        var subscriptions = new JdbcSubscriptions(db);
        var seen = new JdbcSeenInsights(db);
        var deliveries = new JdbcDeliveries(db);
        var votes = new JdbcVotes(db);
        var saved = new JdbcSavedInsights(db);
        var cards = new InsightCards(Optional.empty());
        aliases = AliasTable.ifThere(folder.resolve("aliases.txt"));
        var briefs = new DailyBriefs(
                new DailyBriefs.Sources(shows, lists, episodes, insights, seen, votes),
                new Ranker(AllSignals.inOrder(), RankingSettings.DEFAULTS),
                new BriefComposer(cards),
                new NoMeanings(),
                insight -> Set.of(),
                new BriefSettings(Duration.ofDays(3)),
                aliases);
        var settings = new DeliverySettings(Duration.ofHours(6), Duration.ofMinutes(1));
        var pipeline = new Pipeline(new Pipeline.Parts(
                db,
                clock::now,
                shows,
                lists,
                episodes,
                new JdbcOlderEpisodes(db),
                insights,
                new JdbcBoilerplate(db),
                subscriptions,
                seen,
                new JdbcStoppedFeeds(db),
                deliveries,
                (show, state, keys, now) -> new FeedReader.News(show, state, List.of()),
                new TranscriptFinder(List.of()),
                new NoExtractor(),
                new JdbcPassages(db),
                new PassageCutter(new NoMeanings()),
                episode -> List.of(),
                briefs,
                new Dispatcher(deliveries, List.of(), settings, clock::now),
                new PipelineSettings(Duration.ofSeconds(1), 1),
                settings,
                new BriefSettings(Duration.ofDays(3))));
        ports = new Ports(
                shows,
                lists,
                episodes,
                new JdbcOlderEpisodes(db),
                insights,
                new TranscriptFinder(List.of()),
                new NoExtractor(),
                aliases,
                (claim, others) -> relations.of(claim, others),
                new WordSearch(),
                cards,
                subscriptions,
                audiences,
                saved,
                votes,
                seen,
                deliveries,
                new JdbcQuestions(db, clock::now),
                new AudienceBriefs(briefs, deliveries),
                new FollowedShows(
                        pipeline,
                        this::fetch,
                        new ShowFinder(
                                this::fetch, new AppleDirectory(this::fetch, URI.create("https://apple.example")))),
                new StandingOrders(
                        db,
                        pipeline,
                        subscriptions,
                        saved,
                        votes,
                        seen,
                        deliveries,
                        new JdbcStoppedFeeds(db),
                        audiences),
                List.of(platform));
        commands = new Commands(ports);
        catalogue = new CommandCatalogue(commands.commands());
        router = new CommandRouter(
                catalogue, commands.buttons(), new SwitchedOff(ports.subscriptions(), ports.deliveries()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** The bot ends and starts again; what it knows then is in the store. */
    protected void restart() {
        close();
        open();
    }

    /** What the bot says to Ada in the channel. */
    String say(String line) {
        return say(ADA, CHANNEL, line);
    }

    String say(Asker asker, Place place, String line) {
        return text(answer(asker, place, line));
    }

    Answer answer(Asker asker, Place place, String line) {
        assertThat(line).as("a typed command").startsWith("/");
        return router.typed(asker, place, line.substring(1), clock.now());
    }

    String press(Asker asker, String actionId) {
        return text(pressed(asker, CHANNEL, actionId));
    }

    Answer pressed(Asker asker, Place place, String actionId) {
        return router.press(new Press(asker, place, actionId, "m1", clock.now()));
    }

    /** The id of the button with that label. */
    static String button(Answer answer, String label) {
        return answer.message().blocks().stream()
                .flatMap(Dialogue::actions)
                .filter(action -> action.label().equals(label))
                .map(Action::id)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " under " + text(answer)));
    }

    static List<String> labels(Answer answer) {
        return answer.message().blocks().stream()
                .filter(Block.Buttons.class::isInstance)
                .flatMap(Dialogue::actions)
                .map(Action::label)
                .toList();
    }

    private static Stream<Action> actions(Block block) {
        return switch (block) {
            case Block.Buttons buttons -> buttons.actions().stream();
            case Block.InsightCard card -> card.actions().stream();
            default -> Stream.empty();
        };
    }

    /** All words of an answer, a line a block. */
    static String text(Answer answer) {
        return answer.message().blocks().stream()
                .map(Dialogue::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String words(Block block) {
        return switch (block) {
            case Block.Heading heading -> heading.text();
            case Block.Paragraph paragraph -> paragraph.text();
            case Block.Footnote footnote -> footnote.text();
            case Block.Quotation quotation -> quotation.text();
            case Block.InsightCard card -> "[%s]".formatted(card.headline());
            case Block.Choice choice ->
                choice.options().stream()
                        .map(Block.Choice.Option::label)
                        .collect(Collectors.joining(", ", choice.label() + ": ", ""));
            default -> "";
        };
    }

    /** Follows a show of that title, with one insight of an episode of its own for each headline. */
    protected Show show(String title, String... headlines) {
        return show(Tenant.INSTALLATION, title, headlines);
    }

    /** The same for one tenant. */
    protected Show show(Tenant tenant, String title, String... headlines) {
        URI feed = URI.create("https://%s.example/feed"
                .formatted(title.toLowerCase(Locale.ROOT).replace(' ', '-')));
        Show bare = Show.unread(feed);
        Show show = new Show(bare.id(), feed, title, "", Optional.empty(), Optional.empty(), "en", List.of());
        ports.lists().follow(tenant, show, FeedState.untried(show.id(), NOON));
        for (String headline : headlines) {
            Episode episode = Samples.episode(show, "e-" + id(headline), NOON.minus(Duration.ofHours(1)));
            ports.episodes().save(episode, List.of(episode.id()));
            ports.insights().replace(episode.id(), List.of(insight(show, episode, headline)));
        }
        return show;
    }

    /** The episode of that headline was read by somebody; the bot's own reader is called "none". */
    void readBy(String reader, String headline) {
        ports.episodes()
                .save(new Reading("e-" + id(headline), Reading.State.READ, "", "published", 1, Map.of(), NOON, reader));
    }

    /** Ids are made from the headline: {@code id("Rents fall")}. */
    static String id(String headline) {
        return headline.toLowerCase(Locale.ROOT).replaceAll("\\W+", "-");
    }

    private Insight insight(Show show, Episode episode, String headline) {
        float[] meaning = new float[DIMENSION];
        meaning[meanings++ % DIMENSION] = 1;
        return new Insight(
                id(headline),
                episode.id(),
                show.id(),
                headline,
                "",
                new Quote(headline + ", um.", "Li Moss", Duration.ofSeconds(725), Duration.ofSeconds(730), false),
                9,
                0.8,
                episode.published(),
                "highlights-1",
                List.of(headline.split(" ", 2)[0].toLowerCase(Locale.ROOT)),
                new Embedding(meaning));
    }

    private Fetched fetch(FetchRequest request) {
        return Optional.ofNullable(web.get(request.address()))
                .<Fetched>map(body -> new Fetched.Body(
                        URI.create(request.address()),
                        body.getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ZERO))
                .orElseGet(() -> new Fetched.Refused(Fetched.Reason.NOT_FOUND, "There is nothing at this address."));
    }

    /** Finds what holds the first word of the topic. */
    private final class WordSearch implements InsightSearch {
        @Override
        public SearchResult search(TopicQuery query) {
            String word = query.text().toLowerCase(Locale.ROOT).split(" ", 2)[0];
            List<Hit> all = all().stream()
                    .filter(insight ->
                            insight.headline().toLowerCase(Locale.ROOT).contains(word))
                    .filter(insight -> query.within().has(insight.showId()))
                    .filter(insight -> query.showId()
                            .filter(show -> !show.equals(insight.showId()))
                            .isEmpty())
                    .filter(insight ->
                            query.from().filter(insight.published()::isBefore).isEmpty())
                    .map(insight -> new Hit(insight, 1, List.of(word)))
                    .toList();
            int from = Math.min(all.size(), query.page() * query.pageSize());
            int to = Math.min(all.size(), from + query.pageSize());
            return new SearchResult(all.subList(from, to), List.of(), true, to < all.size());
        }

        @Override
        public List<Hit> related(Insight insight, int limit, Followed within) {
            return all().stream()
                    .filter(other -> !other.showId().equals(insight.showId()))
                    .filter(other -> within.has(other.showId()))
                    .limit(limit)
                    .map(other -> new Hit(other, 1))
                    .toList();
        }

        @Override
        public Set<String> otherShows(Insight insight, double nearness, Duration around, int limit) {
            return Set.of();
        }

        private List<Insight> all() {
            List<Insight> all = new ArrayList<>(ports.insights().published(Instant.EPOCH, NOON.plusSeconds(1)));
            all.sort(java.util.Comparator.comparing(Insight::headline));
            return all;
        }
    }

    private static final class NoMeanings implements Embedder {
        @Override
        public int dimension() {
            return DIMENSION;
        }

        @Override
        public List<Embedding> embed(List<String> passages) {
            throw new IllegalStateException("commands embed no passages");
        }

        @Override
        public Embedding query(String text) {
            return new Embedding(new float[DIMENSION]);
        }
    }

    private final class NoExtractor implements InsightExtractor {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public Extraction extract(Source source) {
            return new Extraction(List.of(), List.of(), Map.of(), Set.of(), "");
        }

        @Override
        public List<String> report(Instant now) {
            return readerSays;
        }

        @Override
        public Optional<String> cost(int episodes, Instant now) {
            return readerCosts;
        }
    }
}
