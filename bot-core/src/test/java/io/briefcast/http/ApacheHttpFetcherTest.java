package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.FetchSettings;
import io.briefcast.SilentPort;
import io.briefcast.http.Fetched.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApacheHttpFetcherTest {
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration LATEST = Duration.ofSeconds(4);
    private static final int MAX = 100_000;

    private final LoopbackServer server = start();
    private final ApacheHttpFetcher fetcher = new ApacheHttpFetcher(
            new FetchSettings(
                    Set.of("127.0.0.1"), "https://ops.example", Duration.ofSeconds(1), DEADLINE, Duration.ofSeconds(9)),
            InstantSource.fixed(NOON));

    private static LoopbackServer start() {
        try {
            return new LoopbackServer();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void serveAFeed() {
        server.on("/feed", """
                HTTP/1.1 200 OK
                Content-Type: text/xml; charset=utf-8
                ETag: W/"it's \\"mine\\""
                Last-Modified: yesterday, at noon
                Cache-Control: public, max-age=7200
                Age: 1200\
                """, "<rss/>");
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        server.close();
    }

    @Test
    void writesWhatIsTooLargeForMemoryIntoAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("audio");

        Fetched fetched =
                fetcher.fetch(FetchRequest.of(server.address("/feed"), MAX).into(file, DEADLINE));

        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Body.class, body -> assertThat(body.bytes()).isEmpty());
        assertThat(file).hasContent("<rss/>");
    }

    @Test
    void stopsADownloadThatIsTooLargeOrTakesTooLong(@TempDir Path folder) {
        server.on("/endless", out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            server.drip(out, "la ");
        });
        Path file = folder.resolve("audio");

        assertThat(fetcher.fetch(FetchRequest.of(server.address("/feed"), 3).into(file, DEADLINE)))
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Fetched.Reason.TOO_LARGE));
        assertThat(fetcher.fetch(
                        FetchRequest.of(server.address("/endless"), MAX).into(file, Duration.ofMillis(300))))
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Fetched.Reason.TOO_SLOW));
    }

    @Test
    void sendsAKeyToTheFirstAddressOnly() {
        server.on("/moved", "HTTP/1.1 302 Found\nLocation: /feed", "");

        fetcher.fetch(FetchRequest.of(server.address("/moved"), MAX).with(Map.of("X-Key", "k")));

        assertThat(server.requests())
                .extracting(request -> request.headers().getOrDefault("x-key", ""))
                .containsExactly("k", "");
    }

    @Test
    void bringsTheBodyWithWhatTheServerSaysAboutIt() {
        Fetched.Body body = body("/feed");

        assertThat(new String(body.bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
        assertThat(body.contentType()).contains("text/xml; charset=utf-8");
        assertThat(body.etag()).contains("W/\"it's \\\"mine\\\"\"");
        assertThat(body.lastModified()).contains("yesterday, at noon");
        assertThat(body.freshFor()).isEqualTo(Duration.ofMinutes(100));
        assertThat(body.movedTo()).isEmpty();
    }

    @Test
    void asksPolitely() {
        body("/feed");
        var headers = server.requests().getFirst().headers();

        assertThat(headers.get("user-agent")).matches("Briefcast/\\S+ \\(\\+https://ops\\.example\\)");
        assertThat(headers.get("accept-encoding")).isEqualTo("gzip, x-gzip, br");
        assertThat(headers)
                .doesNotContainKeys("cookie", "referer", "if-none-match", "if-modified-since", "cache-control");
    }

    @Test
    void asksWithGetOnceAndLeavesOutWhatIsForBrowsersOnly() {
        body("/feed#latest");

        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/feed");
        });
    }

    @Test
    void sendsValidatorsBackByteForByte() {
        server.on("/same", "HTTP/1.1 304 Not Modified\nETag: \"b\"\nCache-Control: max-age=60", "");

        Fetched fetched = fetcher.fetch(new FetchRequest(
                server.address("/same"), Optional.of("W/\"é,\"x"), Optional.of("not a date"), MAX, "*/*"));

        assertThat(fetched)
                .isEqualTo(new Fetched.NotModified(Optional.of("\"b\""), Optional.empty(), Duration.ofSeconds(60)));
        assertThat(server.requests().getFirst().headers())
                .containsEntry("if-none-match", "W/\"é,\"x")
                .containsEntry("if-modified-since", "not a date");
    }

    @Test
    void doesNotBelieveThatNothingChangedWhereNothingWasKnown() {
        server.on("/same", "HTTP/1.1 304 Not Modified", "");

        assertThat(refused("/same").reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
    }

    @Test
    void dropsValidatorsThatCannotBeKept() {
        server.on("/long", "HTTP/1.1 200 OK\nETag: " + "e".repeat(8_193), "x");
        server.on("/control", "HTTP/1.1 200 OK\nETag: a\u0001b", "x");

        assertThat(body("/long").etag()).isEmpty();
        assertThat(body("/control").etag()).isEmpty();
    }

    @Test
    void followsRedirectsAndAdoptsOnlyPermanentOnes() {
        redirect("/a", 301, "/b");
        redirect("/b", 308, server.address("/feed"));
        redirect("/c", 301, "/d");
        redirect("/d", 302, "/feed");

        assertThat(body("/a").movedTo()).contains(URI.create(server.address("/feed")));
        assertThat(body("/c").movedTo()).isEmpty();
        assertThat(body("/c").address()).isEqualTo(URI.create(server.address("/feed")));
    }

    @Test
    void asksTheEndOfARedirectWithItsValidatorsToo() {
        redirect("/old", 301, "/new");
        server.on("/new", "HTTP/1.1 304 Not Modified", "");

        Fetched fetched = fetcher.fetch(
                new FetchRequest(server.address("/old"), Optional.of("\"a\""), Optional.empty(), MAX, "*/*"));

        assertThat(fetched)
                .isEqualTo(new Fetched.NotModified(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(URI.create(server.address("/new"))),
                        Duration.ZERO));
        assertThat(server.requests())
                .extracting(request -> request.headers().get("if-none-match"))
                .containsOnly("\"a\"");
    }

    @Test
    void sendsValidatorsOnlyToTheAddressThatIssuedThem() {
        redirect("/start", 302, "/end");
        server.on("/end", "HTTP/1.1 304 Not Modified", "");
        FetchRequest request =
                new FetchRequest(server.address("/start"), Optional.of("\"a\""), Optional.empty(), MAX, "*/*");

        Fetched fromTheEnd = fetcher.fetch(request.issuedBy(URI.create(server.address("/end"))));
        Fetched fromElsewhere = fetcher.fetch(request.issuedBy(URI.create(server.address("/moved-away"))));

        assertThat(fromTheEnd).isInstanceOf(Fetched.NotModified.class);
        assertThat(fromElsewhere).isInstanceOf(Fetched.Refused.class);
        assertThat(server.requests())
                .extracting(sent -> sent.headers().getOrDefault("if-none-match", "none"))
                .containsExactly("none", "\"a\"", "none", "none");
    }

    @Test
    void waitsAsLongAsACacheMayKeepARefusal() {
        server.on("/no", "HTTP/1.1 404 No\nCache-Control: max-age=7200", "");
        server.on("/busy", "HTTP/1.1 429 Busy\nRetry-After: 60\nCache-Control: max-age=7200", "");

        assertThat(refused("/no").freshFor()).isEqualTo(Duration.ofHours(2));
        assertThat(fetch("/busy")).isEqualTo(new Fetched.Throttled(Duration.ofHours(2)));
    }

    @Test
    void followsAtMostFiveRedirects() {
        for (int i = 0; i < 6; i++) {
            redirect("/r" + i, 302, "/r" + (i + 1));
        }
        redirect("/loop", 302, "/loop");
        server.on("/r6", "HTTP/1.1 200 OK", "x");

        assertThat(refused("/r0").reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
        assertThat(body("/r1").bytes()).hasSize(1);
        assertThat(refused("/loop").reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "file:///etc/passwd",
                "http://10.0.0.1/", "gopher://127.0.0.1/", "http://user@127.0.0.1/", "http://0x7f.1/"
            })
    void doesNotFollowARedirectToWhereItMayNotGo(String target) {
        redirect("/trap", 302, target);

        assertThat(refused("/trap").reason()).isIn(Reason.NOT_PUBLIC, Reason.NOT_AN_ADDRESS);
    }

    @Test
    void followsARedirectWithBlanksInItsPath() {
        redirect("/blank", 302, "/my feed");
        server.on("/my%20feed", "HTTP/1.1 200 OK", "x");

        assertThat(body("/blank").bytes()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "401, FORBIDDEN",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "410, GONE",
        "418, UNEXPECTED_ANSWER",
        "204, UNEXPECTED_ANSWER",
        "206, UNEXPECTED_ANSWER",
        "500, SERVER_ERROR",
        "502, SERVER_ERROR"
    })
    void saysWhatIsWrongInOneSentence(int status, Reason reason) {
        server.on("/no", "HTTP/1.1 %d Whatever".formatted(status), "");

        assertThat(refused("/no").reason()).isEqualTo(reason);
        assertThat(refused("/no").sentence())
                .contains("127.0.0.1")
                .endsWith(".")
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | Retry-After: 120 | 120",
                "503 | Retry-After: 3600 | 3600",
                "429 | X: y | 0",
                "429 | Retry-After: -5 | 0",
                "429 | Retry-After: soon | 0",
                "429 | Retry-After: 9999999999 | 604800",
                "429 | Retry-After: 99999999999999999999 | 604800",
                "503 | Retry-After: Tue, 05 Mar 2024 12:10:00 GMT | 600",
                "503 | Retry-After: Tue, 05 Mar 2024 11:00:00 GMT | 0",
                "503 | Date: Tue, 05 Mar 2024 14:00:00 GMT\\nRetry-After: Tue, 05 Mar 2024 14:10:00 GMT | 600",
                "503 | Retry-After: Tuesday, 05-Mar-24 12:10:00 GMT | 600",
            })
    void waitsAsLongAsTheServerAsks(int status, String headers, long seconds) {
        server.on("/busy", "HTTP/1.1 %d Busy\n%s".formatted(status, headers.replace("\\n", "\n")), "");

        assertThat(fetch("/busy")).isEqualTo(new Fetched.Throttled(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Cache-Control: max-age=600 | 600",
                "Cache-Control: s-maxage=9, max-age=600 | 600",
                "Cache-Control: max-age=600\\nAge: 900 | 0",
                "Cache-Control: max-age=99999999999 | 604800",
                "Cache-Control: no-cache, max-age=600 | 0",
                "Date: Tue, 05 Mar 2024 10:00:00 GMT\\nExpires: Tue, 05 Mar 2024 11:00:00 GMT | 3600",
                "Expires: 0 | 0",
                "Cache-Control: max-age=60\\nExpires: Tue, 05 Mar 2030 11:00:00 GMT | 60",
            })
    void knowsHowLongAnAnswerStaysFresh(String headers, long seconds) {
        server.on("/fresh", "HTTP/1.1 200 OK\n" + headers.replace("\\n", "\n"), "x");

        assertThat(body("/fresh").freshFor()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void unpacksGzip() throws IOException {
        byte[] packed = gzip("<rss/>".getBytes(StandardCharsets.UTF_8));
        server.on("/packed", out -> {
            out.write(head("Content-Encoding: gzip"));
            out.write(packed);
        });

        assertThat(new String(body("/packed").bytes(), StandardCharsets.UTF_8)).isEqualTo("<rss/>");
    }

    @Test
    void unpacksBrotli() {
        // "<rss/>", packed by RFC 7932
        byte[] packed = HexFormat.of().parseHex("8b02803c7273732f3e03");
        server.on("/br", out -> {
            out.write(("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: " + packed.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(packed);
        });

        assertThat(new String(body("/br").bytes(), StandardCharsets.US_ASCII)).isEqualTo("<rss/>");
    }

    @Test
    void stopsABombWhileItUnpacks() throws IOException {
        byte[] bomb = gzip(new byte[50_000_000]);
        server.on("/bomb", out -> {
            out.write(head("Content-Encoding: gzip"));
            out.write(bomb);
        });

        assertThat(refused("/bomb").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void countsPackedBytesThatUnpackToNothing(@TempDir Path folder) throws IOException {
        byte[] nothing = gzip(new byte[0]);
        ByteArrayOutputStream much = new ByteArrayOutputStream();
        while (much.size() < 10 * MAX) {
            much.write(nothing);
        }
        server.on("/nothing", out -> {
            out.write(head("Content-Encoding: gzip"));
            out.write(much.toByteArray());
        });

        Fetched fetched = fetcher.fetch(
                FetchRequest.of(server.address("/nothing"), MAX).into(folder.resolve("n"), Duration.ofMinutes(1)));

        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Refused.class,
                        refused -> assertThat(refused.reason()).isIn(Reason.TOO_LARGE, Reason.UNEXPECTED_ANSWER));
    }

    @Test
    void unpacksWhatIsPackedTwiceAndNothingThatWasNotOffered() throws IOException {
        byte[] packed = gzip(gzip("<rss/>".getBytes(StandardCharsets.UTF_8)));
        server.on("/twice", out -> {
            out.write(head("Content-Encoding: gzip, GZIP"));
            out.write(packed);
        });
        server.on("/zstd", "HTTP/1.1 200 OK\nContent-Encoding: zstd", "x");

        assertThat(body("/twice").bytes()).asString(StandardCharsets.UTF_8).isEqualTo("<rss/>");
        assertThat(refused("/zstd").reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
    }

    @Test
    void readsExactlyAsMuchAsIsAllowed() {
        server.on("/max", "HTTP/1.1 200 OK", "x".repeat(MAX));
        server.on("/more", "HTTP/1.1 200 OK", "x".repeat(MAX + 1));

        assertThat(body("/max").bytes()).hasSize(MAX);
        assertThat(refused("/more").reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void hangsUpOnABodyWithoutEnd() {
        server.on("/endless", out -> {
            out.write(head("X: y"));
            while (true) {
                out.write(new byte[10_000]);
            }
        });

        long start = System.nanoTime();
        assertThat(refused("/endless").reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "slow head", "slow body", "endless continue"})
    void givesUpAtTheDeadlineWhateverTheServerDoes(String behaviour) {
        server.on("/slow", out -> misbehave(behaviour, out));

        long start = System.nanoTime();
        assertThat(refused("/slow").reason()).isEqualTo(Reason.TOO_SLOW);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LATEST);
    }

    private void misbehave(String behaviour, OutputStream out) throws IOException {
        switch (behaviour) {
            case "silent" -> server.drip(out, "");
            case "slow head" -> server.drip(out, "H");
            case "slow body" -> {
                out.write(head("X: y"));
                server.drip(out, "x");
            }
            default -> server.drip(out, "HTTP/1.1 100 Continue\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope",
                "HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 4\r\n\r\nnope",
                "SSH-2.0-OpenSSH\r\n",
                "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 301 Moved\r\nLocation: \r\nContent-Length: 0\r\n\r\n",
                ""
            })
    void neverThrowsForABrokenAnswer(String answer) {
        server.on("/broken", out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(fetch("/broken")).isInstanceOf(Fetched.Refused.class);
    }

    @Test
    void limitsTheHead() {
        server.on("/head", out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 5_000_000; i++) {
                out.write("X-%d: y\r\n".formatted(i).getBytes(StandardCharsets.US_ASCII));
            }
        });
        server.on("/line", out -> {
            out.write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[1_000]);
            }
        });

        assertThat(refused("/head").reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
        assertThat(refused("/line").reason()).isEqualTo(Reason.UNEXPECTED_ANSWER);
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        try (var port = new SilentPort()) {
            assertThat(fetcher.fetch(FetchRequest.of(port.address("/feed").toString(), MAX)))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.NO_CONNECTION));
        }
    }

    @Test
    void keepsHostsItTrustsFromWaiting() {
        long start = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            body("/feed");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
    }

    private Fetched fetch(String path) {
        return fetcher.fetch(FetchRequest.of(server.address(path), MAX));
    }

    private Fetched.Body body(String path) {
        Fetched fetched = fetch(path);
        assertThat(fetched).isInstanceOf(Fetched.Body.class);
        return (Fetched.Body) fetched;
    }

    private Fetched.Refused refused(String path) {
        Fetched fetched = fetch(path);
        assertThat(fetched).isInstanceOf(Fetched.Refused.class);
        return (Fetched.Refused) fetched;
    }

    private void redirect(String from, int status, String to) {
        server.on(from, "HTTP/1.1 %d Moved\nLocation: %s".formatted(status, to), "");
    }

    private static byte[] head(String header) {
        return "HTTP/1.1 200 OK\r\n%s\r\nConnection: close\r\n\r\n"
                .formatted(header)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
