package io.briefcast.adapter.discord;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.utils.JDALogger;

/**
 * Discord's REST API in this process, as strict as the real one: it refuses wrong tokens, unknown channels, components
 * beyond the limits and mentions that are not switched off, posts once under a nonce, and misbehaves on request.
 */
final class FakeDiscord implements AutoCloseable {
    static final String TOKEN = "discord-secret-token";

    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final int V2 = 1 << 15;
    private static final long PATIENCE_MILLIS = 60_000;

    private final HttpServer server;
    private final FakeGateway gateway = new FakeGateway();
    private final InstantSource clock;
    private final Map<String, List<DataObject>> channels = new HashMap<>();
    private final Map<String, DataObject> byNonce = new HashMap<>();
    private final FakeAnswers interactions = new FakeAnswers();
    private final Deque<Fault> faults = new ArrayDeque<>();
    private Optional<Fault> nextPost = Optional.empty();
    private Optional<Fault> nextAnswer = Optional.empty();
    private Optional<Fault> nextCallback = Optional.empty();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final int shards;
    private boolean dying;
    private boolean historyClosed;
    private boolean conversationsClosed;
    private boolean refusesImages;
    private Optional<Fault> registering = Optional.empty();
    private final List<DataObject> threads = new ArrayList<>();
    private boolean threadsArchived;
    private long lastId;
    private DataArray registered = DataArray.empty();

    /** What can befall the next request for a message. */
    sealed interface Fault {
        /** An answer with this status and Discord's error code; nothing happens. */
        record Status(int status, int code, Map<String, String> headers) implements Fault {}

        /** A page for people with this status, by something between us and Discord; nothing happens. */
        record Page(int status) implements Fault {}

        /** The request is done, and the connection dies before the answer. */
        record AcceptThenDrop() implements Fault {}

        /** The request is done, and something between us and Discord answers with this status in its place. */
        record AcceptThenStatus(int status) implements Fault {}

        /** The request is done while something else happens. */
        record Meanwhile(Runnable event) implements Fault {}

        /** Nothing goes wrong with this one. */
        record Pass() implements Fault {}

        /** The connection dies, and nothing is done. */
        record Drop() implements Fault {}

        /**
         * Kills whoever calls.
         *
         * @param taken whether it does what it is asked before
         * @param answered whether it answers before
         */
        record Dying(Runnable kill, boolean taken, boolean answered) implements Fault {}
    }

    /** A request that came in. */
    record Call(String method, String path, String body) {
        boolean is(String wantedMethod, String end) {
            return method.equals(wantedMethod) && path.endsWith(end);
        }
    }

    FakeDiscord(InstantSource clock) {
        this(clock, 1);
    }

    FakeDiscord(InstantSource clock, int shards) {
        this.clock = clock;
        this.shards = shards;
        // What JDA says about connections that end with their test helps nobody.
        JDALogger.setFallbackLoggerEnabled(false);
        channels.put(FakeServer.BRIEFS, new ArrayList<>());
        channels.put(FakeServer.SEALED, new ArrayList<>());
        channels.put(FakeServer.CONVERSATION, new ArrayList<>());
        channels.put(FakeServer.HALL, new ArrayList<>());
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v10/");
    }

    FakeGateway gateway() {
        return gateway;
    }

    BlockingQueue<Call> calls() {
        return calls;
    }

    /** Requests that posted or tried to. */
    List<Call> posts() {
        return calls.stream().filter(call -> call.is("POST", "/messages")).toList();
    }

    /** Somebody does something; {@link #answers} has what is said to it. */
    void interact(int shard, DataObject interaction) {
        synchronized (this) {
            interactions.expect(interaction.getString("token"), interaction.getInt("type"));
        }
        gateway.dispatch(shard, "INTERACTION_CREATE", interaction);
    }

    /** What was said to an interaction so far. */
    synchronized List<FakeAnswers.Said> answers(String token) {
        return interactions.to(token);
    }

    /** The commands that are registered. */
    synchronized DataArray commands() {
        return registered;
    }

    /** Waits until something is so; returns after a minute all the same, and the test says what is missing. */
    synchronized void await(BooleanSupplier there) {
        long left = PATIENCE_MILLIS;
        while (!there.getAsBoolean() && left > 0) {
            long before = System.nanoTime();
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            left -= (System.nanoTime() - before) / 1_000_000;
        }
    }

    /** Messages that are really there. */
    synchronized List<DataObject> posted() {
        return channels.values().stream().flatMap(List::stream).toList();
    }

    synchronized void misbehave(Fault fault) {
        faults.add(fault);
    }

    /** The same for the next post that nothing else befalls. */
    synchronized void atNextPost(Fault fault) {
        nextPost = Optional.of(fault);
    }

    /** The same for the next further answer to an interaction. */
    synchronized void atNextAnswer(Fault fault) {
        nextAnswer = Optional.of(fault);
    }

    /** Somebody deletes the first message of a thread. */
    synchronized void deleteStarter(String thread) {
        Objects.requireNonNull(channels.get(thread)).clear();
    }

    /** The same for the next acknowledgement. */
    synchronized void atNextAcknowledgement(Fault fault) {
        nextCallback = Optional.of(fault);
    }

    synchronized void addChannel(String channel) {
        channels.put(channel, new ArrayList<>());
    }

    synchronized void removeChannel(String channel) {
        channels.remove(channel);
    }

    /** The bot no longer sees any channel, whatever it was told before. */
    synchronized void closeHistory() {
        historyClosed = true;
    }

    synchronized void closeConversations() {
        conversationsClosed = true;
    }

    /** The next registration of commands comes to nothing, with this status and Discord's error code. */
    synchronized void refuseRegistration(int status, int code) {
        registering = Optional.of(new Fault.Status(status, code, Map.of()));
    }

    synchronized void refuseImages() {
        refusesImages = true;
    }

    /** Threads in the forum, in the order in which they were made. */
    synchronized List<DataObject> threads() {
        return List.copyOf(threads);
    }

    /** Every thread is archived, as quiet ones are. */
    synchronized void archiveThreads() {
        threadsArchived = true;
    }

    /** The window in which a nonce counts is over. */
    synchronized void forgetNonces() {
        byNonce.clear();
    }

    synchronized void chatter(String channel, int messages) {
        for (int i = 0; i < messages; i++) {
            store(channel, DataObject.empty().put("content", "chatter").put("author", FakeServer.user(FakeServer.ADA)));
        }
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            gateway.stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath().replace("/api/v10", "");
        calls.add(new Call(exchange.getRequestMethod(), path, body));
        Reply reply = reply(exchange, path, body);
        synchronized (this) {
            notifyAll();
        }
        try {
            if (!reply.drop()) {
                answer(exchange, reply);
            }
        } finally {
            end(reply);
            exchange.close();
        }
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        // Without it, JDA takes a 429 for a ban by Cloudflare.
        exchange.getResponseHeaders().add("Via", "1.1 google");
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
    }

    private void end(Reply reply) {
        reply.last().run();
        if (reply.dying()) {
            synchronized (this) {
                dying = false;
                notifyAll();
            }
        }
    }

    /** Whoever is being killed says nothing more, however long that takes on a busy machine. */
    private void awaitDeath() {
        while (dying) {
            try {
                wait();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** An answer, and what happens right after it or instead of it. */
    private record Reply(
            int status, String body, Map<String, String> headers, boolean drop, boolean dying, Runnable last) {
        Reply(int status, String body, Map<String, String> headers, boolean drop) {
            this(status, body, headers, drop, false, () -> {});
        }

        static Reply of(Object body) {
            return new Reply(200, body.toString(), Map.of(), false);
        }

        static Reply error(int status, int code) {
            DataObject body = DataObject.empty().put("code", code).put("message", "as told");
            return new Reply(status, body.toString(), Map.of(), false);
        }
    }

    private synchronized Reply reply(HttpExchange exchange, String path, String body) {
        awaitDeath();
        String[] parts = path.substring(1).split("/");
        boolean token = ("Bot " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean tokenless = parts[0].equals("interactions") || parts[0].equals("webhooks");
        if (!token && !tokenless) {
            return Reply.error(401, 0);
        }
        return switch (exchange.getRequestMethod() + " " + shape(parts)) {
            case "GET users/@me" -> Reply.of(FakeServer.self());
            case "GET gateway/bot" -> Reply.of(gatewayBot());
            case "POST users/@me/channels" -> faulty(() -> Reply.of(FakeServer.conversation()));
            case "POST channels/*/messages" -> faultyPost(() -> post(parts[1], DataObject.fromJson(body)));
            case "GET channels/*/messages" -> faulty(() -> history(exchange, parts[1]));
            case "POST channels/*/threads" -> faultyPost(() -> thread(parts[1], DataObject.fromJson(body)));
            case "GET channels/*" -> Reply.of(FakeServer.channel(parts[1]));
            case "GET channels/*/messages/*" -> message(parts[1], parts[3]);
            case "GET guilds/*/threads/active" -> faulty(() -> threads(false));
            case "GET channels/*/threads/archived/public" ->
                FakeServer.isSealed(parts[1]) || historyClosed ? Reply.error(403, 50001) : threads(true);
            case "GET applications/*/commands" -> Reply.of(registered);
            case "PUT applications/*/commands" -> faultyRegistration(() -> commands(body));
            case "POST interactions/*/*/callback" ->
                faultyCallback(() -> of(interactions.callback(parts[1], parts[2], DataObject.fromJson(body))));
            case "PATCH webhooks/*/*/messages/@original" -> answer(parts[2], true, DataObject.fromJson(body));
            case "POST webhooks/*/*" -> faultyAnswer(() -> answer(parts[2], false, DataObject.fromJson(body)));
            default -> Reply.error(404, 0);
        };
    }

    /** The path with a star for every id. */
    private static String shape(String[] parts) {
        List<String> shape = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            boolean id = !parts[i].equals("@me")
                    && !parts[i].equals("@original")
                    && i > 0
                    && List.of("channels", "applications", "interactions", "webhooks", "guilds")
                            .contains(parts[0])
                    && (i == 1
                            || (i == 2 && parts[0].matches("interactions|webhooks"))
                            || (i == 3 && parts[2].equals("messages")));
            shape.add(id ? "*" : parts[i]);
        }
        return String.join("/", shape);
    }

    private interface Doing {
        Reply done();
    }

    private Reply faultyRegistration(Doing doing) {
        registering.ifPresent(faults::addFirst);
        registering = Optional.empty();
        return faulty(doing);
    }

    private Reply faultyCallback(Doing doing) {
        Optional<Fault> fault = nextCallback;
        nextCallback = Optional.empty();
        fault.ifPresent(faults::addFirst);
        return fault.isPresent() ? faulty(doing) : doing.done();
    }

    private Reply faultyAnswer(Doing doing) {
        Optional<Fault> fault = nextAnswer;
        nextAnswer = Optional.empty();
        fault.ifPresent(faults::addFirst);
        return fault.isPresent() ? faulty(doing) : doing.done();
    }

    private Reply faultyPost(Doing doing) {
        if (faults.isEmpty()) {
            nextPost.ifPresent(faults::add);
            nextPost = Optional.empty();
        }
        return faulty(doing);
    }

    private Reply faulty(Doing doing) {
        return switch (Optional.ofNullable(faults.poll()).orElse(null)) {
            case null -> doing.done();
            case Fault.Dying dying -> {
                Reply done = dying.taken() ? doing.done() : Reply.error(500, 0);
                this.dying = true;
                yield new Reply(done.status(), done.body(), done.headers(), !dying.answered(), true, dying.kill());
            }
            case Fault.Status fault -> {
                DataObject body = DataObject.empty().put("code", fault.code()).put("message", "as told");
                Optional.ofNullable(fault.headers().get("Retry-After"))
                        .ifPresent(after -> body.put("retry_after", Double.parseDouble(after)));
                yield new Reply(fault.status(), body.toString(), fault.headers(), false);
            }
            case Fault.Page page -> new Reply(page.status(), "<html>No way</html>", Map.of(), false);
            case Fault.AcceptThenStatus fault -> {
                doing.done();
                yield new Reply(fault.status(), "<html>Too late</html>", Map.of(), false);
            }
            case Fault.AcceptThenDrop ignored -> {
                doing.done();
                yield new Reply(0, "", Map.of(), true);
            }
            case Fault.Meanwhile meanwhile -> {
                meanwhile.event().run();
                yield doing.done();
            }
            case Fault.Pass ignored -> doing.done();
            case Fault.Drop ignored -> new Reply(0, "", Map.of(), true);
        };
    }

    /** A thread in the forum, with its first message. */
    private Reply thread(String forum, DataObject body) {
        int name = body.getString("name", "").length();
        if (!forum.equals(FakeServer.FORUM) && !forum.equals(FakeServer.SEALED_FORUM)) {
            return Reply.error(404, 10003);
        }
        if (name < 1
                || name > 100
                || body.getArray("applied_tags").length() > 5
                || !faults(body.getObject("message")).isEmpty()) {
            return Reply.error(400, 50035);
        }
        DataObject message = store(forum, body.getObject("message").put("author", FakeServer.self()));
        String id = message.getString("id");
        channels.put(id, new ArrayList<>(List.of(message.put("channel_id", id))));
        DataObject thread = FakeServer.channel(FakeServer.FORUM_POST)
                .put("id", id)
                .put("parent_id", forum)
                .put("owner_id", FakeServer.BOT)
                .put("name", body.getString("name"))
                .put("applied_tags", body.getArray("applied_tags"));
        threads.add(thread);
        return Reply.of(thread);
    }

    private Reply threads(boolean archived) {
        return Reply.of(DataObject.empty()
                .put("threads", DataArray.fromCollection(archived == threadsArchived ? threads : List.of()))
                .put("members", DataArray.empty()));
    }

    private Reply message(String channel, String id) {
        if (historyClosed || !channels.containsKey(channel)) {
            return historyClosed ? Reply.error(403, 50001) : Reply.error(404, 10003);
        }
        return channels.get(channel).stream()
                .filter(message -> message.getString("id").equals(id))
                .findFirst()
                .map(Reply::of)
                .orElseGet(() -> Reply.error(404, 10008));
    }

    private Reply post(String channel, DataObject body) {
        if (channel.equals(FakeServer.FORUM)) {
            return Reply.error(400, 50008);
        }
        if (!channels.containsKey(channel)) {
            return Reply.error(404, 10003);
        }
        if (channel.equals(FakeServer.CONVERSATION) && conversationsClosed) {
            return Reply.error(403, 50007);
        }
        if (!faults(body).isEmpty() || body.getString("nonce", "").length() > 25) {
            return Reply.error(400, 50035);
        }
        String nonce = body.getBoolean("enforce_nonce") ? channel + body.getString("nonce") : "";
        if (byNonce.containsKey(nonce)) {
            return Reply.of(byNonce.get(nonce));
        }
        DataObject message = store(channel, body.put("author", FakeServer.self()));
        if (!nonce.isEmpty()) {
            byNonce.put(nonce, message);
        }
        return Reply.of(message);
    }

    /** Our own rules for the body of a message, over those for its components. */
    private List<String> faults(DataObject body) {
        List<String> faults = new ArrayList<>(DiscordRules.faults(body.getArray("components")));
        boolean mentions = body.optObject("allowed_mentions")
                .map(allowed -> !allowed.getArray("parse").isEmpty())
                .orElse(true);
        if (mentions) {
            faults.add("mentions are not switched off");
        }
        if ((body.getInt("flags", 0) & V2) == 0
                || !body.getString("content", "").isEmpty()) {
            faults.add("no Components V2, or content beside them");
        }
        if (refusesImages && body.toString().contains("\"media\"")) {
            faults.add("a picture cannot be loaded");
        }
        return faults;
    }

    private Reply answer(String token, boolean edit, DataObject body) {
        return faults(body).isEmpty() ? of(interactions.answer(token, edit, body)) : Reply.error(400, 50035);
    }

    private Reply of(FakeAnswers.Outcome outcome) {
        return switch (outcome) {
            case FakeAnswers.Outcome.Refused refused -> Reply.error(refused.status(), refused.code());
            case FakeAnswers.Outcome.Acknowledged acknowledged -> Reply.of(acknowledged.body());
            case FakeAnswers.Outcome.Said said ->
                Reply.of(store(FakeServer.BRIEFS + "-answers", said.message().put("author", FakeServer.self())));
        };
    }

    private DataObject store(String channel, DataObject message) {
        long id = Math.max(lastId + 1, (clock.millis() - EPOCH_MILLIS) << 22);
        lastId = id;
        pictures(message.optArray("components").orElseGet(DataArray::empty));
        message.put("id", Long.toString(id))
                .put("channel_id", channel.replace("-answers", ""))
                .put("type", 0)
                .put("timestamp", clock.instant().toString())
                .put("mentions", DataArray.empty())
                .put("mention_roles", DataArray.empty())
                .put("attachments", DataArray.empty())
                .put("embeds", DataArray.empty());
        if (channels.containsKey(channel)) {
            channels.get(channel).add(message);
        }
        return message;
    }

    /** Discord says where it keeps a copy of each picture. */
    private static void pictures(DataArray components) {
        for (int i = 0; i < components.length(); i++) {
            DataObject component = components.getObject(i);
            component.optObject("media").ifPresent(media -> media.put("proxy_url", media.getString("url")));
            pictures(component.optArray("items").orElseGet(DataArray::empty));
            component
                    .optObject("accessory")
                    .ifPresent(picture -> pictures(DataArray.empty().add(picture)));
        }
    }

    private Reply history(HttpExchange exchange, String channel) {
        if (historyClosed) {
            return Reply.error(403, 50001);
        }
        if (!channels.containsKey(channel)) {
            return Reply.error(404, 10003);
        }
        if (FakeServer.isSealed(channel)) {
            return Reply.of(DataArray.empty());
        }
        Map<String, String> query = new HashMap<>();
        for (String pair : exchange.getRequestURI().getQuery().split("&", -1)) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        long before = Long.parseLong(query.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
        return Reply.of(DataArray.fromCollection(channels.get(channel).reversed().stream()
                .filter(message -> message.getLong("id") < before)
                .limit(Integer.parseInt(query.get("limit")))
                .toList()));
    }

    private Reply commands(String body) {
        DataArray commands = DataArray.fromJson(body);
        if (!CommandRules.faults(commands).isEmpty()) {
            return Reply.error(400, 50035);
        }
        registered = DataArray.empty();
        for (int i = 0; i < commands.length(); i++) {
            registered.add(commands.getObject(i)
                    .put("id", Long.toString(600_000_000_000_000_000L + i))
                    .put("application_id", FakeServer.BOT)
                    .put("version", "1"));
        }
        return Reply.of(registered);
    }

    private DataObject gatewayBot() {
        return DataObject.empty()
                .put("url", gateway.url())
                .put("shards", shards)
                .put(
                        "session_start_limit",
                        DataObject.empty()
                                .put("total", 1_000)
                                .put("remaining", 999)
                                .put("reset_after", 0)
                                .put("max_concurrency", 16));
    }
}
