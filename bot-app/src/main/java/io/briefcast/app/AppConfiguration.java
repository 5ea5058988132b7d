package io.briefcast.app;

import io.briefcast.FetchSettings;
import io.briefcast.app.demo.DemoFetcher;
import io.briefcast.app.demo.DemoPublisher;
import io.briefcast.app.demo.DemoSettings;
import io.briefcast.brief.InsightCards;
import io.briefcast.http.HttpFetcher;
import io.briefcast.insight.Insights;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.ShowLists;
import io.briefcast.podcast.Shows;
import io.briefcast.search.InsightIndex;
import io.briefcast.search.InsightSearch;
import io.briefcast.search.TopicDesk;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Wires what only the executable has. */
@Configuration
@EnableConfigurationProperties(DemoSettings.class)
class AppConfiguration {
    /** Everything is asked through this one; the bundled shows are the only private address that it knows by itself. */
    @Bean
    @Primary
    DemoFetcher demoFetcher(
            @Qualifier("httpFetcher") HttpFetcher everywhere,
            FetchSettings fetch,
            DemoSettings demo,
            InstantSource clock) {
        return new DemoFetcher(everywhere, fetch, demo.port(), clock);
    }

    @Bean
    DemoPublisher demoPublisher(DemoSettings settings, Shows shows, Pipeline pipeline, InstantSource clock) {
        return new DemoPublisher(settings, shows, pipeline, clock);
    }

    @Bean
    TopicAnswers topicAnswers(
            InsightSearch search,
            Shows shows,
            ShowLists lists,
            Insights insights,
            Episodes episodes,
            InsightCards cards) {
        return new TopicAnswers(
                search, new TopicDesk(search, shows, episodes, insights), shows, lists, episodes, cards);
    }

    @Bean
    @Profile("serve")
    Serving serving(Pipeline pipeline, DemoPublisher demo, InsightIndex index, Episodes episodes) {
        return new Serving(pipeline, demo, index, episodes);
    }
}
