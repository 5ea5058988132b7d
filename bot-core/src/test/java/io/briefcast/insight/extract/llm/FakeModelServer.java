package io.briefcast.insight.extract.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's service over loopback that takes only what its wire format allows and answers what a test lays out. A
 * request that breaks the format is answered 400 and kept as a violation.
 */
final class FakeModelServer implements AutoCloseable {
    static final String KEY = "sk-test-0123456789abcdefghijklmnop";
    private static final JsonMapper JSON = new JsonMapper();

    private final Wire wire;
    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    final List<String> violations = new CopyOnWriteArrayList<>();

    FakeModelServer(Wire wire) {
        this.wire = wire;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", this::handle);
        server.start();
    }

    /** The three ways of talking. */
    enum Wire {
        OPENAI,
        ANTHROPIC,
        OLLAMA
    }

    /** What is sent back: an answer's words, an HTTP error, bytes that are no answer, or nothing at all. */
    sealed interface Reply {
        record Words(String text, boolean complete) implements Reply {}

        record Status(int status, Map<String, String> headers, String body) implements Reply {}

        record Silence() implements Reply {}
    }

    URI address() {
        String path = wire == Wire.OLLAMA ? "" : "/v1";
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    FakeModelServer then(String words) {
        return then(new Reply.Words(words, true));
    }

    FakeModelServer then(int status, String body) {
        return then(new Reply.Status(status, Map.of(), body));
    }

    FakeModelServer then(Reply reply) {
        replies.add(reply);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            JsonNode request = JSON.readTree(body);
            requests.add(request);
            List<String> wrong = new ArrayList<>(violations(exchange, request));
            violations.addAll(wrong);
            Reply reply = wrong.isEmpty()
                    ? Optional.ofNullable(replies.poll()).orElse(new Reply.Status(500, Map.of(), "nothing laid out"))
                    : new Reply.Status(400, Map.of(), "{\"error\":{\"message\":\"%s\"}}".formatted(wrong));
            send(exchange, reply);
        }
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Words words -> send(exchange, 200, JSON.writeValueAsString(wrapped(words)));
            case Reply.Status status -> {
                status.headers().forEach(exchange.getResponseHeaders()::set);
                send(exchange, status.status(), status.body());
            }
            case Reply.Silence silence -> await();
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Map<String, Object> wrapped(Reply.Words words) {
        return switch (wire) {
            case OPENAI ->
                Map.of(
                        "id",
                        "c1",
                        "object",
                        "chat.completion",
                        "created",
                        1,
                        "model",
                        "m",
                        "choices",
                        List.of(Map.of(
                                "index",
                                0,
                                "message",
                                Map.of("role", "assistant", "content", words.text()),
                                "finish_reason",
                                words.complete() ? "stop" : "length")),
                        "usage",
                        Map.of("prompt_tokens", 1_000, "completion_tokens", 200, "total_tokens", 1_200));
            case ANTHROPIC ->
                Map.of(
                        "id",
                        "m1",
                        "type",
                        "message",
                        "role",
                        "assistant",
                        "model",
                        "m",
                        "content",
                        List.of(Map.of("type", "text", "text", words.text())),
                        "stop_reason",
                        words.complete() ? "end_turn" : "max_tokens",
                        "usage",
                        Map.of("input_tokens", 1_000, "output_tokens", 200));
            case OLLAMA ->
                Map.of(
                        "model",
                        "m",
                        "created_at",
                        "2026-03-09T12:00:00Z",
                        "message",
                        Map.of("role", "assistant", "content", words.text()),
                        "done",
                        true,
                        "done_reason",
                        words.complete() ? "stop" : "length",
                        "prompt_eval_count",
                        1_000,
                        "eval_count",
                        200);
        };
    }

    private List<String> violations(HttpExchange exchange, JsonNode request) {
        List<String> wrong = new ArrayList<>();
        Check check = (fine, what) -> {
            if (!fine) {
                wrong.add(what);
            }
        };
        check.that(exchange.getRequestMethod().equals("POST"), "method");
        check.that(header(exchange, "Content-Type").startsWith("application/json"), "content type");
        check.that(request.path("model").asString("").equals("m"), "model");
        check.that(!request.path("stream").asBoolean(false), "streaming");
        check.that(request.path("tools").isEmpty(), "tools");
        switch (wire) {
            case OPENAI -> openAi(exchange, request, check);
            case ANTHROPIC -> anthropic(exchange, request, check);
            case OLLAMA -> ollama(exchange, request, check);
        }
        return wrong;
    }

    private interface Check {
        void that(boolean fine, String what);
    }

    private static void openAi(HttpExchange exchange, JsonNode request, Check check) {
        check.that(exchange.getRequestURI().getPath().equals("/v1/chat/completions"), "path");
        check.that(header(exchange, "Authorization").equals("Bearer " + KEY), "key");
        check.that(roles(request).equals(List.of("system", "user")), "roles");
        JsonNode format = request.path("response_format");
        check.that(format.path("type").asString("").equals("json_schema"), "response_format");
        check.that(format.path("json_schema").path("strict").asBoolean(false), "strict");
        check.that(isStrict(format.path("json_schema").path("schema")), "schema");
        check.that(
                request.path("max_tokens").asInt(0) > 0
                        || request.path("max_completion_tokens").asInt(0) > 0,
                "max_tokens");
    }

    private static void anthropic(HttpExchange exchange, JsonNode request, Check check) {
        check.that(exchange.getRequestURI().getPath().equals("/v1/messages"), "path");
        check.that(header(exchange, "x-api-key").equals(KEY), "key");
        check.that(!header(exchange, "anthropic-version").isEmpty(), "version");
        check.that(roles(request).equals(List.of("user")), "roles");
        check.that(request.path("system").isArray() || request.path("system").isString(), "system");
        check.that(request.path("max_tokens").asInt(0) > 0, "max_tokens");
        JsonNode format = request.has("output_config")
                ? request.path("output_config").path("format")
                : request.path("output_format");
        check.that(format.path("type").asString("").equals("json_schema"), "output format");
        check.that(isStrict(format.path("schema")), "schema");
    }

    private static void ollama(HttpExchange exchange, JsonNode request, Check check) {
        check.that(exchange.getRequestURI().getPath().equals("/api/chat"), "path");
        check.that(header(exchange, "Authorization").isEmpty(), "key");
        check.that(roles(request).equals(List.of("system", "user")), "roles");
        check.that(request.path("stream").isBoolean(), "streams where nothing is said of it");
        check.that(request.path("format").path("type").asString("").equals("object"), "format");
        check.that(isWhole(request.path("format")), "schema");
        check.that(request.path("options").path("num_ctx").asInt(0) > 4_096, "num_ctx");
        check.that(request.path("options").path("num_predict").asInt(0) > 0, "num_predict");
    }

    /** Every object closed and every property required, all the way down. */
    private static boolean isStrict(JsonNode schema) {
        if (schema.path("type").asString("").equals("object")) {
            return schema.path("additionalProperties").isBoolean()
                    && !schema.path("additionalProperties").asBoolean()
                    && schema.path("required").size()
                            == schema.path("properties").size()
                    && schema.path("properties").valueStream().allMatch(FakeModelServer::isStrict);
        }
        return !schema.isMissingNode() && (!schema.has("items") || isStrict(schema.path("items")));
    }

    /** Every property required; Ollama's schemas are not closed. */
    private static boolean isWhole(JsonNode schema) {
        return schema.path("required").size() == schema.path("properties").size()
                && schema.path("properties").valueStream().allMatch(FakeModelServer::isWhole)
                && (!schema.has("items") || isWhole(schema.path("items")));
    }

    private static List<String> roles(JsonNode request) {
        return request.path("messages")
                .valueStream()
                .map(message -> message.path("role").asString(""))
                .toList();
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
