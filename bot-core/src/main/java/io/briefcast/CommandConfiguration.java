package io.briefcast;

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
import io.briefcast.feed.ShowFinder;
import io.briefcast.http.HttpFetcher;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Insights;
import io.briefcast.insight.Relations;
import io.briefcast.language.AliasTable;
import io.briefcast.pipeline.AudienceBriefs;
import io.briefcast.pipeline.DailyBriefs;
import io.briefcast.pipeline.FollowedShows;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.pipeline.StandingOrders;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.search.InsightSearch;
import io.briefcast.store.Database;
import io.briefcast.subscription.Audiences;
import io.briefcast.subscription.SavedInsights;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.Subscriptions;
import io.briefcast.subscription.Votes;
import io.briefcast.transcript.TranscriptFinder;
import java.time.InstantSource;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people may ask for, and who answers. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {
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
