package io.briefcast;

import io.briefcast.brief.SeenInsights;
import io.briefcast.command.Questions;
import io.briefcast.delivery.Deliveries;
import io.briefcast.delivery.Installations;
import io.briefcast.insight.Boilerplate;
import io.briefcast.insight.Insights;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.search.Passages;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcAudiences;
import io.briefcast.store.JdbcBoilerplate;
import io.briefcast.store.JdbcDeliveries;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcInsights;
import io.briefcast.store.JdbcInstallations;
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
import io.briefcast.store.SqliteStore;
import io.briefcast.subscription.Audiences;
import io.briefcast.subscription.SavedInsights;
import io.briefcast.subscription.StoppedFeeds;
import io.briefcast.subscription.Subscriptions;
import io.briefcast.subscription.Votes;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What Briefcast keeps: one database, behind the ports of those who need it. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
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
    SavedInsights savedInsights(Database database) {
        return new JdbcSavedInsights(database);
    }

    @Bean
    Questions questions(SqliteStore store, InstantSource clock) {
        return new JdbcQuestions(store.quick(), clock);
    }

    @Bean
    Deliveries deliveries(Database database) {
        return new JdbcDeliveries(database);
    }

    @Bean
    Installations installations(Database database) {
        return new JdbcInstallations(database);
    }
}
