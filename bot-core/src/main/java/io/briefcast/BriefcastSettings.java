package io.briefcast;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are.
 *
 * @param dataDir folder of the store and the search index; made when it is not there
 * @param publicUrl address under which people reach the web pages, for links in messages; none means no such links
 */
@ConfigurationProperties("briefcast")
public record BriefcastSettings(
        @DefaultValue("briefcast-data") Path dataDir, Optional<String> publicUrl) {}
