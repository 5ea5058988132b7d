package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.FetchSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;

/** Servers that do all they can to keep a reader busy, three of each kind at once, among servers that do nothing wrong. */
class HostileServersTest {
    private static final int GOOD = 40;
    private static final int OF_EACH = 3;
    private static final int MAX = 200_000;
    /** Long enough for servers that do nothing wrong to answer on a machine that is busy with the others. */
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /** A busy machine may be late to run the end of a call, but not by minutes. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final String OK = "HTTP/1.1 200 OK\r\n";

    /** Every name leads to this machine. */
    private static final DnsResolver HERE = new DnsResolver() {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    };

    private final Map<String, LoopbackServer.Answer> behaviours = new LinkedHashMap<>();

    @Test
    void noneHoldsTheFetcherLongerThanItsDeadlineAndGoodFeedsComeMeanwhile() throws Exception {
        try (LoopbackServer server = new LoopbackServer()) {
            misbehave(server);
            behaviours.forEach(server::on);
            server.on("/good", "HTTP/1.1 200 OK", "<rss/>");
            List<String> hostile = behaviours.keySet().stream()
                    .flatMap(path -> IntStream.range(0, OF_EACH).mapToObj(i -> "h%d%s".formatted(i, path)))
                    .toList();
            List<String> good = IntStream.range(0, GOOD)
                    .mapToObj(i -> "good%d/good".formatted(i))
                    .toList();

            List<Ended> ends =
                    fetch(server, Stream.concat(hostile.stream(), good.stream()).toList());
            List<Fetched> answers = ends.stream().map(Ended::answer).toList();

            assertThat(hostile).hasSizeGreaterThanOrEqualTo(64);
            assertThat(answers.subList(0, hostile.size())).hasOnlyElementsOfType(Fetched.Refused.class);
            assertThat(answers.subList(hostile.size(), answers.size())).hasOnlyElementsOfType(Fetched.Body.class);
            assertThat(ends).allSatisfy(end -> assertThat(end.after()).isLessThan(DEADLINE.plus(MARGIN)));
        }
    }

    private static List<Ended> fetch(LoopbackServer server, List<String> places) throws Exception {
        int port = URI.create(server.address("/")).getPort();
        Set<String> hosts = places.stream().map(HostileServersTest::host).collect(Collectors.toSet());
        FetchSettings settings = new FetchSettings(hosts, "", DEADLINE, DEADLINE, Duration.ZERO);
        try (var fetcher = new ApacheHttpFetcher(settings, InstantSource.fixed(Instant.EPOCH), HERE);
                ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Callable<Ended>> calls = new ArrayList<>();
            for (String place : places) {
                String path = place.substring(place.indexOf('/'));
                calls.add(() -> timed(() ->
                        fetcher.fetch(FetchRequest.of("http://%s:%d%s".formatted(host(place), port, path), MAX))));
            }
            List<Ended> answers = new ArrayList<>();
            for (Future<Ended> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static Ended timed(Supplier<Fetched> call) {
        long start = System.nanoTime();
        Fetched answer = call.get();
        return new Ended(answer, Duration.ofNanos(System.nanoTime() - start));
    }

    /** An answer and how long it took. */
    private record Ended(Fetched answer, Duration after) {}

    /** A host for each kind of trouble, because one host is asked one thing at a time. */
    private static String host(String place) {
        return place.substring(0, place.indexOf('/'))
                + place.substring(place.indexOf('/') + 1).replaceAll("\\W", "") + ".test";
    }

    private void misbehave(LoopbackServer server) throws IOException {
        behaviours.put("/silent", out -> server.drip(out, ""));
        behaviours.put("/hangs-up", OutputStream::close);
        behaviours.put("/slow-head", out -> server.drip(out, "H"));
        behaviours.put("/slow-headers", out -> drip(server, out, OK, "a"));
        behaviours.put("/slow-body", out -> drip(server, out, OK + "Content-Length: 100000\r\n\r\n", "x"));
        behaviours.put(
                "/slow-chunks", out -> drip(server, out, OK + "Transfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
        behaviours.put("/endless-continue", out -> server.drip(out, "HTTP/1.1 100 Continue\r\n\r\n"));
        behaviours.put("/endless-hints", out -> forever(out, "", "HTTP/1.1 103 Early Hints\r\n\r\n"));
        behaviours.put("/endless-body", out -> forever(out, OK + "\r\n", "xxxxxxxx"));
        behaviours.put("/endless-line", out -> forever(out, OK + "A: ", "aaaaaaaa"));
        behaviours.put("/endless-headers", out -> forever(out, OK, "A: a\r\n"));
        behaviours.put(
                "/endless-chunks", out -> forever(out, OK + "Transfer-Encoding: chunked\r\n\r\n", "8\r\nxxxxxxxx\r\n"));
        behaviours.put(
                "/chunk-extension", out -> forever(out, OK + "Transfer-Encoding: chunked\r\n\r\n5;a=", "aaaaaaaa"));
        behaviours.put(
                "/endless-trailer", out -> forever(out, OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n", "A: a\r\n"));
        behaviours.put("/bad-chunk", out -> write(out, OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\nx\r\n"));
        behaviours.put("/negative-chunk", out -> write(out, OK + "Transfer-Encoding: chunked\r\n\r\n-5\r\nx\r\n"));
        behaviours.put("/two-lengths", out -> write(out, OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx"));
        behaviours.put("/negative-length", out -> write(out, OK + "Content-Length: -5\r\n\r\nxx"));
        behaviours.put("/promises-more", out -> drip(server, out, OK + "Content-Length: 999\r\n\r\nx", ""));
        behaviours.put("/no-http", out -> forever(out, "SSH-2.0-x\r\n", "garbage "));
        behaviours.put(
                "/broken-gzip", out -> write(out, OK + "Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\nxxxx"));
        behaviours.put(
                "/unknown-packing", out -> write(out, OK + "Content-Encoding: br\r\nContent-Length: 4\r\n\r\nxxxx"));
        byte[] bomb = bomb();
        behaviours.put("/bomb", out -> {
            write(out, OK + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            out.write(bomb);
        });
        behaviours.put(
                "/loop", out -> write(out, "HTTP/1.1 302 Found\r\nLocation: /loop\r\nContent-Length: 0\r\n\r\n"));
        behaviours.put(
                "/inwards",
                out -> write(out, "HTTP/1.1 302 Found\r\nLocation: http://private.test/\r\nContent-Length: 0\r\n\r\n"));
    }

    private static void drip(LoopbackServer server, OutputStream out, String head, String drop) throws IOException {
        write(out, head);
        server.drip(out, drop);
    }

    private static void forever(OutputStream out, String head, String more) throws IOException {
        write(out, head);
        byte[] block = more.repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        for (; ; ) {
            out.write(block);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1_000_000];
            for (int i = 0; i < 50; i++) {
                zip.write(zeros);
            }
        }
        return packed.toByteArray();
    }
}
