package io.briefcast.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.app.demo.DemoSchedule.Release;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoScheduleTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final DemoShow SHOW = new DemoShow(
            "rack",
            "The Rack",
            "",
            "en",
            URI.create("https://rack.example"),
            List.of(),
            "Technology",
            IntStream.range(0, 5).mapToObj(DemoScheduleTest::episode).toList());

    @Test
    void theLastFourDaysEachBringOneEpisode() {
        List<Release> out = DemoSchedule.releases(SHOW, 0, NOON);

        assertThat(out).hasSize(4);
        assertThat(out).extracting(release -> release.episode().slug()).doesNotHaveDuplicates();
        assertThat(out).extracting(Release::published).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void tomorrowBringsTheEpisodeThatWasNotOutYet() {
        List<String> today = slugs(NOON);
        List<String> tomorrow = slugs(NOON.plus(Duration.ofDays(1)));

        assertThat(tomorrow.getFirst()).isNotIn(today);
        assertThat(tomorrow.subList(1, 4)).isEqualTo(today.subList(0, 3));
    }

    @Test
    void nothingComesFromTheFuture() {
        Instant earlyMorning = Instant.parse("2026-03-02T00:05:00Z");

        assertThat(DemoSchedule.releases(SHOW, 0, earlyMorning))
                .allSatisfy(release -> assertThat(release.published()).isBefore(earlyMorning));
    }

    private static List<String> slugs(Instant now) {
        return DemoSchedule.releases(SHOW, 0, now).stream()
                .map(release -> release.episode().slug())
                .toList();
    }

    private static DemoShow.DemoEpisode episode(int i) {
        return new DemoShow.DemoEpisode("e" + i, "Episode " + i, "", i, 9, 1, i, List.of(), 600, "e.vtt", "text/vtt");
    }
}
