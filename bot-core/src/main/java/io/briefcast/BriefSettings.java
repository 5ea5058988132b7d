package io.briefcast;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a brief is picked from.
 *
 * @param window how far back episodes may have come out, 1d to 30d; transcripts often follow a day or two later
 */
@ConfigurationProperties(prefix = "briefcast.brief", ignoreUnknownFields = false)
public record BriefSettings(@DefaultValue("3d") Duration window) {
    public BriefSettings {
        if (window.compareTo(Duration.ofDays(1)) < 0 || window.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException(
                    "briefcast.brief.window is %s; give a duration from 1d to 30d".formatted(window));
        }
    }
}
