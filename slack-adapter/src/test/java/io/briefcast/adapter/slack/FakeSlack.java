package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A Slack of our own, in process: it refuses what Slack refuses (unknown arguments, wrong tokens, unknown channels, missing
 * scopes, blocks beyond the limits, too many messages) and misbehaves when a test asks for it. This is its address, and
 * what tests arrange and look at; each part has a class of its own, which this one alone calls, one call at a time.
 */
final class FakeSlack implements AutoCloseable {
    static final String TEAM = "T0TEAM";
    static final String BOT = "U0BOT";
    static final String TOKEN = "xoxb-fake-token-of-the-bot-0001";
    static final String APP_TOKEN = "xapp-fake-token-of-the-app-0001";

    private static final String API = "/api/";
    private static final String RESPOND = "/respond/";

    /** One call as it came in. */
    record Call(String method, Map<String, String> arguments) {
        String argument(String name) {
            return arguments.getOrDefault(name, "");
        }
    }

    /** An answer through a response address. */
    record Reply(String id, JsonObject body) {
        String text() {
            return body.toString();
        }

        String type() {
            return body.get("response_type").getAsString();
        }

        /** Whether whoever asked sees it, and nobody else. */
        boolean isEphemeral() {
            return body.has("response_type") && type().equals("ephemeral");
        }
    }

    /** A message that is there. */
    record Posted(String channel, String ts, Map<String, String> arguments, Instant at) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final FakeSocket socket = new FakeSocket();
    private final FakePictures pictures = new FakePictures();
    private final FakePeople people = new FakePeople();
    private final FakeTokens tokens;
    private final FakeChannels channels;
    private final FakeViews views;
    private final FakeResponses responses;
    private final FakeWebApi webApi;
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Deque<Fault> replyFaults = new ArrayDeque<>();
    private final Deque<Fault.Death> deaths = new ArrayDeque<>();
    private volatile CountDownLatch held = new CountDownLatch(0);

    FakeSlack(InstantSource clock) {
        tokens = new FakeTokens(clock);
        channels = new FakeChannels(clock, people, pictures);
        views = new FakeViews(clock, people, pictures);
        responses = new FakeResponses(clock, pictures);
        webApi = new FakeWebApi(socket, tokens, people, channels, views);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(API, this::api);
        server.createContext(RESPOND, this::respond);
        server.setExecutor(threads);
        server.start();
    }

    /** Address of the Web API. */
    URI api() {
        return address(API);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    }

    /** The other end of Socket Mode. */
    FakeSocket socket() {
        return socket;
    }

    /** The next call of the Web API goes wrong. */
    synchronized void misbehave(Fault fault) {
        faults.add(fault);
    }

    /** The next answer through a response address goes wrong. */
    synchronized void misbehaveOnReply(Fault fault) {
        replyFaults.add(fault);
    }

    /** Whoever posts next dies of it. */
    synchronized void atNextPost(Fault.Death death) {
        deaths.add(death);
    }

    /** Keeps every call waiting from now on, but for new connections. */
    void hold() {
        held = new CountDownLatch(1);
    }

    /** Lets the calls go on. */
    void release() {
        held.countDown();
    }

    /** Takes a right from the bot. */
    synchronized void takeScope(String scope) {
        webApi.takeScope(scope);
    }

    /** Pictures can no longer be loaded. */
    synchronized void refuseImages() {
        pictures.refuse();
    }

    synchronized void addChannel(String channel) {
        addChannel(TEAM, channel);
    }

    /** A channel of one workspace, unknown in every other. */
    synchronized void addChannel(String team, String channel) {
        channels.add(team, channel);
    }

    synchronized void removeChannel(String channel) {
        channels.remove(channel);
    }

    /** A public channel in which the bot posts without being a member. */
    synchronized void leave(String channel) {
        channels.leave(channel);
    }

    /** Who made a channel. */
    synchronized void created(String channel, String user) {
        channels.created(channel, user);
    }

    /** Somebody else says something. */
    synchronized void chatter(String channel, int count) {
        channels.chatter(channel, count);
    }

    /** Histories are given as to an app that many workspaces install: 15 messages a minute. */
    synchronized void limitHistory() {
        channels.limitHistory();
    }

    /** Answers histories in pages of this size, whatever is asked. */
    synchronized void pagesOf(int size) {
        channels.pagesOf(size);
    }

    /** Messages that are there. */
    synchronized List<Posted> posted() {
        return channels.posted();
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** A person of the workspace. */
    synchronized void person(String id, String name, String zone, boolean admin) {
        person(TEAM, id, name, zone, admin);
    }

    /** A person of one workspace, unknown in every other. */
    synchronized void person(String team, String id, String name, String zone, boolean admin) {
        people.add(team, id, name, zone, admin);
    }

    /** A person belongs to another workspace and is here through a shared channel. */
    synchronized void stranger(String id) {
        people.stranger(id);
    }

    /** A trigger as Slack gives one with every command and press. */
    synchronized String trigger(String id) {
        return views.trigger(id);
    }

    /** The open views and home tabs by id. */
    synchronized Map<String, JsonObject> views() {
        return views.all();
    }

    /** What the acknowledgement of a form asks for, done when it arrives: faults of what it shows, mostly none. */
    synchronized List<String> acknowledge(String viewId, JsonObject acknowledgement) {
        List<String> faultsOfView = views.acknowledge(viewId, acknowledgement);
        notifyAll();
        return faultsOfView;
    }

    /** A new address for up to five answers within half an hour. */
    synchronized String responseUrl(String id) {
        responses.open(id);
        return address(RESPOND + id).toString();
    }

    synchronized List<Reply> replies() {
        return responses.replies();
    }

    synchronized List<Reply> replies(String id) {
        return responses.replies(id);
    }

    /** Gives out a token for this code, once. */
    synchronized void offer(String code, String team, String token) {
        tokens.offer(code, team, token);
    }

    /** Tokens that are given out from now on end after twelve hours. */
    synchronized void rotateTokens() {
        tokens.rotate();
    }

    /** Whether a token works now. */
    synchronized boolean accepts(String token) {
        return tokens.accepts(token);
    }

    private void api(HttpExchange exchange) throws IOException {
        String method = rest(exchange, API);
        Map<String, String> arguments = form(body(exchange));
        Optional<Fault> fault = took(method, arguments);
        if (!method.equals("apps.connections.open")) {
            awaitRelease();
        }
        serve(exchange, fault, () -> webApi.answer(method, arguments, token(exchange)));
    }

    private synchronized Optional<Fault> took(String method, Map<String, String> arguments) {
        calls.add(new Call(method, arguments));
        return Optional.ofNullable(faults.poll())
                .or(() -> Optional.ofNullable(method.equals("chat.postMessage") ? deaths.poll() : null));
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        JsonObject body = JsonParser.parseString(body(exchange)).getAsJsonObject();
        serve(exchange, nextReplyFault(), () -> responses.take(rest(exchange, RESPOND), body));
    }

    private synchronized Optional<Fault> nextReplyFault() {
        return Optional.ofNullable(replyFaults.poll());
    }

    private void serve(HttpExchange exchange, Optional<Fault> fault, Supplier<Answered> asked) throws IOException {
        Supplier<Answered> answer = () -> alone(asked);
        if (fault.isEmpty()) {
            send(exchange, answer.get());
            return;
        }
        switch (fault.get()) {
            case Fault.Status status ->
                send(exchange, new Answered(status.status(), status.headers(), "an HTTP error"));
            case Fault.Refusal refusal -> send(exchange, Answered.refused(refusal.error()));
            case Fault.Drop ignored -> exchange.close();
            case Fault.AcceptThenDrop ignored -> {
                var unused = answer.get();
                exchange.close();
            }
            case Fault.Garbage ignored ->
                send(exchange, new Answered(answer.get().status(), Map.of(), "<html>Bad gateway</html>"));
            case Fault.Death death -> die(exchange, death, answer);
        }
    }

    private static void die(HttpExchange exchange, Fault.Death death, Supplier<Answered> answer) throws IOException {
        if (death.taken()) {
            Answered answered = answer.get();
            if (death.answered()) {
                send(exchange, answered);
            }
        }
        death.kill().run();
        exchange.close();
    }

    /** What a test waits for may be there afterwards. */
    private synchronized Answered alone(Supplier<Answered> answer) {
        Answered answered = answer.get();
        notifyAll();
        return answered;
    }

    private static String rest(HttpExchange exchange, String path) {
        return exchange.getRequestURI().getPath().substring(path.length());
    }

    private static String token(HttpExchange exchange) {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        if (header.startsWith("Basic ")) {
            byte[] client = Base64.getDecoder().decode(header.substring("Basic ".length()));
            return new String(client, StandardCharsets.UTF_8);
        }
        return header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : "";
    }

    private static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, Answered answered) throws IOException {
        byte[] bytes = answered.body().getBytes(StandardCharsets.UTF_8);
        answered.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(answered.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        release();
        socket.close();
        server.stop(0);
        threads.shutdownNow();
        // Whatever a test was about, its calls have to be such as Slack takes.
        List<String> faultsOfCalls = SlackMethods.faults(calls());
        if (!faultsOfCalls.isEmpty()) {
            throw new AssertionError("calls that Slack does not take: " + faultsOfCalls);
        }
    }
}
