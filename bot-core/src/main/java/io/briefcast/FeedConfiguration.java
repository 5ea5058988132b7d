package io.briefcast;

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
import io.briefcast.podcast.Chapters;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcModelAnswers;
import io.briefcast.store.JdbcSpeechLedger;
import io.briefcast.transcript.TranscriptFinder;
import io.briefcast.transcript.TranscriptFormat;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptSource;
import io.briefcast.transcript.source.speech.SpeechToText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** From the network to an episode and its words. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FetchSettings.class, FeedSettings.class, DirectorySettings.class, SpeechSettings.class})
@ComponentScan({"io.briefcast.transcript.format", "io.briefcast.transcript.source"})
class FeedConfiguration {
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
}
