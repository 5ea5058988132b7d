package io.briefcast.search;

import io.briefcast.language.Embedding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * About a minute of an episode.
 *
 * @param published when the episode came out
 * @param approximate whether the times were interpolated
 * @param lines what was said, at least one, in order
 * @param meaning of all lines together
 */
public record Passage(
        String episodeId, String showId, Instant published, boolean approximate, List<Line> lines, Embedding meaning) {
    public Passage {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a passage without lines");
        }
    }

    /**
     * A sentence.
     *
     * @param speaker empty when the transcript names nobody
     */
    public record Line(String speaker, String text, Duration start, Duration end) {}

    /** Offset of its first word from the start of the episode. */
    public Duration start() {
        return lines.getFirst().start();
    }

    /** Offset of the end of its last word. */
    public Duration end() {
        return lines.getLast().end();
    }

    /** All lines, without speakers. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining(" "));
    }
}
