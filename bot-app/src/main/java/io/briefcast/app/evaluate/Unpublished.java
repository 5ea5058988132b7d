package io.briefcast.app.evaluate;

import io.briefcast.insight.InsightExtractor;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Show;
import io.briefcast.transcript.Transcript;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A transcript without a feed, as an episode of a show of which nothing is known. */
public final class Unpublished {
    private Unpublished() {}

    /** What an extractor may look at: the transcript alone. */
    public static InsightExtractor.Source episode(String name, Transcript transcript) {
        Show show = Show.unread(URI.create("file:/inspected"));
        Episode episode = new Episode(
                name,
                show.id(),
                name,
                name,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Episode.Kind.FULL,
                List.of(),
                List.of(),
                Optional.empty(),
                "");
        return new InsightExtractor.Source(show, episode, transcript, Set.of());
    }
}
