package io.briefcast.app.demo;

import io.briefcast.FetchSettings;
import io.briefcast.http.ApacheHttpFetcher;
import io.briefcast.http.FetchRequest;
import io.briefcast.http.Fetched;
import io.briefcast.http.HttpFetcher;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;

/** Lets the bundled shows be asked although they are on a private address; every other address stays refused. */
public final class DemoFetcher implements HttpFetcher, AutoCloseable {
    private final HttpFetcher everywhere;
    private final ApacheHttpFetcher loopback;
    private final String root;

    /** A fetcher for a publisher on that loopback port, and for all public hosts. */
    public DemoFetcher(HttpFetcher everywhere, FetchSettings settings, int port, InstantSource clock) {
        this.everywhere = everywhere;
        this.root = "http://127.0.0.1:%d/".formatted(port);
        FetchSettings toOurselves = new FetchSettings(
                Set.of("127.0.0.1"), settings.contact(), settings.connectTimeout(), settings.deadline(), Duration.ZERO);
        this.loopback = new ApacheHttpFetcher(toOurselves, clock);
    }

    /** The bundled publisher never redirects, so nobody else is reached this way. */
    @Override
    public Fetched fetch(FetchRequest request) {
        return request.address().startsWith(root) ? loopback.fetch(request) : everywhere.fetch(request);
    }

    @Override
    public void close() throws IOException {
        loopback.close();
    }
}
