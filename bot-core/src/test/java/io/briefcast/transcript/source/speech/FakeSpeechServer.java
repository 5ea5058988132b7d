package io.briefcast.transcript.source.speech;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of transcriptions over loopback that takes only what OpenAI's interface allows and answers what a test lays
 * out. A request that breaks the form is answered 400 and kept as a violation.
 */
final class FakeSpeechServer implements AutoCloseable {
    static final String KEY = "sk-test-0123456789abcdefghijklmnop";
    private static final int MOST_BYTES = 25 << 20;
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"(?:; filename=\"([^\"]*)\")?");
    private static final Map<String, String> FIELDS = Map.of(
            "model", "m|gpt-.*",
            "response_format", "verbose_json|json",
            "timestamp_granularities[]", "segment",
            "language", "[a-z]{2}",
            "file", "(?s).+");

    private final HttpServer server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    final List<String> violations = new CopyOnWriteArrayList<>();

    FakeSpeechServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.createContext("/", this::handle);
        server.start();
    }

    /** What is sent back: a status with a body, a body that breaks off, or nothing at all. */
    sealed interface Reply {
        record Status(int status, Map<String, String> headers, String body) implements Reply {}

        record BrokenOff(String body) implements Reply {}

        record Silence() implements Reply {}
    }

    URI address() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
    }

    /** Words with times, as {@code verbose_json} has them. */
    FakeSpeechServer says(String words, double seconds) {
        return then(200, """
                {"task":"transcribe","language":"english","duration":%2$s,"text":"%1$s",
                 "segments":[{"id":0,"seek":0,"start":1.5,"end":4.25,"text":" %1$s","tokens":[50364,440],
                   "temperature":0.0,"avg_logprob":-0.2,"compression_ratio":1.1,"no_speech_prob":0.01}]}""".formatted(words, seconds));
    }

    FakeSpeechServer then(int status, String body) {
        return then(new Reply.Status(status, Map.of(), body));
    }

    FakeSpeechServer then(Reply reply) {
        replies.add(reply);
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<String> wrong = new ArrayList<>();
            Map<String, String> form = form(exchange, new String(body, StandardCharsets.ISO_8859_1), wrong);
            check(exchange, form, body.length, wrong);
            requests.add(form);
            violations.addAll(wrong);
            Reply reply = wrong.isEmpty()
                    ? Optional.ofNullable(replies.poll()).orElse(new Reply.Status(500, Map.of(), "nothing laid out"))
                    : new Reply.Status(400, Map.of(), "{\"error\":{\"message\":\"%s\"}}".formatted(wrong));
            send(exchange, reply);
        }
    }

    private static Map<String, String> form(HttpExchange exchange, String body, List<String> wrong) {
        Map<String, String> form = new HashMap<>();
        String type = header(exchange, "Content-Type");
        if (!type.startsWith("multipart/form-data; boundary=")) {
            wrong.add("content type");
            return form;
        }
        String mark = "--" + type.substring(type.indexOf('=') + 1);
        if (!body.startsWith(mark + "\r\n") || !body.endsWith("\r\n" + mark + "--\r\n")) {
            wrong.add("boundaries");
            return form;
        }
        String inside = body.substring(mark.length() + 2, body.length() - mark.length() - 6);
        for (String part : inside.split(Pattern.quote("\r\n" + mark + "\r\n"), -1)) {
            int head = part.indexOf("\r\n\r\n");
            Matcher name = NAME.matcher(part.substring(0, head));
            if (!name.find() || form.put(name.group(1), part.substring(head + 4)) != null) {
                wrong.add("part");
            } else if (name.group(2) != null) {
                form.put("file name", name.group(2));
            }
        }
        return form;
    }

    private static void check(HttpExchange exchange, Map<String, String> form, int size, List<String> wrong) {
        require(exchange.getRequestMethod().equals("POST"), "method", wrong);
        require(exchange.getRequestURI().toString().equals("/v1/audio/transcriptions"), "path", wrong);
        require(header(exchange, "Authorization").equals("Bearer " + KEY), "key", wrong);
        require(header(exchange, "Content-Length").equals(String.valueOf(size)), "length", wrong);
        require(size < MOST_BYTES, "size", wrong);
        require(
                form.getOrDefault("file name", "").matches("audio\\.(?:mp3|m4a|ogg|wav|flac|webm)"),
                "file name",
                wrong);
        require(form.keySet().containsAll(List.of("model", "file")), "required fields", wrong);
        require(
                !form.containsKey("timestamp_granularities[]") || "verbose_json".equals(form.get("response_format")),
                "granularities",
                wrong);
        form.forEach((name, value) -> require(
                name.equals("file name") || value.matches(FIELDS.getOrDefault(name, "(?!)")), "field " + name, wrong));
    }

    private static void require(boolean fine, String what, List<String> wrong) {
        if (!fine) {
            wrong.add(what);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    private void send(HttpExchange exchange, Reply reply) throws IOException {
        switch (reply) {
            case Reply.Status status -> {
                status.headers().forEach(exchange.getResponseHeaders()::set);
                byte[] bytes = status.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status.status(), bytes.length == 0 ? -1 : bytes.length);
                exchange.getResponseBody().write(bytes);
            }
            case Reply.BrokenOff broken -> {
                byte[] bytes = broken.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length + 1_000L);
                exchange.getResponseBody().write(bytes);
                exchange.getResponseBody().flush();
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

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
