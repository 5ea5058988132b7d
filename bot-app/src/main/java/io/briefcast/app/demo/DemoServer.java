package io.briefcast.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.briefcast.app.demo.DemoSchedule.Release;
import io.briefcast.podcast.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Publishes the bundled shows over loopback HTTP, as a publisher would: feeds with validators, transcripts, artwork. So
 * the demo runs the same path as a real feed.
 */
public final class DemoServer implements AutoCloseable {
    private static final Pattern FEED = Pattern.compile("/([a-z0-9-]+)/feed\\.xml");
    private static final Pattern ARTWORK = Pattern.compile("/([a-z0-9-]+)/artwork\\.(png|svg)");
    private static final Pattern FILE = Pattern.compile("/([a-z0-9-]+)/([a-z0-9-]+)/\\d{4}-\\d\\d-\\d\\d/([\\w.-]+)");
    private static final String HOST = "127.0.0.1";
    private static final String AUDIO = "audio.wav";
    private final List<DemoShow> shows;
    private final InstantSource clock;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    private DemoServer(List<DemoShow> shows, InstantSource clock, HttpServer server) {
        this.shows = shows;
        this.clock = clock;
        this.server = server;
    }

    /**
     * Starts on the loopback address.
     *
     * @param port 0 for any free one
     * @throws IOException when the port is taken or the bundled shows cannot be read
     */
    public static DemoServer start(int port, InstantSource clock) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        DemoServer demo = new DemoServer(DemoShows.read(), clock, http);
        http.createContext("/", demo::handle);
        http.setExecutor(demo.workers);
        http.start();
        return demo;
    }

    /** Whether this is the address of a bundled feed, on whatever port it is or was published. */
    static boolean isBundled(URI feed) {
        Matcher path = FEED.matcher(Objects.requireNonNullElse(feed.getPath(), ""));
        return HOST.equals(feed.getHost()) && path.matches() && DemoShows.has(path.group(1));
    }

    /** Addresses of the feeds. */
    public List<URI> feeds() {
        return shows.stream()
                .map(show -> root().resolve(show.slug() + "/feed.xml"))
                .toList();
    }

    private URI root() {
        return URI.create("http://%s:%d/".formatted(HOST, server.getAddress().getPort()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Matcher feed = FEED.matcher(path);
            Matcher artwork = ARTWORK.matcher(path);
            Matcher file = FILE.matcher(path);
            if (feed.matches()) {
                feed(exchange, feed.group(1));
            } else if (artwork.matches()) {
                resource(exchange, artwork.group(1) + "/artwork." + artwork.group(2), artworkType(artwork.group(2)));
            } else if (file.matches()) {
                file(exchange, file.group(1), file.group(2), file.group(3));
            } else {
                missing(exchange);
            }
        }
    }

    private void feed(HttpExchange exchange, String slug) throws IOException {
        int position = IntStream.range(0, shows.size())
                .filter(i -> shows.get(i).slug().equals(slug))
                .findFirst()
                .orElse(-1);
        if (position < 0) {
            missing(exchange);
            return;
        }
        List<Release> releases = DemoSchedule.releases(shows.get(position), position, clock.instant());
        String body = DemoFeed.write(shows.get(position), releases, root());
        String etag = "\"" + Ids.of(releases.stream().map(Release::day).toList().toString(), slug) + "\"";
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        exchange.getResponseHeaders().set("ETag", etag);
        send(exchange, "application/rss+xml; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange exchange, String slug, String episodeSlug, String name) throws IOException {
        Optional<DemoShow.DemoEpisode> episode = shows.stream()
                .filter(show -> show.slug().equals(slug))
                .flatMap(show -> show.episodes().stream())
                .filter(candidate -> candidate.slug().equals(episodeSlug))
                .findFirst();
        if (episode.isPresent() && name.equals(AUDIO)) {
            audio(exchange, episode.get().durationSeconds());
        } else if (episode.isPresent() && name.equals(episode.get().transcript())) {
            resource(exchange, slug + "/" + name, episode.get().type() + "; charset=utf-8");
        } else {
            missing(exchange);
        }
    }

    private static void audio(HttpExchange exchange, int seconds) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "audio/wav");
        exchange.sendResponseHeaders(200, DemoAudio.lengthBytes(seconds));
        try (OutputStream out = exchange.getResponseBody()) {
            DemoAudio.write(seconds, out);
        }
    }

    private static void resource(HttpExchange exchange, String name, String type) throws IOException {
        try (InputStream in = DemoServer.class.getResourceAsStream("/demo/" + name)) {
            if (in == null) {
                missing(exchange);
                return;
            }
            send(exchange, type, in.readAllBytes());
        }
    }

    private static String artworkType(String extension) {
        return extension.equals("svg") ? "image/svg+xml" : "image/png";
    }

    private static void missing(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(404, -1);
    }

    private static void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.close();
    }
}
