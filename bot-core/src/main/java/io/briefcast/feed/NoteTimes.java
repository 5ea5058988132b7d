package io.briefcast.feed;

import io.briefcast.podcast.Chapter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chapters that publishers write into their show notes: lines that begin with a time, {@code 00:12:30 Rent or own},
 * {@code (12:30) – Rent or own} or {@code • [12:30] Rent or own}.
 */
final class NoteTimes {
    /** Fewer are a time of day or a single moment that somebody points at. */
    private static final int FEWEST = 3;

    private static final Pattern LINE = Pattern.compile(
            "[\\s•*·▶►–—-]{0,5}[(\\[]?((?:\\d{1,2}:)?\\d{1,3}:\\d{2})[)\\]]?(?![\\d:])(?!\\s*[ap]\\.?m\\b)[\\s:|.–—-]{0,5}(\\S.{0,300})",
            Pattern.CASE_INSENSITIVE);

    private NoteTimes() {}

    /** The chapters, when at least three times follow each other; none otherwise. */
    static List<Chapter> chapters(String notes) {
        List<Chapter> chapters =
                notes.lines().flatMap(line -> chapter(line).stream()).toList();
        return chapters.size() >= FEWEST && isRising(chapters) ? ChapterLists.tidy(chapters) : List.of();
    }

    private static Optional<Chapter> chapter(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        return matcher.matches()
                ? ChapterLists.moment(matcher.group(1)).map(start -> new Chapter(start, matcher.group(2)))
                : Optional.empty();
    }

    private static boolean isRising(List<Chapter> chapters) {
        Duration before = Duration.ofSeconds(-1);
        for (Chapter chapter : chapters) {
            if (chapter.start().compareTo(before) <= 0) {
                return false;
            }
            before = chapter.start();
        }
        return true;
    }
}
