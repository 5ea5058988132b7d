package io.briefcast.adapter.discord;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * Discord's gateway, as strict as the real one (https://docs.discord.com/developers/events/gateway): hello, identify with
 * the right token, ready, guilds, heartbeats, invalid sessions, several shards, and resumes of sessions that it knows, to
 * which it repeats what they missed.
 */
final class FakeGateway extends WebSocketServer {
    private static final int DISPATCH = 0;
    private static final int HEARTBEAT = 1;
    private static final int IDENTIFY = 2;
    private static final int RESUME = 6;
    private static final int RECONNECT = 7;
    private static final int INVALID_SESSION = 9;
    private static final int HELLO = 10;
    private static final int ACKNOWLEDGED = 11;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CountDownLatch listening = new CountDownLatch(1);
    private static final int AUTHENTICATION_FAILED = 4004;
    private static final int INVALID_SEQUENCE = 4007;

    private final AtomicInteger lastSession = new AtomicInteger();
    private final Map<Integer, Session> shards = new ConcurrentHashMap<>();
    private final Map<String, Session> known = new ConcurrentHashMap<>();
    private final Set<Integer> welcomed = new HashSet<>();
    private final List<DataObject> identified = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> sessions = new LinkedBlockingQueue<>();
    private volatile boolean refusing;
    private volatile int heartbeatMillis = 41_250;
    private volatile boolean deaf;
    private volatile boolean holding;

    /** What was said to a shard, over one connection after the other. */
    private static final class Session {
        private final String id;
        private final int shard;
        private final List<String> said = new ArrayList<>();
        private WebSocket socket;

        Session(String id, int shard, WebSocket socket) {
            this.id = id;
            this.shard = shard;
            this.socket = socket;
        }

        /** What is said while nobody listens is repeated after a resume. */
        synchronized void say(String event, DataObject data) {
            said.add(frame(DISPATCH)
                    .put("t", event)
                    .put("s", said.size() + 1)
                    .put("d", data)
                    .toString());
            if (socket.isOpen()) {
                socket.send(said.getLast());
            }
        }

        synchronized boolean knows(int sequence) {
            return sequence <= said.size();
        }

        synchronized void resume(WebSocket next, int sequence) {
            socket = next;
            said.subList(sequence, said.size()).forEach(next::send);
        }

        synchronized WebSocket socket() {
            return socket;
        }
    }

    FakeGateway() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        setReuseAddr(true);
        setDaemon(true);
        start();
        await(listening);
    }

    String url() {
        return "ws://127.0.0.1:" + getPort();
    }

    /** What shards said when they introduced themselves. */
    List<DataObject> identified() {
        return identified;
    }

    /** {@code identify}, {@code resume} or {@code heartbeat} as they come in. */
    BlockingQueue<String> sessions() {
        return sessions;
    }

    /** Sends an event to a shard. */
    void dispatch(int shard, String event, DataObject data) {
        session(shard).say(event, data);
    }

    /** Asks a shard to reconnect; it should resume. */
    void reconnect(int shard) {
        socket(shard).send(frame(RECONNECT).toString());
    }

    /** Asks a shard whether it is alive. */
    void askForHeartbeat(int shard) {
        socket(shard).send(frame(HEARTBEAT).toString());
    }

    /** Breaks every connection without a word. */
    void breakAll() {
        shards.keySet().forEach(this::breakOne);
    }

    /** Breaks the connection of a shard without a word. */
    void breakOne(int shard) {
        socket(shard).closeConnection(1006, "broken");
    }

    /** Says that the session of a shard is no longer valid. */
    void invalidate(int shard, boolean resumable) {
        Session session = session(shard);
        if (!resumable) {
            known.remove(session.id);
        }
        session.socket().send(frame(INVALID_SESSION).put("d", resumable).toString());
    }

    /** Wants a heartbeat every so many milliseconds of those who connect from now on, and acknowledges none before a resume. */
    void hearNothing(int millis) {
        heartbeatMillis = millis;
        deaf = true;
    }

    /** Waits until a shard has introduced itself. */
    synchronized void awaitShard(int shard) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!welcomed.contains(shard) && System.nanoTime() < end) {
            try {
                wait(PATIENCE.toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Waits until some shard wants its session back. */
    void awaitResume() throws InterruptedException {
        String session = "";
        while (!"resume".equals(session)) {
            session = Objects.requireNonNull(sessions.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS), "resume");
        }
    }

    private synchronized void came(int shard) {
        sessions.add("identify");
        welcomed.add(shard);
        notifyAll();
    }

    /** Leaves resumes without an answer until {@link #welcomeBack}. */
    void hold() {
        holding = true;
    }

    /** Answers what it held. */
    void welcomeBack(int shard) {
        holding = false;
        session(shard).say("RESUMED", DataObject.empty());
    }

    private WebSocket socket(int shard) {
        return session(shard).socket();
    }

    private Session session(int shard) {
        return Objects.requireNonNull(shards.get(shard));
    }

    /** From now on, no session can be resumed. */
    void forgetSessions() {
        refusing = true;
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        socket.send(frame(HELLO)
                .put("d", DataObject.empty().put("heartbeat_interval", heartbeatMillis))
                .toString());
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        DataObject frame = DataObject.fromJson(message);
        switch (frame.getInt("op")) {
            case HEARTBEAT -> {
                sessions.add("heartbeat");
                if (!deaf) {
                    socket.send(frame(ACKNOWLEDGED).toString());
                }
            }
            case IDENTIFY -> identify(socket, frame.getObject("d"));
            case RESUME -> resume(socket, frame.getObject("d"));
            default -> {}
        }
    }

    private void identify(WebSocket socket, DataObject data) {
        if (!FakeDiscord.TOKEN.equals(data.getString("token", ""))) {
            socket.close(AUTHENTICATION_FAILED, "Authentication failed.");
            return;
        }
        int shard = data.optArray("shard").map(shards -> shards.getInt(0)).orElse(0);
        Session session = new Session("session-" + lastSession.incrementAndGet(), shard, socket);
        known.put(session.id, session);
        shards.put(shard, session);
        identified.add(data);
        session.say(
                "READY",
                DataObject.empty()
                        .put("v", 10)
                        .put("user", FakeServer.self())
                        .put("session_id", session.id)
                        .put("resume_gateway_url", url())
                        .put("private_channels", DataArray.empty())
                        .put(
                                "application",
                                DataObject.empty().put("id", FakeServer.BOT).put("flags", 0))
                        .put("guilds", shard == 0 ? unavailable() : DataArray.empty()));
        if (shard == 0) {
            session.say("GUILD_CREATE", FakeServer.guild());
        }
        came(shard);
    }

    private static DataArray unavailable() {
        return DataArray.empty().add(DataObject.empty().put("id", FakeServer.ID).put("unavailable", true));
    }

    private void resume(WebSocket socket, DataObject data) {
        Optional<Session> session = Optional.ofNullable(known.get(data.getString("session_id", "")));
        if (!FakeDiscord.TOKEN.equals(data.getString("token", ""))) {
            socket.close(AUTHENTICATION_FAILED, "Authentication failed.");
        } else if (session.isEmpty() || refusing) {
            sessions.add("resume");
            socket.send(frame(INVALID_SESSION).put("d", false).toString());
        } else if (!session.get().knows(data.getInt("seq"))) {
            socket.close(INVALID_SEQUENCE, "Invalid seq.");
        } else {
            resume(socket, session.get(), data.getInt("seq"));
        }
    }

    private void resume(WebSocket socket, Session session, int sequence) {
        deaf = false;
        session.resume(socket, sequence);
        shards.put(session.shard, session);
        if (!holding) {
            session.say("RESUMED", DataObject.empty());
        }
        sessions.add("resume");
    }

    private static DataObject frame(int op) {
        return DataObject.empty().put("op", op);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onError(WebSocket socket, Exception failure) {}

    @Override
    public void onStart() {
        listening.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
