package io.briefcast;

import io.briefcast.brief.InsightCards;
import io.briefcast.insight.InsightExtractor;
import io.briefcast.insight.Insights;
import io.briefcast.insight.Relations;
import io.briefcast.insight.extract.ExtractiveExtractor;
import io.briefcast.insight.extract.llm.LangChainModel;
import io.briefcast.insight.extract.llm.LlmExtractor;
import io.briefcast.language.AliasTable;
import io.briefcast.language.Embedder;
import io.briefcast.language.OnnxEmbedder;
import io.briefcast.podcast.Shows;
import io.briefcast.search.InsightIndex;
import io.briefcast.search.PassageCutter;
import io.briefcast.search.Passages;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcColdOpens;
import io.briefcast.store.JdbcModelAnswers;
import io.briefcast.store.JdbcSpending;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From words to insights that can be found again. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({InsightSettings.class, TopicSettings.class, LlmSettings.class})
class InsightConfiguration {
    /** As long as anybody looks at a button that was pressed. */
    private static final Duration RELATIONS_WITHIN = Duration.ofSeconds(8);

    @Bean
    AliasTable aliasTable(BriefcastSettings settings, TopicSettings topics) {
        return topics.table(settings.dataDir());
    }

    @Bean
    Embedder embedder() {
        return new OnnxEmbedder();
    }

    @Bean
    PassageCutter passageCutter(Embedder embedder) {
        return new PassageCutter(embedder);
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
        return InsightIndex.open(
                settings.dataDir().resolve("index"), insights, passages, shows::find, embedder, aliases);
    }

    @Bean
    InsightCards insightCards(BriefcastSettings settings) {
        return new InsightCards(settings.publicUrl().map(URI::create));
    }
}
