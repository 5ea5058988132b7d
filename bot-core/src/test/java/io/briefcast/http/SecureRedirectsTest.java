package io.briefcast.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.briefcast.FetchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redirects of a server that speaks TLS, with a certificate made for the test. */
class SecureRedirectsTest {
    private static final String PASSWORD = "password of a test";

    @TempDir
    Path folder;

    private LoopbackServer open;
    private HttpsServer secure;
    private SSLContext trusted;
    private ApacheHttpFetcher fetcher;

    @BeforeEach
    void serve() throws IOException, GeneralSecurityException, InterruptedException {
        trusted = trusting(certificate());
        open = new LoopbackServer();
        open.on("/feed", "HTTP/1.1 200 OK", "in the open");
        secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(trusted));
        secure.createContext("/feed", exchange -> answer(exchange, 200, Map.of()));
        secure.createContext("/here", exchange -> answer(exchange, 301, Map.of("Location", "/feed")));
        secure.createContext("/open", exchange -> answer(exchange, 301, Map.of("Location", open.address("/feed"))));
        secure.start();
        open.on("/secure", "HTTP/1.1 301 Moved\nLocation: " + secure("/feed"), "");
        open.on("/secure-open", "HTTP/1.1 301 Moved\nLocation: " + secure("/open"), "");
        fetcher = new ApacheHttpFetcher(
                settings(),
                InstantSource.system(),
                SystemDefaultDnsResolver.INSTANCE,
                new DefaultClientTlsStrategy(trusted));
    }

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        secure.stop(0);
        open.close();
    }

    @Test
    void followsARedirectThatStaysSecureOrBecomesIt() {
        assertThat(fetch(secure("/here"))).isEqualTo("secure");
        assertThat(fetch(open.address("/secure"))).isEqualTo("secure");
    }

    @Test
    void doesNotFollowARedirectIntoTheOpenAndAsksNobodyThere() {
        assertThat(fetch(secure("/open"))).contains("redirects from https to http, which is not followed");
        assertThat(open.requests()).isEmpty();

        assertThat(fetch(open.address("/secure-open"))).contains("from https to http");
        assertThat(open.requests()).extracting(LoopbackServer.Request::target).containsExactly("/secure-open");
    }

    @Test
    void asksNoServerWhoseCertificateIsNotTrusted() throws IOException {
        try (var strangers = new ApacheHttpFetcher(settings(), InstantSource.system())) {
            assertThat(strangers.fetch(FetchRequest.of(secure("/feed"), 1_000)))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.sentence()).contains("no certificate that can be trusted"));
        }
    }

    private static FetchSettings settings() {
        return new FetchSettings(
                Set.of("127.0.0.1"), "", Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ZERO);
    }

    private String secure(String path) {
        return "https://127.0.0.1:%d%s".formatted(secure.getAddress().getPort(), path);
    }

    /** The body, or the sentence that says why there is none. */
    private String fetch(String address) {
        return switch (fetcher.fetch(FetchRequest.of(address, 1_000))) {
            case Fetched.Body body -> new String(body.bytes(), StandardCharsets.UTF_8);
            case Fetched.Refused refused -> refused.sentence();
            case Fetched.NotModified same -> "nothing changed";
            case Fetched.Throttled busy -> "busy";
        };
    }

    private static void answer(HttpExchange exchange, int status, Map<String, String> headers) throws IOException {
        try (exchange) {
            headers.forEach(exchange.getResponseHeaders()::add);
            byte[] body = "secure".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The JDK makes certificates only by its tool. */
    private KeyStore certificate() throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve("keys.p12");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int status = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-alias",
                        "test",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assertThat(status).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }

    private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        KeyStore certificates = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            certificates.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
        certificates.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(certificates);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }
}
