package io.briefcast.app.demo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The bundled shows.
 *
 * @param enabled whether the bundled shows are read as long as no other show is followed
 * @param port loopback port on which they are published, 1024 to 65535
 */
@ConfigurationProperties(prefix = "briefcast.demo", ignoreUnknownFields = false)
public record DemoSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("8098") int port) {
    public DemoSettings {
        if (port < 1024 || port > 65_535) {
            throw new IllegalArgumentException("briefcast.demo.port is %d; allowed is 1024 to 65535".formatted(port));
        }
    }
}
