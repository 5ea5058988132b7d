package io.briefcast.adapter.discord;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Discord's gateway: hello, identify, ready, guilds, heartbeats, resume, invalid sessions, several shards. */
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
    private final AtomicInteger sequence = new AtomicInteger();
    private final Map<Integer, WebSocket> shards = new ConcurrentHashMap<>();
    private final Set<Integer> welcomed = new HashSet<>();
    private final List<DataObject> identified = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> sessions = new LinkedBlockingQueue<>();
    private volatile boolean refusing;
    private volatile int heartbeatMillis = 41_250;
    private volatile boolean deaf;
    private volatile boolean holding;

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
        send(socket(shard), event, data);
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
        socket(shard).send(frame(INVALID_SESSION).put("d", resumable).toString());
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
        send(socket(shard), "RESUMED", DataObject.empty());
    }

    private WebSocket socket(int shard) {
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
        int shard = data.optArray("shard").map(shards -> shards.getInt(0)).orElse(0);
        shards.put(shard, socket);
        identified.add(data);
        send(
                socket,
                "READY",
                DataObject.empty()
                        .put("v", 10)
                        .put("user", FakeServer.self())
                        .put("session_id", "session-" + shard)
                        .put("resume_gateway_url", url())
                        .put("private_channels", DataArray.empty())
                        .put(
                                "application",
                                DataObject.empty().put("id", FakeServer.BOT).put("flags", 0))
                        .put("guilds", shard == 0 ? unavailable() : DataArray.empty()));
        if (shard == 0) {
            send(socket, "GUILD_CREATE", FakeServer.guild());
        }
        came(shard);
    }

    private static DataArray unavailable() {
        return DataArray.empty().add(DataObject.empty().put("id", FakeServer.ID).put("unavailable", true));
    }

    private void resume(WebSocket socket, DataObject data) {
        if (refusing) {
            sessions.add("resume");
            socket.send(frame(INVALID_SESSION).put("d", false).toString());
            return;
        }
        deaf = false;
        shards.put(Integer.parseInt(data.getString("session_id").substring("session-".length())), socket);
        if (!holding) {
            send(socket, "RESUMED", DataObject.empty());
        }
        sessions.add("resume");
    }

    private void send(WebSocket socket, String event, DataObject data) {
        socket.send(frame(DISPATCH)
                .put("t", event)
                .put("s", sequence.incrementAndGet())
                .put("d", data)
                .toString());
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
