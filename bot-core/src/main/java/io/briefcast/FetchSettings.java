package io.briefcast;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Briefcast asks other people's servers.
 *
 * @param allowedHosts hosts on private networks that may be asked all the same, by name or literal address; public hosts
 *     need not be named
 * @param contact address or mail that publishers see in the User-Agent, so that they can reach you; none means the
 *     project's name alone
 * @param connectTimeout longest wait for a connection
 * @param deadline longest time for one whole call, redirects included
 * @param hostGap shortest time between the starts of two requests to one public host
 */
@ConfigurationProperties(prefix = "briefcast.fetch", ignoreUnknownFields = false)
public record FetchSettings(
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue("") String contact,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration deadline,
        @DefaultValue("1s") Duration hostGap) {
    public FetchSettings {
        allowedHosts = Set.copyOf(allowedHosts);
        if (deadline.compareTo(Duration.ofSeconds(1)) < 0 || deadline.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "briefcast.fetch.deadline is %s; allowed is 1s to 10m".formatted(deadline));
        }
    }
}
