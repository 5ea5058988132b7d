package io.briefcast.insight.extract.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.briefcast.LlmSettings;
import io.briefcast.Secret;
import io.briefcast.http.ServiceException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model behind one of three interfaces, through LangChain4j: OpenAI's chat completions, Anthropic's, Ollama's. */
public final class LangChainModel implements Model {
    private static final URI OPENAI = URI.create("https://api.openai.com/v1");
    private static final URI ANTHROPIC = URI.create("https://api.anthropic.com/v1");
    private static final URI OLLAMA = URI.create("http://localhost:11434");
    /** Instructions and answer, besides the transcript. */
    private static final int BESIDES = 4_000;
    /** Marked words and foreign alphabets take more tokens than plain English. */
    private static final double MARKED = 1.6;

    private final String name;
    private final ChatModel model;
    private final boolean schema;

    private LangChainModel(String name, ChatModel model, boolean schema) {
        this.name = name;
        this.model = model;
        this.schema = schema;
    }

    /** The model that the settings name. */
    public static LangChainModel of(LlmSettings.Provider provider, LlmSettings settings) {
        String model = settings.model().orElseThrow();
        ChatModel chat = switch (provider) {
            case OPENAI -> openAi(model, settings);
            case ANTHROPIC -> anthropic(model, settings);
            case OLLAMA -> ollama(model, settings);
        };
        String name = provider.name().toLowerCase(Locale.ROOT) + "/" + model;
        return new LangChainModel(name, chat, settings.jsonSchema());
    }

    private static ChatModel openAi(String model, LlmSettings settings) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(ModelHttpClient.builder(settings.timeout()))
                .baseUrl(settings.baseUrl().orElse(OPENAI).toString())
                .apiKey(settings.apiKey().map(Secret::reveal).orElse("none"))
                .modelName(model)
                .temperature(temperature(settings))
                .strictJsonSchema(true)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static ChatModel anthropic(String model, LlmSettings settings) {
        return AnthropicChatModel.builder()
                .httpClientBuilder(ModelHttpClient.builder(settings.timeout()))
                .baseUrl(settings.baseUrl().orElse(ANTHROPIC).toString())
                .apiKey(settings.apiKey().map(Secret::reveal).orElse("none"))
                .modelName(model)
                .temperature(temperature(settings))
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    /** Ollama cuts a longer prompt without a word unless it is told how long the context has to be. */
    private static ChatModel ollama(String model, LlmSettings settings) {
        return OllamaChatModel.builder()
                .httpClientBuilder(ModelHttpClient.builder(settings.timeout()))
                .baseUrl(settings.baseUrl().orElse(OLLAMA).toString())
                .modelName(model)
                .temperature(temperature(settings))
                .numCtx((int) (settings.windowTokens() * MARKED) + BESIDES)
                .maxRetries(0)
                .logRequests(false)
                .logResponses(false)
                .build();
    }

    private static @Nullable Double temperature(LlmSettings settings) {
        return settings.temperature().isBlank() ? null : Double.valueOf(settings.temperature());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Answer ask(Question question) {
        var request = ChatRequest.builder()
                .messages(SystemMessage.from(question.system()), UserMessage.from(question.user()))
                .maxOutputTokens(question.maxOutputTokens());
        if (schema) {
            request.responseFormat(
                    switch (question.form()) {
                        case INSIGHTS -> AnswerForm.FORMAT;
                        case RELATIONS -> RelationForm.FORMAT;
                    });
        }
        try {
            return text(model.chat(request.build()));
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private static Answer text(ChatResponse response) {
        String text = Optional.ofNullable(response.aiMessage().text()).orElse("");
        long tokens = Optional.ofNullable(response.tokenUsage())
                .map(TokenUsage::totalTokenCount)
                .orElse(0);
        FinishReason reason = response.finishReason();
        if (reason == FinishReason.CONTENT_FILTER) {
            return new Answer.Failed("the service's filter refused the words", false, Optional.empty(), true);
        }
        return new Answer.Text(text, tokens, reason != FinishReason.LENGTH);
    }

    private static Answer failed(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServiceException service) {
                return new Answer.Failed(
                        String.valueOf(service.getMessage()),
                        service.isPassing(),
                        service.asksToWait(),
                        service.mayCost());
            }
        }
        // The message of a library's exception may quote what the service sent; its kind says enough.
        return new Answer.Failed(
                "its answer could not be read (%s)".formatted(e.getClass().getSimpleName()),
                true,
                Optional.empty(),
                true);
    }
}
