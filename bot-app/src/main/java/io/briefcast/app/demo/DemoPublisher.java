package io.briefcast.app.demo;

import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
    private boolean gone;

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
    public synchronized void publish() {
        if (!isOn()) {
            giveWay();
            return;
        }
        try {
            DemoServer started = DemoServer.start(settings.port(), clock);
            server = Optional.of(started);
            // what was read on another port links to audio that is no longer there
            forget(show -> !started.feeds().contains(show.feed()));
            started.feeds().forEach(pipeline::follow);
        } catch (IOException e) {
            LOG.warn(
                    "The demo shows cannot be published on port {}: is another Briefcast running? "
                            + "Choose another port with --briefcast.demo.port=…",
                    settings.port());
        }
    }

    /** Forgets the bundled shows once a show of somebody's own is followed; costs nothing after that. */
    public synchronized void giveWay() {
        if (!gone && !isOn()) {
            forget(this::isBundled);
            gone = true;
        }
    }

    private void forget(Predicate<Show> which) {
        shows.all().stream().filter(which).map(Show::id).forEach(pipeline::unfollow);
    }

    /** On whatever port: it may have been another one at the last start. */
    private boolean isBundled(Show show) {
        return DemoServer.isBundled(show.feed());
    }

    @Override
    public synchronized void close() {
        server.ifPresent(DemoServer::close);
        server = Optional.empty();
    }

    /** Addresses of the bundled feeds, for messages about them. */
    public List<URI> feeds() {
        return server.map(DemoServer::feeds).orElse(List.of());
    }
}
