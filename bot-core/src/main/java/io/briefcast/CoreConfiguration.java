package io.briefcast;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Wires the core, in the order in which an insight passes it; the strategies are found in their packages. */
@AutoConfiguration
@EnableConfigurationProperties(BriefcastSettings.class)
@Import({
    StoreConfiguration.class,
    FeedConfiguration.class,
    InsightConfiguration.class,
    BriefConfiguration.class,
    CommandConfiguration.class
})
public class CoreConfiguration {
    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }
}
