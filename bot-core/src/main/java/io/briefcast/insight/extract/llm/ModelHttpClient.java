package io.briefcast.insight.extract.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import io.briefcast.http.ServiceClient;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Carries LangChain4j's calls over our client of paid services. */
final class ModelHttpClient implements HttpClient {
    /** A full answer is a few kilobytes. */
    private static final int MAX_BYTES = 2_000_000;

    private final ServiceClient client;

    private ModelHttpClient(Duration deadline) {
        this.client = new ServiceClient(deadline, MAX_BYTES);
    }

    /** Builds one client with this deadline, whatever time-outs the library suggests. */
    static HttpClientBuilder builder(Duration deadline) {
        return new Builder(deadline);
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        ServiceClient.Reply reply = client.send(translate(request));
        return SuccessfulHttpResponse.builder()
                .statusCode(reply.status())
                .headers(reply.headers())
                .body(reply.body())
                .build();
    }

    private static java.net.http.HttpRequest translate(HttpRequest request) {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        String body = request.body();
        return builder.method(
                        request.method().name(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are not streamed");
    }

    /** Made by hand because the library wants a builder. */
    private record Builder(Duration deadline) implements HttpClientBuilder {
        @Override
        public Duration connectTimeout() {
            return ServiceClient.CONNECT;
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
