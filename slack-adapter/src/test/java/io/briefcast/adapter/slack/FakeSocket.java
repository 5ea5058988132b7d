package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** The other end of Socket Mode: sends envelopes, takes acknowledgements, and hangs up when a test asks for it. */
final class FakeSocket extends WebSocketServer implements Line {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch started = new CountDownLatch(1);
    private final BlockingQueue<WebSocket> connections = new LinkedBlockingQueue<>();
    private volatile boolean refusing;
    private final List<WebSocket> open = new CopyOnWriteArrayList<>();
    private final Map<String, BlockingQueue<JsonObject>> acknowledged = new ConcurrentHashMap<>();

    FakeSocket() {
        super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        setReuseAddr(true);
        setDaemon(true);
        start();
    }

    String url() {
        try {
            if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the socket did not start");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "ws://127.0.0.1:%d/link".formatted(getPort());
    }

    /** Waits until somebody connects. */
    WebSocket connection() {
        return taken(connections, "no connection");
    }

    /** Sends an envelope and waits for its acknowledgement. */
    @Override
    public JsonObject deliver(String type, JsonObject payload) {
        String id = "envelope-" + java.util.UUID.randomUUID();
        JsonObject envelope = new JsonObject();
        envelope.addProperty("type", type);
        envelope.addProperty("envelope_id", id);
        envelope.addProperty("accepts_response_payload", true);
        envelope.add("payload", payload);
        BlockingQueue<JsonObject> acknowledgement = new LinkedBlockingQueue<>();
        acknowledged.put(id, acknowledgement);
        open.getLast().send(envelope.toString());
        return taken(acknowledgement, "not acknowledged: " + envelope);
    }

    /** Tells the client to connect anew, as Slack does every few hours. */
    void announceRefresh() {
        open.getLast().send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\",\"debug_info\":{}}");
    }

    /** Breaks every connection without a word. */
    void breakAll() {
        open.forEach(socket -> socket.closeConnection(1006, "broken"));
    }

    /** Hangs up on everybody who is there or comes. */
    void refuse() {
        refusing = true;
        breakAll();
    }

    /** Takes connections again. */
    void welcome() {
        refusing = false;
    }

    void close() {
        try {
            stop(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T taken(BlockingQueue<T> queue, String otherwise) {
        try {
            return Optional.ofNullable(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError(otherwise));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
        if (refusing) {
            socket.closeConnection(1006, "refused");
            return;
        }
        open.add(socket);
        socket.send("{\"type\":\"hello\",\"num_connections\":1,\"connection_info\":{\"app_id\":\"A0\"},"
                + "\"debug_info\":{\"host\":\"fake\"}}");
        connections.add(socket);
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        open.remove(socket);
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
        if (text.startsWith("{")) {
            JsonObject message = JsonParser.parseString(text).getAsJsonObject();
            Optional.ofNullable(message.get("envelope_id"))
                    .map(id -> acknowledged.get(id.getAsString()))
                    .ifPresent(queue -> queue.add(message));
        }
    }

    @Override
    public void onError(WebSocket socket, Exception e) {
        // A broken connection is what some tests want.
    }
}
