package io.briefcast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.demo.DemoShow.DemoEpisode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DemoContentTest {
    @Test
    void nineShowsHaveFiveEpisodesEach() throws IOException {
        assertThat(DemoShows.read()).hasSizeGreaterThanOrEqualTo(9).allSatisfy(show -> {
            assertThat(show.episodes()).as(show.slug()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(show.hosts()).as(show.slug()).isNotEmpty();
        });
    }

    @Test
    void everyTranscriptIsThereAndAllFiveFormsOccur() throws IOException {
        List<DemoShow> shows = DemoShows.read();
        assertThat(shows)
                .allSatisfy(show -> assertThat(show.episodes())
                        .allSatisfy(episode -> assertThat(resource(show.slug() + "/" + episode.transcript()))
                                .as(show.slug() + " " + episode.slug())
                                .isNotNull()));
        assertThat(episodes(shows))
                .extracting(DemoEpisode::type)
                .contains("text/vtt", "application/x-subrip", "application/json", "text/html", "text/plain");
    }

    @Test
    void everyShowHasSquareArtwork() throws IOException {
        for (DemoShow show : DemoShows.read()) {
            assertThat(resource(show.slug() + "/artwork.svg")).as(show.slug()).isNotNull();
            try (InputStream in = DemoContentTest.class.getResourceAsStream("/demo/" + show.slug() + "/artwork.png")) {
                assertThat(in).as(show.slug()).isNotNull();
                BufferedImage artwork = ImageIO.read(in);
                assertThat(artwork.getWidth()).isEqualTo(artwork.getHeight()).isEqualTo(512);
            }
        }
    }

    @Test
    void noTwoEpisodesShareATitle() throws IOException {
        assertThat(episodes(DemoShows.read())).extracting(DemoEpisode::title).doesNotHaveDuplicates();
    }

    private static List<DemoEpisode> episodes(List<DemoShow> shows) {
        return shows.stream().flatMap(show -> show.episodes().stream()).toList();
    }

    private static URL resource(String name) {
        return DemoContentTest.class.getResource("/demo/" + name);
    }
}
