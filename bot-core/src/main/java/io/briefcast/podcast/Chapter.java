package io.briefcast.podcast;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A named part of an episode, from {@code start} to the next chapter. */
public record Chapter(Duration start, String title) {
    /** The chapter at a moment, of chapters in the order of their times; empty before the first. */
    public static Optional<Chapter> at(Duration moment, List<Chapter> chapters) {
        return chapters.stream()
                .filter(chapter -> chapter.start().compareTo(moment) <= 0)
                .reduce((earlier, later) -> later);
    }
}
