package io.briefcast.adapter.discord;

import io.briefcast.Secret;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Briefcast talks to Discord. The token comes from the app's page at https://discord.com/developers/applications.
 *
 * @param token token of the bot ("Bot", "Reset Token"); setting it switches Discord on. No privileged intent is needed
 * @param forum what a forum gets: one post a day ({@code daily}), or one for every insight ({@code insights})
 * @param admins ids of people who may change every channel's schedule, and the shows, also in direct messages; where there
 *     are any, nobody else changes the shows. Such as {@code 123456789012345678} ("Copy User ID")
 * @param apiUrl address of Discord's REST API; another one than Discord's own is for tests and proxies
 */
@ConfigurationProperties(prefix = "briefcast.discord", ignoreUnknownFields = false)
public record DiscordSettings(
        Optional<Secret> token,
        @DefaultValue("daily") ForumPosts forum,
        @DefaultValue Set<String> admins,
        @DefaultValue("https://discord.com/api/v10/") URI apiUrl) {
    public DiscordSettings {
        admins = Set.copyOf(admins);
        if (token.isPresent() && token.get().reveal().isBlank()) {
            throw new IllegalArgumentException(
                    "briefcast.discord.token is blank; allowed is the bot's token, or no such setting");
        }
        if (!apiUrl.toString().endsWith("/")) {
            throw new IllegalArgumentException(
                    "briefcast.discord.api-url is %s; allowed is an address that ends with a slash".formatted(apiUrl));
        }
    }
}
