package io.briefcast.app.web;

import io.briefcast.BriefcastSettings;
import java.net.URI;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Guards the pages. */
@Configuration
class WebConfiguration {
    @Bean
    LocalOnly localOnly(BriefcastSettings settings) {
        return new LocalOnly(settings.publicUrl().map(URI::create));
    }
}
