package io.briefcast.app.demo;

import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** Publishes the bundled shows and follows them, as long as nobody follows a show of their own. */
public final class DemoPublisher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoPublisher.class);
    private final DemoSettings settings;
    private final Shows shows;
    private final Pipeline pipeline;
    private final InstantSource clock;
    private Optional<DemoServer> server = Optional.empty();

    public DemoPublisher(DemoSettings settings, Shows shows, Pipeline pipeline, InstantSource clock) {
        this.settings = settings;
        this.shows = shows;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** The publisher of a running application. */
    public static DemoPublisher where(ApplicationContext context) {
        return context.getBean(DemoPublisher.class);
    }

    /** Whether the shows that are followed are the bundled ones. */
    public boolean isOn() {
        return settings.enabled() && shows.all().stream().allMatch(this::isBundled);
    }

    /** Starts the bundled shows and follows them, if they are on; forgets them if they no longer are. */
    public void publish() {
        if (!isOn()) {
            shows.all().stream().filter(this::isBundled).map(Show::id).forEach(shows::remove);
            return;
        }
        try {
            server = Optional.of(DemoServer.start(settings.port(), clock));
            server.get().feeds().forEach(pipeline::follow);
        } catch (IOException e) {
            LOG.warn(
                    "The demo shows cannot be published on port {}: is another Briefcast running? "
                            + "Choose another port with --briefcast.demo.port=…",
                    settings.port());
        }
    }

    private boolean isBundled(Show show) {
        URI feed = show.feed();
        return "127.0.0.1".equals(feed.getHost()) && feed.getPort() == settings.port();
    }

    @Override
    public void close() {
        server.ifPresent(DemoServer::close);
        server = Optional.empty();
    }

    /** Addresses of the bundled feeds, for messages about them. */
    public List<URI> feeds() {
        return server.map(DemoServer::feeds).orElse(List.of());
    }
}
