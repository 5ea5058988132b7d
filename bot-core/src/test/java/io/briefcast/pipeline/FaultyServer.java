package io.briefcast.pipeline;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A chat on loopback that posts what it is given, as often as it is given, and often answers wrongly or not at all. */
final class FaultyServer implements AutoCloseable {
    /** A post that is this long on its way was held up in a frozen process. */
    private static final Duration FROZEN = DeliveringProcess.SETTINGS.lease().dividedBy(2);

    private static final int LONGEST_WAY_MILLIS = 20;
    private static final int FAILED_LOOKS_PERCENT = 5;

    /** What becomes of a post. */
    enum Answer {
        POSTED(0),
        BROKEN_500(8),
        TOO_MANY_429(4),
        DROPPED(3),
        POSTED_THEN_DROPPED(4),
        POSTED_THEN_503(3);

        private final int percent;

        Answer(int percent) {
            this.percent = percent;
        }

        private static Answer draw(int roll) {
            int rest = roll;
            for (Answer answer : values()) {
                if (rest < answer.percent) {
                    return answer;
                }
                rest -= answer.percent;
            }
            return POSTED;
        }

        private boolean posts() {
            return this == POSTED || this == POSTED_THEN_DROPPED || this == POSTED_THEN_503;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random;
    private final Map<String, Integer> posts = new HashMap<>();
    private final Map<String, Integer> held = new HashMap<>();
    private final Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
    private int looks;
    private int arrivals;

    FaultyServer(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/post/", this::post);
        server.createContext("/find/", this::find);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** How often each token was posted. */
    synchronized Map<String, Integer> posts() {
        return Map.copyOf(posts);
    }

    /** How often each token arrived out of a call that was frozen before its bytes left. */
    synchronized Map<String, Integer> held() {
        return Map.copyOf(held);
    }

    synchronized Map<Answer, Integer> answers() {
        return Map.copyOf(answers);
    }

    synchronized int looks() {
        return looks;
    }

    synchronized int arrivals() {
        return arrivals;
    }

    /** Waits until so many posts arrived since it started; returns after {@code patience} in any case. */
    synchronized void await(int target, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (arrivals < target && System.nanoTime() < end) {
            wait(patience.toMillis() / 100 + 1);
        }
    }

    private void post(HttpExchange exchange) throws IOException {
        Instant written =
                Instant.ofEpochMilli(Long.parseLong(exchange.getRequestHeaders().getFirst(LoopbackPlatform.WRITTEN)));
        boolean wasFrozen = written.plus(FROZEN).isBefore(InstantSource.system().instant());
        travel();
        Answer answer = accept(token(exchange), wasFrozen);
        travel();
        switch (answer) {
            case POSTED -> respond(exchange, 200);
            case BROKEN_500 -> respond(exchange, 500);
            case POSTED_THEN_503 -> respond(exchange, 503);
            case TOO_MANY_429 -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                respond(exchange, 429);
            }
            case DROPPED, POSTED_THEN_DROPPED -> exchange.close();
        }
    }

    private synchronized Answer accept(String token, boolean wasFrozen) {
        arrivals++;
        notifyAll();
        Answer answer = Answer.draw(random.nextInt(100));
        answers.merge(answer, 1, Integer::sum);
        if (answer.posts()) {
            posts.merge(token, 1, Integer::sum);
            held.merge(token, wasFrozen ? 1 : 0, Integer::sum);
        }
        return answer;
    }

    private void find(HttpExchange exchange) throws IOException {
        respond(exchange, look(token(exchange)));
    }

    private synchronized int look(String token) {
        looks++;
        if (random.nextInt(100) < FAILED_LOOKS_PERCENT) {
            return 500;
        }
        return posts.containsKey(token) ? 200 : 404;
    }

    /** So that kills fall before the post, and between the post and its answer. */
    private void travel() {
        int millis;
        synchronized (this) {
            millis = random.nextInt(LONGEST_WAY_MILLIS);
        }
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    private static String token(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void respond(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
