package io.briefcast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.BriefcastApplication;
import io.briefcast.app.RunningBriefcast;
import io.briefcast.app.Serving;
import io.briefcast.pipeline.Pipeline;
import io.briefcast.podcast.Episodes;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Shows;
import io.briefcast.search.InsightIndex;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class DemoPublisherTest {
    private static final URI OWN = URI.create("https://own.example/feed.xml");

    @TempDir
    private Path folder;

    @Test
    void onAnotherPortTheBundledShowsMoveThere() throws IOException {
        int before = freePort();
        try (ConfigurableApplicationContext context = start(before)) {
            DemoPublisher.where(context).publish();
            assertThat(ports(context)).hasSizeGreaterThan(5).containsOnly(before);
        }

        int after = freePort();
        try (ConfigurableApplicationContext context = start(after)) {
            DemoPublisher.where(context).publish();
            assertThat(ports(context)).hasSizeGreaterThan(5).containsOnly(after);
        }
    }

    @Test
    void aShowOfOnesOwnOnLoopbackIsNoBundledOne() throws IOException {
        try (ConfigurableApplicationContext context = start(freePort())) {
            context.getBean(Pipeline.class).follow(URI.create("http://127.0.0.1:9000/my-show/feed.xml"));

            DemoPublisher.where(context).publish();

            assertThat(ports(context)).containsExactly(9000);
        }
    }

    @Test
    void theFirstShowOfOnesOwnSendsThemAwayWhileItServes() throws IOException {
        try (ConfigurableApplicationContext context = start(freePort());
                Serving serving = new Serving(
                        context.getBean(Pipeline.class),
                        DemoPublisher.where(context),
                        context.getBean(InsightIndex.class),
                        context.getBean(Episodes.class))) {
            serving.start();
            assertThat(ports(context)).hasSizeGreaterThan(5);

            context.getBean(Pipeline.class).follow(OWN);

            RunningBriefcast.await(() -> context.getBean(Shows.class).all().size() == 1);
            assertThat(context.getBean(Shows.class).all())
                    .extracting(Show::feed)
                    .containsExactly(OWN);
        }
    }

    private ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(BriefcastApplication.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .run("--briefcast.data-dir=" + folder, "--briefcast.demo.port=" + port);
    }

    private static List<Integer> ports(ConfigurableApplicationContext context) {
        return context.getBean(Shows.class).all().stream()
                .map(show -> show.feed().getPort())
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
