package io.briefcast;

import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.InsightCards;
import io.briefcast.brief.SeenInsights;
import io.briefcast.command.Briefs;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import io.briefcast.command.Questions;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.command.ShowDesk;
import io.briefcast.command.Vocabulary;
import io.briefcast.command.verb.Commands;
import io.briefcast.command.verb.KnownVocabulary;
import io.briefcast.command.verb.Ports;
import io.briefcast.command.verb.SwitchedOff;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.delivery.Installations;
import io.briefcast.feed.AppleDirectory;
import io.briefcast.feed.CachedDirectory;
import io.briefcast.feed.FeedParser;
import io.briefcast.feed.FeedRefresher;
import io.briefcast.feed.LookedAt;
import io.briefcast.feed.PodcastIndexDirectory;
import io.briefcast.feed.PublishedChapters;
import io.briefcast.feed.ShowDirectory;
import io.briefcast.feed.ShowFinder;
import io.briefcast.http.ApacheHttpFetcher;
import io.briefcast.http.HttpFetcher;
import io.briefcast.insight.Boilerplate;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Insights;
import io.briefcast.insight.Relations;
import io.briefcast.insight.extract.ExtractiveExtractor;
import io.briefcast.insight.extract.llm.LangChainModel;
import io.briefcast.insight.extract.llm.LlmExtractor;
import io.briefcast.language.AliasTable;
import io.briefcast.language.Embedder;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.pipeline.AudienceBriefs;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.pipeline.FollowedShows;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.pipeline.PublishedFeeds;
import io.briefcast.pipeline.StandingOrders;
import io.briefcast.podcast.Chapters;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.ranking.OtherShows;
import io.briefcast.ranking.Ranker;
import io.briefcast.ranking.Signal;
import io.briefcast.search.InsightIndex;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.PassageCutter;
import io.briefcast.search.Passages;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcAudiences;
import io.briefcast.store.JdbcBoilerplate;
import io.briefcast.store.JdbcColdOpens;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcInsights;
import io.briefcast.store.JdbcInstallations;
import io.briefcast.store.JdbcModelAnswers;
import io.briefcast.store.JdbcOlderEpisodes;
import io.briefcast.store.JdbcPassages;
import io.briefcast.store.JdbcQuestions;
import io.briefcast.store.JdbcSavedInsights;
import io.briefcast.store.JdbcSeenInsights;
import io.briefcast.store.JdbcShowLists;
import io.briefcast.store.JdbcShows;
import io.briefcast.store.JdbcSpeechLedger;
import io.briefcast.store.JdbcSpending;
import io.briefcast.store.JdbcStoppedFeeds;
import io.briefcast.store.JdbcSubscriptions;
import io.briefcast.store.JdbcVotes;
import io.briefcast.store.SqliteStore;
import io.briefcast.subscription.Audiences;
import io.briefcast.subscription.SavedInsights;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.Subscriptions;
import io.briefcast.subscription.Votes;
import io.briefcast.transcript.TranscriptFinder;
import io.briefcast.transcript.TranscriptFormat;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptSource;
import io.briefcast.transcript.source.speech.SpeechToText;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.annotation.Order;

/** Wires the core, in the order in which an insight passes it; the strategies are found in their packages. */
@AutoConfiguration
@EnableConfigurationProperties({
    BriefcastSettings.class,
    FetchSettings.class,
    FeedSettings.class,
    DirectorySettings.class,
    InsightSettings.class,
    TopicSettings.class,
    LlmSettings.class,
    SpeechSettings.class,
    RankingSettings.class,
    BriefSettings.class,
    DeliverySettings.class,
    PipelineSettings.class
})
@ComponentScan({"io.briefcast.transcript.format", "io.briefcast.transcript.source", "io.briefcast.ranking.signal"})
public class CoreConfiguration {
    /** As long as anybody looks at a button that was pressed. */
    private static final Duration RELATIONS_WITHIN = Duration.ofSeconds(8);

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    SqliteStore store(BriefcastSettings settings) {
        return SqliteStore.open(settings.dataDir().resolve("briefcast.db"));
    }

    @Bean
    Database database(SqliteStore store) {
        return store.database();
    }

    @Bean
    Shows shows(Database database) {
        return new JdbcShows(database);
    }

    @Bean
    ShowLists showLists(Database database) {
        return new JdbcShowLists(database);
    }

    @Bean
    Episodes episodes(Database database, InstantSource clock) {
        return new JdbcEpisodes(database, clock);
    }

    @Bean
    OlderEpisodes olderEpisodes(Database database) {
        return new JdbcOlderEpisodes(database);
    }

    @Bean
    Insights insights(Database database) {
        return new JdbcInsights(database);
    }

    @Bean
    Passages passages(Database database) {
        return new JdbcPassages(database);
    }

    @Bean
    PassageCutter passageCutter(Embedder embedder) {
        return new PassageCutter(embedder);
    }

    @Bean
    Boilerplate boilerplate(Database database) {
        return new JdbcBoilerplate(database);
    }

    @Bean
    Subscriptions subscriptions(Database database) {
        return new JdbcSubscriptions(database);
    }

    @Bean
    Audiences audiences(Database database) {
        return new JdbcAudiences(database);
    }

    @Bean
    SeenInsights seenInsights(Database database) {
        return new JdbcSeenInsights(database);
    }

    @Bean
    StoppedFeeds stoppedFeeds(Database database) {
        return new JdbcStoppedFeeds(database);
    }

    @Bean
    Votes votes(Database database) {
        return new JdbcVotes(database);
    }

    @Bean
    Deliveries deliveries(Database database) {
        return new JdbcDeliveries(database);
    }

    @Bean
    Installations installations(Database database) {
        return new JdbcInstallations(database);
    }

    @Bean
    HttpFetcher httpFetcher(FetchSettings settings, InstantSource clock) {
        return new ApacheHttpFetcher(settings, clock);
    }

    @Bean
    LookedAt lookedAt(HttpFetcher fetcher) {
        return new LookedAt(fetcher);
    }

    @Bean
    FeedRefresher feedRefresher(LookedAt feeds, FeedSettings settings) {
        return new FeedRefresher(feeds.forReaders(), new FeedParser(), settings);
    }

    @Bean
    @ConditionalOnMissingBean
    ShowDirectory showDirectory(HttpFetcher fetcher, DirectorySettings settings, InstantSource clock) {
        List<ShowDirectory> directories = new ArrayList<>();
        directories.add(new AppleDirectory(fetcher, settings.appleUrl()));
        settings.podcastIndexKey()
                .flatMap(key -> settings.podcastIndexSecret()
                        .map(secret ->
                                new PodcastIndexDirectory.Account(settings.podcastIndexUrl(), key, secret.reveal())))
                .map(account -> new PodcastIndexDirectory(fetcher, account, clock))
                .ifPresent(directories::add);
        return new CachedDirectory(directories, clock);
    }

    @Bean
    Chapters chapters(HttpFetcher fetcher) {
        return new PublishedChapters(fetcher);
    }

    @Bean
    ShowFinder showFinder(LookedAt feeds, ShowDirectory directory) {
        return new ShowFinder(feeds.forPeople(), directory);
    }

    @Bean
    TranscriptReader transcriptReader(List<TranscriptFormat> formats) {
        return new TranscriptReader(formats);
    }

    /** Between what publishers offer and the show notes. */
    @Bean
    @Order(50)
    @ConditionalOnProperty("briefcast.speech.base-url")
    TranscriptSource speechToText(
            BriefcastSettings settings,
            SpeechSettings speech,
            HttpFetcher fetcher,
            TranscriptReader reader,
            Database database,
            InstantSource clock) {
        return new SpeechToText(
                speech.baseUrl().orElseThrow(),
                speech,
                fetcher,
                reader,
                new JdbcModelAnswers(database),
                new JdbcSpeechLedger(database),
                settings.dataDir().resolve("audio"),
                clock);
    }

    @Bean
    TranscriptFinder transcriptFinder(List<TranscriptSource> sources) {
        return new TranscriptFinder(sources);
    }

    @Bean
    AliasTable aliasTable(BriefcastSettings settings, TopicSettings topics) {
        return topics.table(settings.dataDir());
    }

    @Bean
    Embedder embedder() {
        return new OnnxEmbedder();
    }

    @Bean
    InsightExtractor insightExtractor(
            Embedder embedder, InsightSettings settings, LlmSettings llm, Database database, InstantSource clock) {
        InsightExtractor highlights = new ExtractiveExtractor(embedder, settings, new JdbcColdOpens(database));
        return llm.provider()
                .map(provider -> LangChainModel.of(provider, llm))
                .<InsightExtractor>map(model -> new LlmExtractor(
                        highlights,
                        model,
                        new JdbcModelAnswers(database),
                        new JdbcSpending(database),
                        embedder,
                        llm,
                        settings,
                        clock))
                .orElse(highlights);
    }

    @Bean
    Relations relations(InsightExtractor extractor) {
        return extractor instanceof LlmExtractor llm
                ? llm.relations(Thread::startVirtualThread, RELATIONS_WITHIN)
                : Relations.UNKNOWN;
    }

    @Bean
    InsightIndex insightIndex(
            BriefcastSettings settings,
            Insights insights,
            Passages passages,
            Shows shows,
            Embedder embedder,
            AliasTable aliases) {
        return InsightIndex.open(settings.dataDir().resolve("index"), insights, passages, shows, embedder, aliases);
    }

    @Bean
    Ranker ranker(List<Signal> signals, RankingSettings settings) {
        return new Ranker(signals, settings);
    }

    @Bean
    InsightCards insightCards(BriefcastSettings settings) {
        return new InsightCards(settings.publicUrl().map(URI::create));
    }

    @Bean
    BriefComposer briefComposer(InsightCards cards) {
        return new BriefComposer(cards);
    }

    @Bean
    DailyBriefs.Sources briefSources(
            Shows shows, ShowLists lists, Episodes episodes, Insights insights, SeenInsights seen, Votes votes) {
        return new DailyBriefs.Sources(shows, lists, episodes, insights, seen, votes);
    }

    @Bean
    DailyBriefs dailyBriefs(
            DailyBriefs.Sources sources,
            Ranker ranker,
            BriefComposer composer,
            Embedder embedder,
            InsightSearch search,
            BriefSettings settings,
            AliasTable aliases) {
        return new DailyBriefs(sources, ranker, composer, embedder, new OtherShows(search), settings, aliases);
    }

    @Bean
    Dispatcher dispatcher(
            Deliveries deliveries, List<ChatPlatform> platforms, DeliverySettings settings, InstantSource clock) {
        return new Dispatcher(deliveries, platforms, settings, clock);
    }

    @Bean
    Pipeline pipeline(
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
            FeedRefresher refresher,
            TranscriptFinder transcripts,
            InsightExtractor extractor,
            Passages passages,
            PassageCutter cutter,
            Chapters chapters,
            DailyBriefs briefs,
            Dispatcher dispatcher,
            PipelineSettings pipelineSettings,
            DeliverySettings deliverySettings,
            BriefSettings briefSettings) {
        return new Pipeline(new Pipeline.Parts(
                database,
                clock,
                shows,
                lists,
                episodes,
                older,
                insights,
                boilerplate,
                subscriptions,
                seen,
                stopped,
                deliveries,
                new PublishedFeeds(refresher),
                transcripts,
                extractor,
                passages,
                cutter,
                chapters,
                briefs,
                dispatcher,
                pipelineSettings,
                deliverySettings,
                briefSettings));
    }

    @Bean
    SavedInsights savedInsights(Database database) {
        return new JdbcSavedInsights(database);
    }

    @Bean
    Questions questions(SqliteStore store, InstantSource clock) {
        return new JdbcQuestions(store.quick(), clock);
    }

    @Bean
    Briefs briefs(DailyBriefs briefs, Deliveries deliveries) {
        return new AudienceBriefs(briefs, deliveries);
    }

    @Bean
    ShowDesk showDesk(Pipeline pipeline, HttpFetcher fetcher, ShowFinder finder) {
        return new FollowedShows(pipeline, fetcher, finder);
    }

    @Bean
    ScheduleDesk scheduleDesk(
            Database database,
            Pipeline pipeline,
            Subscriptions subscriptions,
            SavedInsights saved,
            Votes votes,
            SeenInsights seen,
            Deliveries deliveries,
            StoppedFeeds stopped,
            Audiences audiences) {
        return new StandingOrders(
                database, pipeline, subscriptions, saved, votes, seen, deliveries, stopped, audiences);
    }

    @Bean
    Commands commands(
            Shows shows,
            ShowLists lists,
            Episodes episodes,
            OlderEpisodes older,
            Insights insights,
            TranscriptFinder transcripts,
            InsightExtractor extractor,
            AliasTable aliases,
            Relations relations,
            InsightSearch search,
            InsightCards cards,
            Subscriptions subscriptions,
            Audiences audiences,
            SavedInsights saved,
            Votes votes,
            SeenInsights seen,
            Deliveries deliveries,
            Questions questions,
            Briefs briefs,
            ShowDesk showDesk,
            ScheduleDesk scheduleDesk,
            List<ChatPlatform> platforms) {
        return new Commands(new Ports(
                shows,
                lists,
                episodes,
                older,
                insights,
                transcripts,
                extractor,
                aliases,
                relations,
                search,
                cards,
                subscriptions,
                audiences,
                saved,
                votes,
                seen,
                deliveries,
                questions,
                briefs,
                showDesk,
                scheduleDesk,
                platforms));
    }

    @Bean
    CommandCatalogue commandCatalogue(Commands commands) {
        return new CommandCatalogue(commands.commands());
    }

    @Bean
    CommandRouter commandRouter(
            CommandCatalogue catalogue, Commands commands, Subscriptions subscriptions, Deliveries deliveries) {
        return new CommandRouter(catalogue, commands.buttons(), new SwitchedOff(subscriptions, deliveries));
    }

    @Bean
    @ConditionalOnMissingBean
    Vocabulary vocabulary(
            Shows shows,
            ShowLists lists,
            Insights insights,
            Subscriptions subscriptions,
            ShowDesk desk,
            AliasTable aliases,
            InstantSource clock) {
        return new KnownVocabulary(
                shows, lists, insights, subscriptions, desk, aliases, clock, Thread::startVirtualThread);
    }

    @Bean
    @ConditionalOnMissingBean
    Completion completion(CommandCatalogue catalogue, Vocabulary vocabulary) {
        return new Completion(catalogue, vocabulary);
    }
}
