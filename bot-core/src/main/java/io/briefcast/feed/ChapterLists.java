package io.briefcast.feed;

import io.briefcast.podcast.Chapter;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What all forms of chapters have in common. */
final class ChapterLists {
    /** A chapter a minute for a long episode. */
    private static final int MOST = 300;

    private static final int TITLE = 200;

    private ChapterLists() {}

    /** A moment as feeds and chapters files write it; the beginning is one, too. */
    static Optional<Duration> moment(String written) {
        return !written.isBlank() && FeedDuration.isZero(written)
                ? Optional.of(Duration.ZERO)
                : FeedDuration.read(written);
    }

    /** In the order of their times, those with a name, at most 300. */
    static List<Chapter> tidy(List<Chapter> chapters) {
        return chapters.stream()
                .filter(chapter -> !chapter.title().isBlank())
                .map(chapter -> new Chapter(chapter.start(), cut(chapter.title().strip())))
                .distinct()
                .sorted(Comparator.comparing(Chapter::start))
                .limit(MOST)
                .toList();
    }

    private static String cut(String title) {
        return title.codePointCount(0, title.length()) <= TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, TITLE - 1)) + "…";
    }
}
