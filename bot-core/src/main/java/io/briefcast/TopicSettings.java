package io.briefcast;

import io.briefcast.language.AliasTable;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What topics are called.
 *
 * @param aliases file of names that mean the same, one thing a line, such as {@code OpenAI = Open AI}; read again when it
 *     changes; none means {@code aliases.txt} in the data folder, if it is there
 */
@ConfigurationProperties(prefix = "briefcast.topics", ignoreUnknownFields = false)
public record TopicSettings(Optional<Path> aliases) {
    AliasTable table(Path dataDir) {
        return aliases.map(AliasTable::in).orElseGet(() -> AliasTable.ifThere(dataDir.resolve("aliases.txt")));
    }
}
