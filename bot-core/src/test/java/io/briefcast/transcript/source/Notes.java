package io.briefcast.transcript.source;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.TranscriptLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Episodes of which only notes and links matter. */
final class Notes {
    private Notes() {}

    static Episode episode(String notes, TranscriptLink... links) {
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
                List.of(links),
                Optional.empty(),
                notes);
    }
}
