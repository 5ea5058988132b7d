package io.briefcast;

import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.InsightCards;
import io.briefcast.brief.SeenInsights;
import io.briefcast.delivery.ChatPlatform;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Dispatcher;
import io.briefcast.feed.FeedRefresher;
import io.briefcast.insight.Boilerplate;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Insights;
import io.briefcast.language.AliasTable;
import io.briefcast.language.Embedder;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.pipeline.PublishedFeeds;
import io.briefcast.podcast.Chapters;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.ranking.OtherShows;
import io.briefcast.ranking.Ranker;
import io.briefcast.ranking.Signal;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.PassageCutter;
import io.briefcast.search.Passages;
import io.briefcast.store.Database;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.Subscriptions;
import io.briefcast.subscription.Votes;
import io.briefcast.transcript.TranscriptFinder;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** From insights to a brief and to those who wait for it; the pipeline does all of it at its time. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    RankingSettings.class,
    BriefSettings.class,
    DeliverySettings.class,
    PipelineSettings.class
})
@ComponentScan("io.briefcast.ranking.signal")
class BriefConfiguration {
    @Bean
    Ranker ranker(List<Signal> signals, RankingSettings settings) {
        return new Ranker(signals, settings);
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
}
