package io.briefcast.feed;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.briefcast.FeedSettings;
import io.briefcast.FetchSettings;
import io.briefcast.http.ApacheHttpFetcher;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Show;
import io.briefcast.store.Database;
import io.briefcast.store.JdbcEpisodes;
import io.briefcast.store.JdbcShows;
import io.briefcast.store.SqliteStore;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import org.xml.sax.InputSource;

/**
 * Prints how long it takes to fetch and parse 10,000 feeds of 100 KB that are due at once, a tenth of them from servers
 * that take two seconds to answer; how long when they are read for the first time, with every item decided on and
 * stored; how long it takes to ask again when nothing has changed; then how long this parser, ROME, and rss-parser
 * of npm where node finds it, take for the feeds alone. The server is in the same process. Beside the time by the clock
 * stands that of the processors, which other programs on the machine do not lengthen. A number is how many feeds instead.
 */
final class FeedLoadRun {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int FEEDS = 10_000;
    private static final int PARSED = 2_000;
    private static final int SIZE = 100_000;
    private static final int SLOW_EVERY = 10;
    private static final Duration SLOW = Duration.ofSeconds(2);
    /** As many as the program asks at once. */
    private static final int AT_ONCE = 64;

    private static final Instant NOW = Instant.parse("2026-03-03T06:58:00Z");
    private static final Set<String> HOSTS =
            IntStream.range(0, FEEDS).mapToObj(FeedLoadRun::host).collect(Collectors.toSet());
    private static final String TAG = "\"one\"";
    private static final String NODE = """
            const Parser = require('rss-parser'), fs = require('fs');
            const feed = fs.readFileSync(process.argv[1], 'utf8'), times = Number(process.argv[2]);
            (async () => {
              for (let i = 0; i < 200; i++) await new Parser().parseString(feed);
              const start = process.cpuUsage();
              for (let i = 0; i < times; i++) await new Parser().parseString(feed);
              const used = process.cpuUsage(start);
              console.log(Math.round((used.user + used.system) / 1000));
            })();
            """;

    private FeedLoadRun() {}

    public static void main(String[] args) throws Exception {
        int feeds = args.length == 0 ? FEEDS : Integer.parseInt(args[0]);
        HttpServer server = serve();
        try (var fetcher = new ApacheHttpFetcher(
                new FetchSettings(HOSTS, "", Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ZERO),
                InstantSource.fixed(NOW))) {
            int port = server.getAddress().getPort();
            List<Show> shows = IntStream.range(0, feeds)
                    .mapToObj(i -> Show.unread(URI.create("http://%s:%d/%d".formatted(host(i), port, i))))
                    .toList();
            fetchAndParse(fetcher, shows);
            refresh(fetcher, shows);
        } finally {
            server.stop(0);
        }
        parse();
    }

    private static void fetchAndParse(ApacheHttpFetcher fetcher, List<Show> shows) throws Exception {
        FeedParser parser = new FeedParser();
        List<Callable<String>> calls = shows.stream()
                .<Callable<String>>map(show -> () ->
                        parse(parser, fetcher.fetch(FetchRequest.of(show.feed().toString(), FeedParser.MAX_BYTES))))
                .toList();
        round("fetched and parsed", calls, Function.identity());
    }

    private static String parse(FeedParser parser, Fetched fetched) throws UnreadableFeed {
        if (fetched instanceof Fetched.Body body) {
            parser.parse(body.bytes(), body.contentType(), Optional.of(body.address()));
        }
        return fetched.getClass().getSimpleName();
    }

    private static void refresh(ApacheHttpFetcher fetcher, List<Show> shows) throws Exception {
        FeedRefresher refresher = new FeedRefresher(
                fetcher,
                new FeedParser(),
                new FeedSettings(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), 3));
        Path folder = Files.createTempDirectory("feeds");
        try (SqliteStore store = SqliteStore.open(folder.resolve("briefcast.db"))) {
            Stored stored = new Stored(store.database());
            List<Callable<Read>> first = shows.stream()
                    .<Callable<Read>>map(show -> () -> stored.keep(
                            refresher.refresh(show, FeedState.untried(show.id(), NOW), Map.of(), true, NOW)))
                    .toList();
            List<Read> read = round("read for the first time and stored", first, Read::outcome);
            List<Callable<Read>> second = IntStream.range(0, shows.size())
                    .<Callable<Read>>mapToObj(i -> () -> stored.keep(
                            refresher.refresh(shows.get(i), read.get(i).state(), Map.of(), false, NOW)))
                    .toList();
            round("asked again, nothing new", second, Read::outcome);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** What a refresh of the program stores, in one transaction for each feed. */
    private record Stored(Database db) {
        Read keep(Refreshed refreshed) {
            JdbcShows shows = new JdbcShows(db);
            JdbcEpisodes episodes = new JdbcEpisodes(db, InstantSource.fixed(NOW));
            db.transactions().executeWithoutResult(tx -> {
                shows.add(refreshed.show(), refreshed.state());
                episodes.add(refreshed.found().stream()
                        .map(found -> new Episodes.Added(found.episode(), found.keys(), found.reading()))
                        .toList());
                shows.update(refreshed.state());
            });
            return new Read(refreshed.state(), refreshed.outcome().getClass().getSimpleName());
        }
    }

    /** What is kept of an answer: a feed that was read is stored and forgotten. */
    private record Read(FeedState state, String outcome) {}

    private static <T> List<T> round(String what, List<Callable<T>> calls, Function<T, String> outcome)
            throws Exception {
        long start = System.nanoTime();
        Duration worked = processors();
        List<T> read = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<T> answer : threads.invokeAll(calls)) {
                read.add(answer.get());
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf(
                "%,d feeds %s: %.1f s, of processors %.1f s %s%n",
                calls.size(),
                what,
                took.toMillis() / 1e3,
                processors().minus(worked).toMillis() / 1e3,
                read.stream().collect(Collectors.groupingBy(outcome, Collectors.counting())));
        return read;
    }

    /** What all threads of this process have used of processors, the collector and the compiler, too. */
    private static Duration processors() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        byte[] feed = feed();
        server.createContext("/", exchange -> answer(exchange, feed));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, byte[] feed) throws IOException {
        try (exchange) {
            int number = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            boolean known = TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            if (number % SLOW_EVERY == 0 && !known) {
                LockSupport.parkNanos(SLOW.toNanos());
            }
            exchange.getResponseHeaders().add("ETag", TAG);
            exchange.sendResponseHeaders(known ? 304 : 200, known ? -1 : feed.length);
            if (!known) {
                exchange.getResponseBody().write(feed);
            }
        }
    }

    private static String host(int number) {
        return "127.1.%d.%d".formatted(number / 250, 1 + number % 250);
    }

    private static byte[] feed() {
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
                + " xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\""
                + " xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><channel>\n"
                + "<title>Harbour talk</title><link>https://harbour.example/</link><language>en</language>\n"
                + "<description>Two pilots about ports, every week.</description>\n");
        for (int i = 0; feed.length() < SIZE; i++) {
            feed.append(item(i));
        }
        return feed.append("</channel></rss>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String item(int number) {
        return """
            <item><title>%1$d: The price of a berth &amp; what follows</title><guid isPermaLink="false">harbour-%1$d</guid>
            <link>https://harbour.example/episodes/%1$d</link><pubDate>Tue, 05 Mar 2024 10:20:%2$02d +0100</pubDate>
            <enclosure url="https://cdn.example/%1$d.mp3?updated=7" length="24000000" type="audio/mpeg"/>
            <itunes:duration>1:02:03</itunes:duration><itunes:episode>%1$d</itunes:episode>
            <podcast:transcript url="https://harbour.example/t/%1$d.vtt" type="text/vtt" language="en"/>
            <description><![CDATA[<p>%3$s</p><ul><li>00:10 Berths &amp; fees</li><li>12:30 Dredging</li></ul>]]></description>
            </item>
            """.formatted(
                        number, number % 60, "Größe matters, say the pilots of <b>Hamburg</b> and Bergen. ".repeat(8));
    }

    private static void parse() throws Exception {
        byte[] feed = feed();
        System.out.printf("%,d feeds parsed by one thread, time of a processor:%n", PARSED);
        time(
                "this parser",
                () -> new FeedParser()
                        .parse(feed, Optional.empty(), Optional.empty())
                        .items()
                        .size());
        time("ROME", () -> rome(feed));
        Path file = Files.createTempFile("feed", ".xml");
        Files.write(file, feed);
        System.out.printf("  %-24s %s%n", "rss-parser (npm)", node(file));
        Files.delete(file);
    }

    private static int rome(byte[] feed) throws FeedException {
        return new SyndFeedInput()
                .build(new InputSource(new ByteArrayInputStream(feed)))
                .getEntries()
                .size();
    }

    private static void time(String name, Callable<Integer> parser) throws Exception {
        for (int i = 0; i < 200; i++) {
            parser.call();
        }
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < PARSED; i++) {
            parser.call();
        }
        System.out.printf("  %-24s %,6d ms%n", name, (THREADS.getCurrentThreadCpuTime() - start) / 1_000_000);
    }

    /** Where node and the package are to be found: see NODE_PATH of node. */
    private static String node(Path file) throws IOException, InterruptedException {
        List<String> command = Arrays.asList("node", "-e", NODE, file.toString(), String.valueOf(PARSED));
        try {
            Process node = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.to(new File("/dev/null")))
                    .start();
            String millis = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return node.waitFor() == 0 ? "%,6d ms".formatted(Integer.parseInt(millis)) : "left out: no such package";
        } catch (IOException e) {
            return "left out: no node";
        }
    }
}
