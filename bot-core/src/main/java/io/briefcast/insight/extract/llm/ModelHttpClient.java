package io.briefcast.insight.extract.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Carries LangChain4j's calls over the JDK's HTTP client: one deadline for the whole exchange, a bound on the answer, no
 * redirects (a key must not follow one), and errors that hold no secret.
 */
final class ModelHttpClient implements HttpClient {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    /** A full answer is a few kilobytes. */
    private static final int MAX_BYTES = 2_000_000;

    private static final int EXPLANATION = 200;
    private static final Pattern MESSAGE =
            Pattern.compile("\"(?:message|error)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.){1,2000})\"");
    /** Keys, and what services leave of a key when they quote it. */
    private static final Pattern SECRET_LIKE = Pattern.compile("[\\w*.-]{20,}|\\S*\\*{3,}\\S*");

    private final java.net.http.HttpClient client = java.net.http.HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
            .build();
    private final Duration deadline;

    private ModelHttpClient(Duration deadline) {
        this.deadline = deadline;
    }

    /** Builds one client with this deadline, whatever time-outs the library suggests. */
    static HttpClientBuilder builder(Duration deadline) {
        return new Builder(deadline);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SuccessfulHttpResponse> exchange = thread.submit(() -> exchange(request));
            try {
                return exchange.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                exchange.cancel(true);
            }
        } catch (TimeoutException e) {
            throw failure(ModelHttpException.TIMEOUT, "no answer within %s s".formatted(deadline.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(0, "stopped while waiting for the answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelHttpException known ? known : failure(0, unreachable(e));
        }
    }

    /** The exception's message may hold an address with a key in it; its kind says enough. */
    private static String unreachable(ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        return "it cannot be reached (%s)".formatted(cause.getClass().getSimpleName());
    }

    private static ModelHttpException failure(int status, String message) {
        return new ModelHttpException(status, Optional.empty(), message);
    }

    private SuccessfulHttpResponse exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(translate(request), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw failure(0, "the answer has more than %d MB".formatted(MAX_BYTES / 1_000_000));
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (response.statusCode() / 100 != 2) {
                throw new ModelHttpException(
                        response.statusCode(), wait(response), problem(response.statusCode(), text));
            }
            return SuccessfulHttpResponse.builder()
                    .statusCode(response.statusCode())
                    .headers(response.headers().map())
                    .body(text)
                    .build();
        }
    }

    private static java.net.http.HttpRequest translate(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.body();
        return builder.method(
                        request.method().name(),
                        body == null
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static Optional<Duration> wait(HttpResponse<?> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    /** What the service says of the error; about keys it says too much. */
    private static String problem(int status, String body) {
        String answer = "it answers %d".formatted(status);
        Matcher message = MESSAGE.matcher(body);
        if (status == 401 || status == 403 || !message.find()) {
            return answer;
        }
        String words = SECRET_LIKE.matcher(message.group(1)).replaceAll("***").replaceAll("[\\p{Cntrl}\\\\]", " ");
        return "%s: %s".formatted(answer, words.substring(0, Math.min(EXPLANATION, words.length())));
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    /** Made by hand because the library wants a builder. */
    private record Builder(Duration deadline) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return CONNECT;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration timeout) {
            return this;
        }

        @Override
        public Duration readTimeout() {
            return deadline;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration timeout) {
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelHttpClient(deadline);
        }
    }
}
