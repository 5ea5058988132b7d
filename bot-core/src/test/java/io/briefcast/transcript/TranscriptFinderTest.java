package io.briefcast.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Episode;
import io.briefcast.transcript.TranscriptSource.Search;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TranscriptFinderTest {
    private static final Search FOUND = new Search.Found(new Transcript(
            "plain", "show notes", true, List.of(new Cue(Duration.ZERO, Duration.ZERO, "", "Hello.")), List.of()));

    private record Fixed(String name, Search search) implements TranscriptSource {
        @Override
        public Search find(Episode episode) {
            return search;
        }
    }

    @Test
    void asksOneSourceAfterTheOther() {
        var finder = finder(new Search.Nothing("no link"), FOUND);

        assertThat(finder.find(episode())).isEqualTo(FOUND);
    }

    @Test
    void waitsForABetterSourceUnlessToldNotTo() {
        var finder = finder(new Search.Later("too slow"), FOUND);

        assertThat(finder.find(episode())).isEqualTo(new Search.Later("published: too slow"));
        assertThat(finder.findNow(episode())).isEqualTo(FOUND);
    }

    @Test
    void tellsEveryReason() {
        var finder = finder(new Search.Nothing("no link"), new Search.Nothing("only 12 words"));

        assertThat(finder.find(episode()))
                .isEqualTo(new Search.Nothing("published: no link; show notes: only 12 words"));
    }

    private static TranscriptFinder finder(Search published, Search notes) {
        return new TranscriptFinder(List.of(new Fixed("published", published), new Fixed("show notes", notes)));
    }

    private static Episode episode() {
        return new Episode(
                "e1",
                "s1",
                "guid",
                "The Long Weld",
                Optional.empty(),
                Instant.parse("2026-03-01T05:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
    }
}
