package io.briefcast;

import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where shows are looked up by name.
 *
 * @param appleUrl what stands before {@code /search} and {@code /lookup} of Apple's catalogue, which needs no key; another
 *     one than Apple's own is for tests and proxies
 * @param podcastIndexUrl what stands before {@code /search/byterm} of the Podcast Index
 * @param podcastIndexKey key of the Podcast Index, free at https://api.podcastindex.org; with it and the secret the index
 *     is asked too
 * @param podcastIndexSecret secret that goes with the key
 */
@ConfigurationProperties(prefix = "briefcast.directory", ignoreUnknownFields = false)
public record DirectorySettings(
        @DefaultValue("https://itunes.apple.com") URI appleUrl,

        @DefaultValue("https://api.podcastindex.org/api/1.0")
        URI podcastIndexUrl,

        Optional<String> podcastIndexKey,
        Optional<Secret> podcastIndexSecret) {
    public DirectorySettings {
        if (podcastIndexKey.isPresent() != podcastIndexSecret.isPresent()) {
            throw new IllegalArgumentException("briefcast.directory.podcast-index-key and"
                    + " briefcast.directory.podcast-index-secret go together; allowed is both or none");
        }
    }
}
