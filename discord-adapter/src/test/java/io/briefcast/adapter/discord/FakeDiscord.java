package io.briefcast.adapter.discord;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.briefcast.adapter.discord.FakeFaults.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.internal.utils.JDALogger;

/**
 * Discord's REST API in this process, as strict as the real one. {@link FakeChannels} has what is posted,
 * {@link FakeAnswers} what is said to interactions, {@link FakeRates} how much it takes, {@link FakeFaults} what goes
 * wrong on request, and {@link FakeGateway} is the other side of the connection. Every request that came in is held
 * against Discord's own description when it closes, where there is one ({@link OpenApi#ofDiscord}).
 */
final class FakeDiscord implements AutoCloseable {
    static final String TOKEN = "discord-secret-token";

    private static final long PATIENCE_MILLIS = 60_000;

    private final HttpServer server;
    private final FakeGateway gateway = new FakeGateway();
    private final InstantSource clock;
    private final int shards;
    private final FakeChannels channels;
    private final FakeAnswers interactions = new FakeAnswers();
    private final FakeFaults faults = new FakeFaults();
    private final FakeRates rates = new FakeRates();
    private final Queue<Call> heard = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private DataArray registered = DataArray.empty();
    private boolean dying;

    /**
     * A request that came in.
     *
     * @param query behind the path; empty where there is none
     */
    record Call(String method, String path, String query, String body) {
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
        this.channels = new FakeChannels(clock);
        // What JDA says about connections that end with their test helps nobody.
        JDALogger.setFallbackLoggerEnabled(false);
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

    /** Requests that came in; a test may take them away. */
    BlockingQueue<Call> calls() {
        return calls;
    }

    /** Requests that posted or tried to. */
    List<Call> posts() {
        return calls.stream().filter(call -> call.is("POST", "/messages")).toList();
    }

    /** Messages that are really there. */
    synchronized List<DataObject> posted() {
        return channels.posted();
    }

    /** Threads in the forum, in the order in which they were made. */
    synchronized List<DataObject> threads() {
        return channels.threads();
    }

    /** The commands that are registered. */
    synchronized DataArray commands() {
        return registered;
    }

    /** Somebody does something; {@link #answers} has what is said to it. */
    void interact(int shard, DataObject interaction) {
        expect(interaction);
        gateway.dispatch(shard, "INTERACTION_CREATE", interaction);
    }

    /** Somebody does something that no gateway tells. */
    synchronized void expect(DataObject interaction) {
        interactions.expect(interaction.getString("token"), interaction.getInt("type"));
    }

    /** What was said to an interaction so far. */
    synchronized List<FakeAnswers.Said> answers(String token) {
        return interactions.to(token);
    }

    /** Time goes by for everybody who waits for an answer to an interaction. */
    synchronized void pass(Duration time) {
        interactions.pass(time);
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

    /** What befalls the next look, post or opening of a conversation. */
    synchronized void misbehave(Fault fault) {
        faults.next(fault);
    }

    /** The same for the next post that nothing else befalls. */
    synchronized void atNextPost(Fault fault) {
        faults.next(Kind.POST, fault);
    }

    /** The same for the next further answer to an interaction. */
    synchronized void atNextAnswer(Fault fault) {
        faults.next(Kind.ANSWER, fault);
    }

    /** The same for the next acknowledgement. */
    synchronized void atNextAcknowledgement(Fault fault) {
        faults.next(Kind.ACKNOWLEDGEMENT, fault);
    }

    /** The next registration of commands comes to nothing, with this status and Discord's error code. */
    synchronized void refuseRegistration(int status, int code) {
        faults.next(Kind.REGISTRATION, new Fault.Status(status, code, Map.of()));
    }

    /** Each channel takes only so many posts from now on. */
    synchronized void limitPosts(FakeRates.Limit limit) {
        rates.limit("POST channels/*/messages", limit);
    }

    synchronized void addChannel(String channel) {
        channels.add(channel);
    }

    synchronized void removeChannel(String channel) {
        channels.remove(channel);
    }

    /** The bot no longer sees any channel, whatever it was told before. */
    synchronized void closeHistory() {
        channels.closeHistory();
    }

    synchronized void closeConversations() {
        channels.closeConversations();
    }

    synchronized void refuseImages() {
        channels.refuseImages();
    }

    /** Every thread is archived, as quiet ones are. */
    synchronized void archiveThreads() {
        channels.archiveThreads();
    }

    /** Somebody begins threads like another, with the same title and first message. */
    synchronized void threadsLike(DataObject like, String owner, int times) {
        for (int i = 0; i < times; i++) {
            channels.threadLike(like, owner);
        }
    }

    /** Somebody deletes the first message of a thread. */
    synchronized void deleteStarter(String thread) {
        channels.deleteStarter(thread);
    }

    /** The window in which a nonce counts is over. */
    synchronized void forgetNonces() {
        channels.forgetNonces();
    }

    synchronized void chatter(String channel, int messages) {
        channels.chatter(channel, messages);
    }

    @Override
    public void close() {
        server.stop(0);
        try {
            gateway.stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        OpenApi.ofDiscord().ifPresent(described -> described.require(List.copyOf(heard)));
    }

    private void handle(HttpExchange exchange) throws IOException {
        Call call = call(exchange);
        heard.add(call);
        calls.add(call);
        FakeReply reply = reply(call, exchange.getRequestHeaders().getFirst("Authorization"));
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

    private static Call call(HttpExchange exchange) throws IOException {
        URI asked = exchange.getRequestURI();
        return new Call(
                exchange.getRequestMethod(),
                asked.getPath().replace("/api/v10", ""),
                Optional.ofNullable(asked.getQuery()).orElse(""),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, FakeReply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        // Without it, JDA takes a 429 for a ban by Cloudflare.
        exchange.getResponseHeaders().add("Via", "1.1 google");
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.getResponseBody().flush();
    }

    private void end(FakeReply reply) {
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

    private synchronized FakeReply reply(Call call, String authorization) {
        awaitDeath();
        String[] parts = call.path().substring(1).split("/");
        String route = call.method() + " " + shape(parts);
        FakeReply reply = refusal(call, parts[0], route, authorization).orElseGet(() -> done(call, parts, route));
        dying = reply.dying();
        return reply;
    }

    /** Answers to interactions need no token but the one in their path, and count towards no limit of the bot. */
    private Optional<FakeReply> refusal(Call call, String first, String route, String authorization) {
        if (first.equals("interactions") || first.equals("webhooks")) {
            return Optional.empty();
        }
        return ("Bot " + TOKEN).equals(authorization)
                ? rates.refusal(route, call.path(), clock.instant())
                : Optional.of(FakeReply.error(401, 0));
    }

    private FakeReply done(Call call, String[] parts, String route) {
        return switch (route) {
            case "GET users/@me" -> FakeReply.of(FakeServer.self());
            case "GET gateway/bot" -> FakeReply.of(gatewayBot());
            case "POST users/@me/channels" -> faults.befall(Kind.OTHER, () -> FakeReply.of(FakeServer.conversation()));
            case "POST channels/*/messages" -> faults.befall(Kind.POST, () -> channels.post(parts[1], body(call)));
            case "GET channels/*/messages" -> faults.befall(Kind.OTHER, () -> channels.history(parts[1], query(call)));
            case "POST channels/*/threads" -> faults.befall(Kind.POST, () -> channels.thread(parts[1], body(call)));
            case "GET channels/*" -> channels.channel(parts[1]);
            case "GET channels/*/messages/*" -> channels.message(parts[1], parts[3]);
            case "GET guilds/*/threads/active" -> faults.befall(Kind.OTHER, channels::activeThreads);
            case "GET channels/*/threads/archived/public" -> channels.archivedThreads(parts[1], query(call));
            case "GET applications/*/commands" -> FakeReply.of(registered);
            case "PUT applications/*/commands" -> faults.befall(Kind.REGISTRATION, () -> register(call.body()));
            case "POST interactions/*/*/callback" ->
                faults.befall(Kind.ACKNOWLEDGEMENT, () -> of(interactions.callback(parts[1], parts[2], body(call))));
            case "PATCH webhooks/*/*/messages/@original" -> answer(parts[2], true, body(call));
            case "POST webhooks/*/*" -> faults.befall(Kind.ANSWER, () -> answer(parts[2], false, body(call)));
            default -> FakeReply.error(404, 0);
        };
    }

    private static DataObject body(Call call) {
        return DataObject.fromJson(call.body());
    }

    private static Map<String, String> query(Call call) {
        return Stream.of(call.query().split("&", -1))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** The path with a star for every id. */
    private static String shape(String[] parts) {
        return IntStream.range(0, parts.length)
                .mapToObj(i -> isId(parts, i) ? "*" : parts[i])
                .collect(Collectors.joining("/"));
    }

    private static boolean isId(String[] parts, int i) {
        return switch (parts[0]) {
            case "interactions", "webhooks" -> i == 1 || i == 2;
            case "channels" -> i == 1 || (i == 3 && parts[2].equals("messages"));
            case "applications", "guilds" -> i == 1;
            default -> false;
        };
    }

    private FakeReply answer(String token, boolean edit, DataObject body) {
        return channels.faults(body).isEmpty()
                ? of(interactions.answer(token, edit, body))
                : FakeReply.error(400, 50035);
    }

    private FakeReply of(FakeAnswers.Outcome outcome) {
        return switch (outcome) {
            case FakeAnswers.Outcome.Refused refused -> FakeReply.error(refused.status(), refused.code());
            case FakeAnswers.Outcome.Acknowledged acknowledged -> FakeReply.of(acknowledged.body());
            case FakeAnswers.Outcome.Said said ->
                FakeReply.of(channels.stamped(FakeServer.BRIEFS, said.message().put("author", FakeServer.self())));
        };
    }

    private FakeReply register(String body) {
        DataArray commands = DataArray.fromJson(body);
        if (!CommandRules.faults(commands).isEmpty()) {
            return FakeReply.error(400, 50035);
        }
        registered = DataArray.empty();
        for (int i = 0; i < commands.length(); i++) {
            registered.add(commands.getObject(i)
                    .put("id", Long.toString(600_000_000_000_000_000L + i))
                    .put("application_id", FakeServer.BOT)
                    .put("version", "1"));
        }
        return FakeReply.of(registered);
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
