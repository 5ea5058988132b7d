package io.briefcast;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are.
 *
 * @param dataDir folder of the store and the search index; made when it is not there
 * @param publicUrl address under which people reach the web pages, for links in messages; none means no such links
 * @param zone time zone of the page of today, its feed and the command {@code brief}, such as Europe/Berlin; none means
 *     that of the machine
 */
@ConfigurationProperties("briefcast")
public record BriefcastSettings(
        @DefaultValue("briefcast-data") Path dataDir, Optional<String> publicUrl, Optional<ZoneId> zone) {
    @ConstructorBinding
    public BriefcastSettings {}

    /** In the time zone of the machine. */
    public BriefcastSettings(Path dataDir, Optional<String> publicUrl) {
        this(dataDir, publicUrl, Optional.empty());
    }

    /** The local date for whoever is nobody in particular. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zoneOrLocal());
    }

    /** Whose days are meant where nobody says. */
    public ZoneId zoneOrLocal() {
        return zone.orElseGet(ZoneId::systemDefault);
    }
}
