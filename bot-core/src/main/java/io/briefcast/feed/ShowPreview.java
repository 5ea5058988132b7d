package io.briefcast.feed;

import io.briefcast.podcast.Episode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A show at a glance, before anybody follows it.
 *
 * @param episodes how many of its latest episodes were looked at, at most fifty
 * @param transcribed how many of these have a transcript
 * @param cadence median time between its latest episodes; empty for fewer than three
 * @param last when the latest came out
 * @param lastTitle what it is called, empty when there is none
 */
public record ShowPreview(
        URI feed,
        String title,
        int episodes,
        int transcribed,
        Optional<Duration> cadence,
        Optional<Instant> last,
        String lastTitle) {
    /** A year of a weekly show. */
    private static final int LATEST = 50;

    /** Shows change their pace; ten gaps tell today's. */
    private static final int GAPS = 10;

    private static final int FEWEST_DATED = 3;

    /** The show of this feed. */
    static ShowPreview of(URI feed, ParsedFeed parsed) {
        List<FeedItem> latest = parsed.items().stream()
                .filter(item -> item.kind() == Episode.Kind.FULL)
                .sorted(Comparator.comparing((FeedItem item) -> item.published().orElse(Instant.MIN))
                        .reversed())
                .limit(LATEST)
                .toList();
        int transcribed = (int)
                latest.stream().filter(item -> !item.transcripts().isEmpty()).count();
        return new ShowPreview(
                feed,
                parsed.title().isEmpty() ? feed.toString() : parsed.title(),
                latest.size(),
                transcribed,
                cadence(latest.stream()
                        .map(FeedItem::published)
                        .flatMap(Optional::stream)
                        .toList()),
                latest.stream().findFirst().flatMap(FeedItem::published),
                latest.stream().findFirst().map(FeedItem::title).orElse(""));
    }

    private static Optional<Duration> cadence(List<Instant> newestFirst) {
        if (newestFirst.size() < FEWEST_DATED) {
            return Optional.empty();
        }
        List<Duration> gaps = IntStream.range(1, Math.min(newestFirst.size(), GAPS + 1))
                .mapToObj(i -> Duration.between(newestFirst.get(i), newestFirst.get(i - 1)))
                .sorted()
                .toList();
        return Optional.of(gaps.get(gaps.size() / 2));
    }
}
