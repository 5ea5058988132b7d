package io.briefcast.adapter.slack;

import io.briefcast.BriefcastSettings;
import io.briefcast.CoreConfiguration;
import io.briefcast.command.AppManifest;
import io.briefcast.command.CommandCatalogue;
import java.net.URI;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/** The manifest is needed before there is a token. */
@AutoConfiguration(after = CoreConfiguration.class)
public class SlackManifestConfiguration {
    @Bean
    @ConditionalOnBean(CommandCatalogue.class)
    AppManifest slackManifest(CommandCatalogue catalogue, BriefcastSettings settings) {
        return new SlackManifest(catalogue, settings.publicUrl().map(URI::create));
    }
}
