package io.briefcast.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A Slack of our own, in process: it refuses what Slack refuses (unknown arguments, wrong tokens, unknown channels, missing
 * scopes, blocks beyond the limits, too many messages) and misbehaves when a test asks for it.
 */
final class FakeSlack implements AutoCloseable {
    static final String TEAM = "T0TEAM";
    static final String BOT = "U0BOT";
    static final String TOKEN = "xoxb-fake-token-of-the-bot-0001";

    /** How the app proves that it is the app: its id and secret. */
    static final String CLIENT = "client:client-secret";

    /** A trigger opens a view for three seconds, and one view only. */
    private static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);

    private static final Duration RESPONSE_LIFE = Duration.ofMinutes(30);
    private static final int RESPONSES = 5;
    /** What an app that many workspaces install gets of a history, once a minute. */
    private static final int LIMITED_PAGE = 15;

    private static final Duration TOKEN_LIFE = Duration.ofHours(12);
    /** Carries how long to wait from where a call is refused to where it is answered. */
    private static final String RETRY_AFTER = "retry_after";

    static final String APP_TOKEN = "xapp-fake-token-of-the-app-0001";

    /** Arguments of the methods that we use, by https://docs.slack.dev/reference/methods. */
    static final Map<String, Set<String>> ARGUMENTS = Map.ofEntries(
            entry("auth.test"),
            entry("apps.connections.open"),
            entry(
                    "oauth.v2.access",
                    "client_id",
                    "client_secret",
                    "code",
                    "redirect_uri",
                    "grant_type",
                    "refresh_token"),
            entry(
                    "chat.postMessage",
                    "channel",
                    "text",
                    "blocks",
                    "metadata",
                    "unfurl_links",
                    "unfurl_media",
                    "link_names",
                    "mrkdwn",
                    "reply_broadcast",
                    "thread_ts"),
            entry(
                    "conversations.history",
                    "channel",
                    "oldest",
                    "latest",
                    "limit",
                    "cursor",
                    "inclusive",
                    "include_all_metadata"),
            entry("conversations.open", "users", "return_im", "prevent_creation", "channel"),
            entry("conversations.info", "channel", "include_locale", "include_num_members"),
            entry("users.info", "user", "include_locale"),
            entry("views.open", "trigger_id", "view"),
            entry("views.push", "trigger_id", "view"),
            entry("views.update", "view_id", "hash", "view", "external_id"),
            entry("views.publish", "user_id", "view", "hash"));

    private static Map.Entry<String, Set<String>> entry(String method, String... arguments) {
        return Map.entry(method, Set.of(arguments));
    }

    private static final Map<String, String> SCOPES = Map.of(
            "chat.postMessage", "chat:write",
            "conversations.history", "channels:history",
            "conversations.open", "im:write",
            "conversations.info", "channels:read",
            "users.info", "users:read");

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
    }

    /** A message that is there. */
    record Posted(String channel, String ts, Map<String, String> arguments, Instant at) {}

    /** How the next call goes wrong. */
    sealed interface Fault {
        /** Refuses with an HTTP status. */
        record Status(int status, Map<String, String> headers) implements Fault {}

        /** Answers {@code ok: false}. */
        record Refusal(String error) implements Fault {}

        /** Does what it is asked and closes the connection without an answer. */
        record AcceptThenDrop() implements Fault {}

        /** Closes the connection without doing anything. */
        record Drop() implements Fault {}

        /** Does what it is asked and answers with a page. */
        record Garbage() implements Fault {}
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final List<Call> calls = new ArrayList<>();
    private final List<Posted> posted = new ArrayList<>();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private final Map<String, String> tokens = new HashMap<>(Map.of(TOKEN, TEAM));
    private final Set<String> channels = new HashSet<>(Set.of("C0BRIEFS", "C0OTHER"));
    private final Map<String, JsonObject> people = new HashMap<>();
    private final Map<String, String> creators = new HashMap<>();
    private final List<Reply> replies = new ArrayList<>();
    private final FakeSocket socket = new FakeSocket();
    private final Map<String, JsonObject> views = new HashMap<>();
    private final Map<String, Instant> triggers = new HashMap<>();
    private final Set<String> usedTriggers = new HashSet<>();
    private final Map<String, Instant> responses = new HashMap<>();
    private final Deque<Fault> replyFaults = new ArrayDeque<>();
    private final Set<String> foreign = new HashSet<>();
    private boolean historyIsLimited;
    private Instant lastHistory = Instant.MIN;
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, String> refreshTokens = new HashMap<>();
    private final Map<String, Instant> ends = new HashMap<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private Optional<Death> death = Optional.empty();
    private boolean rotating;
    private final Set<String> missingScopes = new HashSet<>();
    private final Map<String, Instant> lastPost = new HashMap<>();
    private boolean unloadableImages;
    private int pageSize = 100;
    private long sequence;

    FakeSlack(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/", this::api);
        server.createContext("/respond/", this::respond);
        server.setExecutor(threads);
        server.start();
    }

    URI api() {
        return URI.create(
                "http://127.0.0.1:%d/api/".formatted(server.getAddress().getPort()));
    }

    synchronized void misbehave(Fault fault) {
        faults.add(fault);
    }

    synchronized void takeScope(String scope) {
        missingScopes.add(scope);
    }

    synchronized void addChannel(String channel) {
        channels.add(channel);
    }

    synchronized void removeChannel(String channel) {
        channels.remove(channel);
    }

    /** A public channel in which the bot posts without being a member. */
    synchronized void leave(String channel) {
        foreign.add(channel);
    }

    /** Histories are given as to an app that many workspaces install: 15 messages a minute. */
    synchronized void limitHistory() {
        historyIsLimited = true;
        pageSize = LIMITED_PAGE;
    }

    synchronized void refuseImages() {
        unloadableImages = true;
    }

    /** Keeps every call waiting from now on, but for new connections. */
    void hold() {
        held = new CountDownLatch(1);
    }

    /** Lets the calls go on. */
    void release() {
        held.countDown();
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers histories in pages of this size, whatever is asked. */
    synchronized void pagesOf(int size) {
        pageSize = size;
    }

    synchronized List<Posted> posted() {
        return List.copyOf(posted);
    }

    synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Somebody else says something. */
    synchronized void chatter(String channel, int count) {
        for (int i = 0; i < count; i++) {
            posted.add(new Posted(channel, ts(), Map.of("text", "chatter"), clock.instant()));
        }
    }

    /** A person of the workspace. */
    synchronized void person(String id, String name, String zone, boolean admin) {
        JsonObject profile = new JsonObject();
        profile.addProperty("display_name", name);
        JsonObject person = new JsonObject();
        person.addProperty("id", id);
        person.addProperty("tz", zone);
        person.addProperty("locale", "en-GB");
        person.addProperty("is_admin", admin);
        person.add("profile", profile);
        people.put(id, person);
    }

    /** A person belongs to another workspace and is here through a shared channel. */
    synchronized void stranger(String id) {
        Optional.ofNullable(people.get(id)).orElseThrow().addProperty("team_id", "T0OTHER");
    }

    /** Who made a channel. */
    synchronized void created(String channel, String user) {
        creators.put(channel, user);
    }

    FakeSocket socket() {
        return socket;
    }

    /** A new address for up to five answers within half an hour. */
    synchronized String responseUrl(String id) {
        responses.put(id, clock.instant().plus(RESPONSE_LIFE));
        return "http://127.0.0.1:%d/respond/%s".formatted(server.getAddress().getPort(), id);
    }

    synchronized List<Reply> replies() {
        return List.copyOf(replies);
    }

    synchronized List<Reply> replies(String id) {
        return replies.stream().filter(reply -> reply.id().equals(id)).toList();
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

    private void api(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestURI().getPath().substring("/api/".length());
        Map<String, String> arguments = form(exchange);
        Optional<Fault> fault = took(method, arguments);
        if (!method.equals("apps.connections.open")) {
            awaitRelease();
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Status status) {
            status.headers().forEach(exchange.getResponseHeaders()::add);
            send(exchange, status.status(), "an HTTP error");
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Drop) {
            exchange.close();
            return;
        }
        Optional<Death> death = fault.isEmpty() && method.equals("chat.postMessage") ? nextDeath() : Optional.empty();
        if (death.isPresent() && !death.get().taken()) {
            death.get().kill().run();
            exchange.close();
            return;
        }
        JsonObject answer = fault.isPresent() && fault.get() instanceof Fault.Refusal refusal
                ? refused(refusal.error())
                : answer(method, arguments, token(exchange));
        if (death.isPresent() && !death.get().answered()) {
            death.get().kill().run();
            exchange.close();
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.AcceptThenDrop) {
            exchange.close();
            return;
        }
        boolean garbage = fault.isPresent() && fault.get() instanceof Fault.Garbage;
        Optional<String> wait = Optional.ofNullable(answer.remove(RETRY_AFTER)).map(JsonElement::getAsString);
        wait.ifPresent(seconds -> exchange.getResponseHeaders().add("Retry-After", seconds));
        int status = wait.isPresent() ? 429 : 200;
        send(exchange, status, garbage ? "<html>Bad gateway</html>" : answer.toString());
        death.map(Death::kill).ifPresent(Runnable::run);
    }

    /**
     * How whoever posts next dies of it.
     *
     * @param kill ends the process
     * @param taken whether the message is there
     * @param answered whether the process has the answer before it dies
     */
    record Death(Runnable kill, boolean taken, boolean answered) {}

    synchronized void atNextPost(Death next) {
        death = Optional.of(next);
    }

    private synchronized Optional<Death> nextDeath() {
        Optional<Death> next = death;
        death = Optional.empty();
        return next;
    }

    private void respond(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/respond/".length());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Optional<Fault> fault = replyFault();
        if (fault.isPresent() && fault.get() instanceof Fault.Status status) {
            status.headers().forEach(exchange.getResponseHeaders()::add);
            send(exchange, status.status(), "an HTTP error");
            return;
        }
        if (fault.isPresent() && fault.get() instanceof Fault.Drop) {
            exchange.close();
            return;
        }
        String refusal = replied(id, JsonParser.parseString(body).getAsJsonObject());
        if (fault.isPresent() && fault.get() instanceof Fault.AcceptThenDrop) {
            exchange.close();
            return;
        }
        send(exchange, refusal.isEmpty() ? 200 : 404, refusal.isEmpty() ? "ok" : refusal);
    }

    private synchronized String replied(String id, JsonObject body) {
        if (replies(id).size() >= RESPONSES) {
            return "used_url";
        }
        if (!ends(responses, id).isAfter(clock.instant())) {
            return "expired_url";
        }
        Set<String> known = Set.of(
                "response_type", "text", "blocks", "replace_original", "delete_original", "thread_ts", "metadata");
        if (!known.containsAll(body.keySet())) {
            return "invalid_payload";
        }
        List<String> faultsOfBlocks = BlockKitRules.faults(body.getAsJsonArray("blocks"));
        if (!faultsOfBlocks.isEmpty() || (unloadableImages && body.toString().contains("\"image_url\""))) {
            return "invalid_blocks " + faultsOfBlocks;
        }
        replies.add(new Reply(id, body));
        notifyAll();
        return "";
    }

    /** The next answer through a response address goes wrong. */
    synchronized void misbehaveOnReply(Fault fault) {
        replyFaults.add(fault);
    }

    private synchronized Optional<Fault> replyFault() {
        return Optional.ofNullable(replyFaults.poll());
    }

    private static Instant ends(Map<String, Instant> all, String id) {
        return all.getOrDefault(id, Instant.MIN);
    }

    private synchronized Optional<Fault> took(String method, Map<String, String> arguments) {
        calls.add(new Call(method, arguments));
        return Optional.ofNullable(faults.poll());
    }

    private synchronized JsonObject answer(String method, Map<String, String> arguments, String token) {
        if (method.equals("apps.connections.open")) {
            return token.equals(APP_TOKEN) ? connection() : refused("invalid_auth");
        }
        if (method.equals("oauth.v2.access")) {
            return exchange(arguments, token);
        }
        if (!tokens.containsKey(token)) {
            return refused(token.isEmpty() ? "not_authed" : "invalid_auth");
        }
        if (!accepts(token)) {
            return refused("token_expired");
        }
        if (!ARGUMENTS.containsKey(method)) {
            return refused("unknown_method");
        }
        if (!known(method, arguments)) {
            return refused("invalid_arg_name");
        }
        if (missingScopes.contains(SCOPES.getOrDefault(method, ""))) {
            return refused("missing_scope");
        }
        return switch (method) {
            case "auth.test" -> authTest(token);
            case "chat.postMessage" -> postMessage(arguments);
            case "conversations.history" -> history(arguments);
            case "conversations.open" -> open(arguments);
            case "views.open" -> openView(arguments);
            case "views.update" -> updateView(arguments);
            case "views.publish" -> publishView(arguments);
            case "users.info" -> person(arguments.getOrDefault("user", ""));
            case "conversations.info" -> channel(arguments.getOrDefault("channel", ""));
            default -> refused("unknown_method");
        };
    }

    private static boolean known(String method, Map<String, String> arguments) {
        return ARGUMENTS.getOrDefault(method, Set.of()).containsAll(arguments.keySet());
    }

    private JsonObject openView(Map<String, String> arguments) {
        String trigger = arguments.getOrDefault("trigger_id", "");
        if (!triggers.containsKey(trigger)) {
            return refused("invalid_trigger_id");
        }
        if (!usedTriggers.add(trigger)) {
            return refused("exchanged_trigger_id");
        }
        if (!ends(triggers, trigger).isAfter(clock.instant())) {
            return refused("expired_trigger_id");
        }
        return put("V" + ++sequence, arguments);
    }

    private JsonObject updateView(Map<String, String> arguments) {
        String id = arguments.getOrDefault("view_id", "");
        if (!views.containsKey(id)) {
            return refused("not_found");
        }
        String hash = views.get(id).get("hash").getAsString();
        return arguments.getOrDefault("hash", hash).equals(hash) ? put(id, arguments) : refused("hash_conflict");
    }

    /** What the acknowledgement of a form asks for, done when it arrives: faults of what it shows, mostly none. */
    synchronized List<String> acknowledge(String viewId, JsonObject acknowledgement) {
        if (!acknowledgement.get("response_action").getAsString().equals("update")) {
            return List.of();
        }
        JsonObject view = acknowledgement.getAsJsonObject("view");
        List<String> faultsOfView = BlockKitRules.viewFaults(view);
        show(viewId, view.deepCopy());
        return faultsOfView;
    }

    private JsonObject publishView(Map<String, String> arguments) {
        return put("home-" + arguments.getOrDefault("user_id", ""), arguments);
    }

    private JsonObject put(String id, Map<String, String> arguments) {
        JsonObject view =
                JsonParser.parseString(arguments.getOrDefault("view", "{}")).getAsJsonObject();
        List<String> faultsOfView = BlockKitRules.viewFaults(view);
        if (!faultsOfView.isEmpty() || (unloadableImages && view.toString().contains("\"image_url\""))) {
            return refused("invalid_arguments");
        }
        show(id, view);
        JsonObject answer = ok();
        answer.add("view", view);
        return answer;
    }

    private void show(String id, JsonObject view) {
        view.addProperty("id", id);
        view.addProperty("hash", "hash-" + ++sequence);
        views.put(id, view);
        notifyAll();
    }

    /** A trigger as Slack gives one with every command and press. */
    synchronized String trigger(String id) {
        triggers.put("trigger-" + id, clock.instant().plus(TRIGGER_LIFE));
        return "trigger-" + id;
    }

    /** The open views and home tabs by id. */
    synchronized Map<String, JsonObject> views() {
        return Map.copyOf(views);
    }

    /** Gives out a token for this code, once. */
    synchronized void offer(String code, String team, String token) {
        codes.put(code, List.of(team, token));
    }

    private JsonObject exchange(Map<String, String> arguments, String token) {
        if (!known("oauth.v2.access", arguments)) {
            return refused("invalid_arg_name");
        }
        boolean refreshing = arguments.getOrDefault("grant_type", "").equals("refresh_token");
        if (refreshing && !token.equals(CLIENT)) {
            return refused("bad_client_secret");
        }
        return refreshing
                ? refresh(arguments.getOrDefault("refresh_token", ""))
                : install(arguments.getOrDefault("code", ""));
    }

    private JsonObject install(String code) {
        List<String> offered = codes.remove(code);
        if (offered == null) {
            return refused("invalid_code");
        }
        tokens.put(offered.get(1), offered.get(0));
        JsonObject answer = granted(offered.get(0), offered.get(1));
        answer.add("authed_user", JsonParser.parseString("{\"id\":\"U0ADA\"}"));
        return rotating ? rotating(answer, offered.get(0), offered.get(1)) : answer;
    }

    /** What renews a token is good once; the token that it renews works until its own end. */
    private JsonObject refresh(String refreshToken) {
        String team = refreshTokens.remove(refreshToken);
        if (team == null) {
            return refused("invalid_refresh_token");
        }
        String token = "xoxe.xoxb-renewed-" + ++sequence;
        tokens.put(token, team);
        return rotating(granted(team, token), team, token);
    }

    private JsonObject granted(String team, String token) {
        JsonObject answer = ok();
        answer.addProperty("access_token", token);
        answer.addProperty("token_type", "bot");
        answer.addProperty("bot_user_id", BOT);
        answer.addProperty("app_id", "A0");
        answer.addProperty("scope", String.join(",", SlackManifest.SCOPES));
        answer.add("team", JsonParser.parseString("{\"id\":\"%s\"}".formatted(team)));
        return answer;
    }

    private JsonObject rotating(JsonObject answer, String team, String token) {
        String refreshToken = "xoxe-" + ++sequence;
        refreshTokens.put(refreshToken, team);
        ends.put(token, clock.instant().plus(TOKEN_LIFE));
        answer.addProperty("refresh_token", refreshToken);
        answer.addProperty("expires_in", TOKEN_LIFE.toSeconds());
        return answer;
    }

    /** Whether a token works now. */
    synchronized boolean accepts(String token) {
        return tokens.containsKey(token)
                && ends.getOrDefault(token, Instant.MAX).isAfter(clock.instant());
    }

    /** Tokens that are given out from now on end after twelve hours. */
    synchronized void rotateTokens() {
        rotating = true;
    }

    private JsonObject connection() {
        JsonObject answer = ok();
        answer.addProperty("url", socket.url());
        return answer;
    }

    private JsonObject person(String user) {
        JsonObject answer = ok();
        answer.add("user", people.get(user));
        return people.containsKey(user) ? answer : refused("user_not_found");
    }

    private JsonObject channel(String id) {
        if (!channels.contains(id)) {
            return refused("channel_not_found");
        }
        JsonObject channel = new JsonObject();
        channel.addProperty("id", id);
        channel.addProperty("creator", creators.getOrDefault(id, "U0FOUNDER"));
        JsonObject answer = ok();
        answer.add("channel", channel);
        return answer;
    }

    private JsonObject authTest(String token) {
        JsonObject answer = ok();
        answer.addProperty("team_id", tokens.get(token));
        answer.addProperty("user_id", BOT);
        answer.addProperty("bot_id", "B0BOT");
        return answer;
    }

    private JsonObject postMessage(Map<String, String> arguments) {
        String channel = conversation(arguments.getOrDefault("channel", ""));
        if (!channels.contains(channel)) {
            return refused("channel_not_found");
        }
        if (arguments.getOrDefault("text", "").isEmpty()) {
            return refused("no_text");
        }
        JsonArray blocks =
                JsonParser.parseString(arguments.getOrDefault("blocks", "[]")).getAsJsonArray();
        List<String> faultsOfBlocks = arguments.containsKey("blocks") ? BlockKitRules.faults(blocks) : List.of();
        if (!faultsOfBlocks.isEmpty() || (unloadableImages && blocks.toString().contains("\"image_url\""))) {
            return refused("invalid_blocks");
        }
        if (arguments.getOrDefault("metadata", "").length() > 1_000) {
            return refused("metadata_too_large");
        }
        Instant now = clock.instant();
        Instant last = lastPost.getOrDefault(channel, Instant.MIN);
        if (now.isBefore(last.plus(Duration.ofSeconds(1)))) {
            return tooMany(Duration.ofSeconds(1));
        }
        lastPost.put(channel, now);
        Posted message = new Posted(channel, ts(), arguments, now);
        posted.add(message);
        JsonObject answer = ok();
        answer.addProperty("channel", channel);
        answer.addProperty("ts", message.ts());
        return answer;
    }

    private JsonObject history(Map<String, String> arguments) {
        String channel = arguments.getOrDefault("channel", "");
        if (!channels.contains(channel)) {
            return refused("channel_not_found");
        }
        if (foreign.contains(channel)) {
            return refused("not_in_channel");
        }
        if (historyIsLimited && clock.instant().isBefore(lastHistory.plus(Duration.ofMinutes(1)))) {
            return tooMany(Duration.ofMinutes(1));
        }
        lastHistory = clock.instant();
        Instant oldest = Instant.ofEpochSecond(Long.parseLong(arguments.getOrDefault("oldest", "0")));
        List<Posted> all = posted.reversed().stream()
                .filter(message ->
                        message.channel().equals(channel) && message.at().isAfter(oldest))
                .toList();
        int from = arguments.containsKey("cursor") ? Integer.parseInt(arguments.get("cursor")) : 0;
        int to = Math.min(all.size(), from + Math.min(pageSize, Integer.parseInt(arguments.get("limit"))));
        JsonArray messages = new JsonArray();
        boolean metadata = arguments.getOrDefault("include_all_metadata", "0").equals("1");
        all.subList(from, to).forEach(message -> messages.add(json(message, metadata)));
        JsonObject answer = ok();
        answer.add("messages", messages);
        if (to < all.size()) {
            JsonObject next = new JsonObject();
            next.addProperty("next_cursor", Integer.toString(to));
            answer.add("response_metadata", next);
        }
        return answer;
    }

    private static JsonObject json(Posted message, boolean metadata) {
        JsonObject json = new JsonObject();
        json.addProperty("type", "message");
        json.addProperty("ts", message.ts());
        json.addProperty("user", message.arguments().containsKey("blocks") ? BOT : "U0SOMEBODY");
        json.addProperty("text", message.arguments().get("text"));
        parsed(message, "blocks").ifPresent(blocks -> json.add("blocks", blocks));
        if (metadata) {
            parsed(message, "metadata").ifPresent(found -> json.add("metadata", found));
        }
        return json;
    }

    private static Optional<JsonElement> parsed(Posted message, String field) {
        return Optional.ofNullable(message.arguments().get(field)).map(JsonParser::parseString);
    }

    private JsonObject open(Map<String, String> arguments) {
        String user = arguments.getOrDefault("users", "");
        if (!user.startsWith("U")) {
            return refused("user_not_found");
        }
        JsonObject channel = new JsonObject();
        channel.addProperty("id", conversation(user));
        JsonObject answer = ok();
        answer.add("channel", channel);
        return answer;
    }

    /** The direct conversation with a person has an id of its own. */
    private String conversation(String channel) {
        if (!channel.startsWith("U")) {
            return channel;
        }
        String direct = "D" + channel.substring(1);
        channels.add(direct);
        return direct;
    }

    private String ts() {
        return "%d.%06d".formatted(clock.instant().getEpochSecond(), ++sequence);
    }

    private static JsonObject ok() {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", true);
        return answer;
    }

    /** As Slack says it: by the status, with the time to wait. */
    private static JsonObject tooMany(Duration wait) {
        JsonObject answer = refused("ratelimited");
        answer.addProperty(RETRY_AFTER, wait.toSeconds());
        return answer;
    }

    private static JsonObject refused(String error) {
        JsonObject answer = new JsonObject();
        answer.addProperty("ok", false);
        answer.addProperty("error", error);
        return answer;
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

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
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

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
