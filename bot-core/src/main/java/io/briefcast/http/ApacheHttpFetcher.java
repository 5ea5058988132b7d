package io.briefcast.http;

import io.briefcast.FetchSettings;
import io.briefcast.http.FetchRequest.Download;
import io.briefcast.http.Fetched.Reason;
import io.briefcast.http.WebAddress.Parsed;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;

/**
 * The fetcher of everything that is not ours: feeds, transcripts, chapters. Apache HttpClient with the address guard at
 * resolver and socket, its own redirects with a check at every hop, a timer that aborts the whole call, a cap on the
 * decoded body, no cookies, no silent repeats, and one request at a time to a host.
 */
public final class ApacheHttpFetcher implements HttpFetcher, AutoCloseable {
    private static final int MAX_REDIRECTS = 5;
    private static final int MAX_VALIDATOR = 8 * 1024;
    /** Servers that hold theirs to the deadline must leave enough for the others. */
    private static final int MAX_CONNECTIONS = 256;

    /** A line of a head holds at least a validator; endless lines and endless heads end here. */
    private static final Http1Config HEAD = Http1Config.custom()
            .setMaxLineLength(2 * MAX_VALIDATOR)
            .setMaxHeaderCount(200)
            .build();

    private static final int CHUNK = 16 * 1024;
    private final FetchSettings settings;
    private final AddressGuard guard;
    private final InstantSource clock;
    private final CloseableHttpClient client;
    private final HostGates gates = new HostGates();
    private final QuietHosts quiet = new QuietHosts();
    private final ScheduledExecutorService aborts = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("fetch-deadline").factory());

    /** A fetcher; close it to free its connections. */
    public ApacheHttpFetcher(FetchSettings settings, InstantSource clock) {
        this(settings, clock, SystemDefaultDnsResolver.INSTANCE);
    }

    /** With names of its own. */
    ApacheHttpFetcher(FetchSettings settings, InstantSource clock, DnsResolver names) {
        this(settings, clock, names, DefaultClientTlsStrategy.createDefault());
    }

    /** With names of its own, and certificates that it trusts. */
    ApacheHttpFetcher(FetchSettings settings, InstantSource clock, DnsResolver names, TlsSocketStrategy tls) {
        this.settings = settings;
        this.guard = new AddressGuard(settings.allowedHosts());
        this.clock = clock;
        this.client = client(settings, new GuardedConnections(guard, names), tls);
    }

    private static CloseableHttpClient client(
            FetchSettings settings, GuardedConnections connections, TlsSocketStrategy tls) {
        Timeout connect = Timeout.of(settings.connectTimeout());
        Timeout answer = Timeout.of(settings.deadline());
        return HttpClientBuilder.create()
                .setConnectionManager(connections
                        .setTlsSocketStrategy(tls)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEAD)
                                .build())
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(2)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(answer)
                                .build())
                        .build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(answer).build())
                .setUserAgent(userAgent(settings.contact()))
                // unpacked here, so that packed bytes are counted, too
                .disableContentCompression()
                .setRequestExecutor(new FewHints())
                // a kept connection may be closed by the server at any time, and nothing is asked twice
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static String userAgent(String contact) {
        String version = Optional.ofNullable(
                        ApacheHttpFetcher.class.getPackage().getImplementationVersion())
                .orElse("dev");
        String clean = contact.replaceAll("[^\\x20-\\x7e]|[()]", "").strip();
        return "Briefcast/" + version + (clean.isEmpty() ? "" : " (+" + clean + ")");
    }

    @Override
    public Fetched fetch(FetchRequest request) {
        CallTimer timer = new CallTimer(deadline(request));
        String next = request.address();
        boolean permanent = true;
        boolean secure = false;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            WebAddress address;
            switch (WebAddress.parse(next)) {
                case Parsed.Bad bad -> {
                    return new Fetched.Refused(Reason.NOT_AN_ADDRESS, bad.sentence());
                }
                case Parsed.Good good -> address = good.address();
            }
            Optional<Fetched.Refused> forbidden = forbidden(address, secure);
            if (forbidden.isPresent()) {
                return forbidden.get();
            }
            Optional<Duration> silence = quiet.left(address.host(), clock.instant());
            if (silence.isPresent()) {
                return new Fetched.Throttled(silence.get(), false);
            }
            // a key is for the address that it was given with, never for where that one leads
            FetchRequest sent = hop == 0 ? request : request.with(Map.of());
            Hop answer = ask(address, sent.sentTo(address.uri()), hop > 0 && permanent, timer);
            if (answer.result().isPresent()) {
                return answer.result().get();
            }
            permanent &= answer.permanent();
            secure |= address.isSecure();
            next = answer.location();
        }
        return new Fetched.Refused(
                Reason.TOO_MANY_REDIRECTS,
                "The address leads through more than %d redirects; use the one it ends at.".formatted(MAX_REDIRECTS));
    }

    private Optional<Fetched.Refused> forbidden(WebAddress address, boolean wasSecure) {
        Optional<Fetched.Refused> downgrade = downgrade(address, wasSecure);
        if (downgrade.isPresent()) {
            return downgrade;
        }
        if (!address.hasUsualPort() && !guard.isAllowedByName(address.host())) {
            return Optional.of(new Fetched.Refused(
                    Reason.NOT_PUBLIC,
                    "Only ports 80 and 443 are asked; name '%s' in briefcast.fetch.allowed-hosts if you trust it."
                            .formatted(address.host())));
        }
        return Optional.empty();
    }

    private static Optional<Fetched.Refused> downgrade(WebAddress address, boolean wasSecure) {
        return wasSecure && !address.isSecure()
                ? Optional.of(new Fetched.Refused(
                        Reason.TOO_MANY_REDIRECTS, "The server redirects from https to http, which is not followed."))
                : Optional.empty();
    }

    /** One request: either a result, or where it leads. */
    private record Hop(Optional<Fetched> result, String location, boolean permanent) {
        static Hop end(Fetched result) {
            return new Hop(Optional.of(result), "", false);
        }
    }

    private Hop ask(WebAddress address, FetchRequest request, boolean moved, CallTimer timer) {
        HttpGet get = get(address, request);
        Duration gap = guard.isAllowedByName(address.host()) ? Duration.ZERO : settings.hostGap();
        try {
            return gates.through(
                    address.host(), gap, () -> timer.within(get, () -> send(address, request, get, moved)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Hop.end(refused(address, Reason.TOO_SLOW, "was not asked to the end, because we are stopping."));
        } catch (IOException e) {
            return Hop.end(get.isAborted() ? tooSlow(address, request) : trouble(address, request, e));
        } catch (IllegalStateException e) {
            // the client's own word for a call that was aborted before it was connected
            if (!get.isAborted()) {
                throw e;
            }
            return Hop.end(tooSlow(address, request));
        }
    }

    private Hop send(WebAddress address, FetchRequest request, HttpGet get, boolean moved) throws IOException {
        return client.execute(
                new HttpHost(address.uri().getScheme(), address.host(), address.port()),
                get,
                response -> read(address, request, response, moved));
    }

    /** The time that all requests of one call may take together; waiting for a host's turn is not the server's fault. */
    private final class CallTimer {
        private long left;

        CallTimer(Duration deadline) {
            this.left = deadline.toNanos();
        }

        Hop within(HttpGet get, HostGates.Request<Hop> request) throws IOException {
            long start = System.nanoTime();
            ScheduledFuture<?> abort = aborts.schedule(get::abort, left, TimeUnit.NANOSECONDS);
            try {
                return request.send();
            } finally {
                abort.cancel(false);
                left -= System.nanoTime() - start;
            }
        }
    }

    private static HttpGet get(WebAddress address, FetchRequest request) {
        HttpGet get = new HttpGet(address.uri());
        get.setHeader("Accept", request.accept());
        get.setHeader("Accept-Encoding", Unpacking.ENCODINGS);
        request.headers().forEach(get::setHeader);
        request.etag().ifPresent(etag -> get.setHeader("If-None-Match", etag));
        request.lastModified().ifPresent(date -> get.setHeader("If-Modified-Since", date));
        return get;
    }

    private Hop read(WebAddress address, FetchRequest request, ClassicHttpResponse response, boolean moved)
            throws IOException {
        int status = response.getCode();
        keepQuietAsTold(address, response);
        return switch (status) {
            case 200 -> Hop.end(body(address, request, response, moved));
            case 301, 302, 303, 307, 308 -> redirect(address, response, status == 301 || status == 308);
            case 304 -> Hop.end(notModified(address, request, response, moved));
            case 429, 503 -> Hop.end(throttled(response));
            default -> Hop.end(refusal(address, status, freshFor(response)));
        };
    }

    private Fetched throttled(ClassicHttpResponse response) {
        Duration wish = Freshness.retryAfter(name -> header(response, name), clock.instant());
        return new Fetched.Throttled(wish.compareTo(freshFor(response)) > 0 ? wish : freshFor(response));
    }

    private void keepQuietAsTold(WebAddress address, ClassicHttpResponse response) {
        Duration wish = Freshness.retryAfter(name -> header(response, name), clock.instant());
        if (QuietHosts.areAskedFor(response.getCode(), wish) && !guard.isAllowedByName(address.host())) {
            quiet.keep(address.host(), wish, clock.instant());
        }
    }

    private static Hop redirect(WebAddress address, ClassicHttpResponse response, boolean permanent) {
        return header(response, "Location")
                .flatMap(location -> resolve(address.uri(), location))
                .map(target -> new Hop(Optional.empty(), target, permanent))
                .orElseGet(() ->
                        Hop.end(refused(address, Reason.UNEXPECTED_ANSWER, "redirects without saying where to.")));
    }

    private static Optional<String> resolve(URI base, String location) {
        try {
            return Optional.of(
                    base.resolve(location.strip().replace(" ", "%20")).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Fetched notModified(WebAddress address, FetchRequest request, ClassicHttpResponse response, boolean moved) {
        return request.isConditional()
                ? new Fetched.NotModified(
                        validator(response, "ETag"),
                        validator(response, "Last-Modified"),
                        moved ? Optional.of(address.uri()) : Optional.empty(),
                        freshFor(response))
                : refused(address, Reason.UNEXPECTED_ANSWER, "says that nothing changed, although it was never read.");
    }

    private Fetched body(WebAddress address, FetchRequest request, ClassicHttpResponse response, boolean moved)
            throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return refused(address, Reason.UNEXPECTED_ANSWER, "answers with nothing.");
        }
        Optional<byte[]> bytes = bounded(entity, request);
        return bytes.isEmpty()
                ? refused(
                        address,
                        Reason.TOO_LARGE,
                        "sends more than %d MB, which is more than is read.".formatted(request.maxBytes() >> 20))
                : new Fetched.Body(
                        address.uri(),
                        bytes.get(),
                        header(response, "Content-Type"),
                        validator(response, "ETag"),
                        validator(response, "Last-Modified"),
                        moved ? Optional.of(address.uri()) : Optional.empty(),
                        freshFor(response));
    }

    /** The unpacked bytes, or nothing as soon as there are more than the limit; a bomb is stopped while it unpacks. */
    private static Optional<byte[]> bounded(HttpEntity entity, FetchRequest request) throws IOException {
        try {
            return bounded(Unpacking.of(entity, request.maxBytes()), request);
        } catch (Unpacking.TooLong e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bounded(InputStream in, FetchRequest request) throws IOException {
        if (request.download().isPresent()) {
            return saved(in, request.download().get().file(), request.maxBytes())
                    ? Optional.of(new byte[0])
                    : Optional.empty();
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(CHUNK);
        return copy(in, kept, request.maxBytes()) ? Optional.of(kept.toByteArray()) : Optional.empty();
    }

    private static boolean saved(InputStream in, Path file, long maxBytes) throws IOException {
        try (OutputStream out = Disk.open(file)) {
            return copy(in, out, maxBytes);
        }
    }

    /** False as soon as there are more bytes than these. */
    private static boolean copy(InputStream in, OutputStream out, long maxBytes) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            copied += read;
            if (copied > maxBytes) {
                return false;
            }
            out.write(chunk, 0, read);
        }
        return true;
    }

    /** Trouble with our own disk is not the server's and must not be told as such. */
    private static final class Disk extends FilterOutputStream {
        private Disk(OutputStream file) {
            super(file);
        }

        static Disk open(Path file) {
            try {
                return new Disk(Files.newOutputStream(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Duration freshFor(ClassicHttpResponse response) {
        return Freshness.freshFor(name -> header(response, name), clock.instant());
    }

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    private static Optional<String> validator(ClassicHttpResponse response, String name) {
        return header(response, name)
                .filter(value -> !value.isEmpty() && value.length() <= MAX_VALIDATOR)
                .filter(value -> value.chars().allMatch(c -> c >= ' ' && c != 0x7f));
    }

    private static Fetched refusal(WebAddress address, int status, Duration freshFor) {
        Fetched.Refused refused = refusal(address, status);
        return new Fetched.Refused(refused.reason(), refused.sentence(), freshFor);
    }

    private static Fetched.Refused refusal(WebAddress address, int status) {
        return switch (status) {
            case 404 -> refused(address, Reason.NOT_FOUND, "knows nothing at this address (404); check the spelling.");
            case 410 -> refused(address, Reason.GONE, "says that this was taken away for good (410).");
            case 401, 403 -> refused(address, Reason.FORBIDDEN, "does not let us read this (%d).".formatted(status));
            default ->
                status >= 500
                        ? refused(
                                address,
                                Reason.SERVER_ERROR,
                                "has trouble of its own (%d); try later.".formatted(status))
                        : refused(address, Reason.UNEXPECTED_ANSWER, "answers with %d.".formatted(status));
        };
    }

    private Fetched trouble(WebAddress address, FetchRequest request, IOException failure) {
        boolean notPublic = Stream.<Throwable>iterate(failure, cause -> cause != null, ApacheHttpFetcher::causeOf)
                .anyMatch(GuardedConnections.NotPublic.class::isInstance);
        if (notPublic) {
            return new Fetched.Refused(
                    Reason.NOT_PUBLIC,
                    "'%s' is a private address; name it in briefcast.fetch.allowed-hosts if you trust it."
                            .formatted(address.host()));
        }
        return switch (failure) {
            case UnknownHostException ignored ->
                refused(address, Reason.UNKNOWN_HOST, "is not known; check the spelling.");
            case SSLException ignored ->
                refused(address, Reason.NO_CONNECTION, "has no certificate that can be trusted.");
            case java.io.InterruptedIOException ignored -> tooSlow(address, request);
            case ClientProtocolException ignored -> unintelligible(address);
            case MessageConstraintException ignored -> unintelligible(address);
            case ZipException ignored -> unintelligible(address);
            default -> refused(address, Reason.NO_CONNECTION, "cannot be reached, or broke off; try later.");
        };
    }

    @SuppressWarnings("NullAway") // the end of a chain of causes is null
    private static Throwable causeOf(Throwable failure) {
        return failure.getCause();
    }

    private static Fetched unintelligible(WebAddress address) {
        return refused(address, Reason.UNEXPECTED_ANSWER, "answers in a way that is not understood; try later.");
    }

    private Fetched tooSlow(WebAddress address, FetchRequest request) {
        return refused(
                address,
                Reason.TOO_SLOW,
                "took longer than %d seconds; try later."
                        .formatted(deadline(request).toSeconds()));
    }

    private Duration deadline(FetchRequest request) {
        return request.download().map(Download::deadline).orElse(settings.deadline());
    }

    private static Fetched.Refused refused(WebAddress address, Reason reason, String what) {
        return new Fetched.Refused(reason, "The server '%s' %s".formatted(address.host(), what));
    }

    @Override
    public void close() throws IOException {
        aborts.shutdownNow();
        client.close();
    }
}
