package io.briefcast.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server whose every byte a test decides. Its threads are the system's: one that writes without an end never waits, and
 * would keep everybody else from the few threads that carry virtual ones.
 */
final class LoopbackServer implements AutoCloseable {
    /** Writes a whole answer, status line included. */
    interface Answer {
        void write(OutputStream out) throws IOException;
    }

    /** A request as it came: method, target and headers, names in lower case. */
    record Request(String method, String target, Map<String, String> headers) {}

    private final ServerSocket socket;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    LoopbackServer() throws IOException {
        socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    LoopbackServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    LoopbackServer on(String path, String head, String body) {
        return on(
                path,
                out -> out.write((head.strip().replace("\n", "\r\n") + "\r\nContent-Length: "
                                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.ISO_8859_1)));
    }

    String address(String path) {
        return "http://127.0.0.1:" + socket.getLocalPort() + path;
    }

    List<Request> requests() {
        return requests;
    }

    /** Writes a little at a time until the client hangs up or the test ends. */
    void drip(OutputStream out, String drop) throws IOException {
        try {
            while (!closed.await(50, TimeUnit.MILLISECONDS)) {
                out.write(drop.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofPlatform().daemon().start(() -> answer(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            Request request = read(in);
            requests.add(request);
            answers.getOrDefault(
                            request.target(),
                            out -> out.write("HTTP/1.1 404 No\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                    .write(connection.getOutputStream());
        } catch (IOException | UncheckedIOException e) {
            // the client hung up, as it may
        }
    }

    private static Request read(BufferedReader in) throws IOException {
        String first = in.readLine();
        Map<String, String> headers = new HashMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        String[] words = first == null ? new String[] {"", ""} : first.split(" ", -1);
        return new Request(words[0], words[1], headers);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
