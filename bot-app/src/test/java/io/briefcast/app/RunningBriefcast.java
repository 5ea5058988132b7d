package io.briefcast.app;

import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Reading;
import io.briefcast.search.InsightIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of Briefcast as {@code serve} runs it, on free ports, with the bundled shows read. */
public final class RunningBriefcast implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningBriefcast(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts on a folder and waits until every bundled episode is read and can be found. */
    public static RunningBriefcast start(Path dataDir, String... settings) throws IOException {
        Stream<String> usual = Stream.of(
                "--server.port=0",
                "--briefcast.data-dir=" + dataDir,
                "--briefcast.demo.port=" + freePort(),
                "--briefcast.pipeline.polling=100ms");
        RunningBriefcast running = new RunningBriefcast(new SpringApplicationBuilder(BriefcastApplication.class)
                .profiles("serve")
                .run(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new)));
        running.context.getBean(Serving.class).start();
        await(running::isRead);
        running.context.getBean(InsightIndex.class).follow();
        return running;
    }

    private boolean isRead() {
        Map<Reading.State, Integer> progress = context.getBean(Episodes.class).progress();
        return progress.getOrDefault(Reading.State.READ, 0) > 10
                && progress.getOrDefault(Reading.State.WAITING, 0) == 0;
    }

    /** Waits until something is so, and fails when it does not become so in two minutes. */
    public static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }

    /** A part of what runs. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** An address on it. */
    public URI at(String path) {
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path)).build());
    }

    /** Sends any request. */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        client.close();
        context.close();
    }
}
