package io.briefcast;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which language model reads the episodes, and how much of it. Without a provider none does, and nothing leaves the
 * machine.
 *
 * @param provider {@code openai} (any server that speaks its chat completions), {@code anthropic} or {@code ollama};
 *     setting it sends transcripts there
 * @param model the model's name as the provider knows it
 * @param apiKey the provider's key; Ollama and most servers of one's own need none
 * @param baseUrl address of the provider's interface; none means the provider's own, for Ollama the one on this machine
 * @param timeout longest time for one answer, 1s to 30m
 * @param temperature 0 gives the same answer to the same words; empty for models that do not take one
 * @param jsonSchema whether the model is held to the answer's form by the provider; {@code false} for servers that
 *     cannot, which are then told in words
 * @param windowTokens tokens of transcript a call, 500 to 100000
 * @param tokensPerEpisode most tokens a day that one episode may cost
 * @param tokensPerShow most tokens a day for all episodes of one show
 * @param tokensPerDay most tokens a day in all; days are those of UTC
 */
@ConfigurationProperties(prefix = "briefcast.llm", ignoreUnknownFields = false)
public record LlmSettings(
        Optional<Provider> provider,
        Optional<String> model,
        Optional<Secret> apiKey,
        Optional<URI> baseUrl,
        @DefaultValue("2m") Duration timeout,
        @DefaultValue("0") String temperature,
        @DefaultValue("true") boolean jsonSchema,
        @DefaultValue("5000") int windowTokens,
        @DefaultValue("100000") long tokensPerEpisode,
        @DefaultValue("300000") long tokensPerShow,
        @DefaultValue("1000000") long tokensPerDay) {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    public LlmSettings {
        if (provider.isPresent() && model.filter(name -> !name.isBlank()).isEmpty()) {
            throw new IllegalArgumentException(
                    "briefcast.llm.provider is set without briefcast.llm.model; allowed is a model's name, such as one"
                            + " that the provider lists");
        }
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("briefcast.llm.timeout is %s; allowed is 1s to 30m".formatted(timeout));
        }
        if (windowTokens < 500 || windowTokens > 100_000) {
            throw new IllegalArgumentException(
                    "briefcast.llm.window-tokens is %d; allowed is 500 to 100000".formatted(windowTokens));
        }
        if (!temperature.isBlank() && !temperature.matches("[01](?:\\.\\d{1,3})?|2(?:\\.0)?")) {
            throw new IllegalArgumentException(
                    "briefcast.llm.temperature is %s; allowed is 0 to 2, or nothing".formatted(temperature));
        }
        if (tokensPerEpisode < 0 || tokensPerShow < 0 || tokensPerDay < 0) {
            throw new IllegalArgumentException(
                    "briefcast.llm.tokens-per-episode, tokens-per-show and tokens-per-day are"
                            + " %d, %d and %d; allowed is 0 or more"
                                    .formatted(tokensPerEpisode, tokensPerShow, tokensPerDay));
        }
    }

    /** Whose way of talking. */
    public enum Provider {
        OPENAI,
        ANTHROPIC,
        OLLAMA
    }
}
