package io.briefcast.podcast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transcript that is looked at again, seldom and ever more seldom, until its episode is two weeks old: publishers mend
 * names and words of machines at the same address, and no feed tells.
 *
 * @param edition what it said when the episode was read
 * @param looks how often it was looked at since
 * @param due when to look next; empty when nobody looks any more
 */
public record WatchedTranscript(String episodeId, Edition edition, int looks, Optional<Instant> due) {
    /** A look comes six hours, a day, three days, a week and two weeks after the reading. */
    private static final List<Duration> BETWEEN = List.of(
            Duration.ofHours(6), Duration.ofHours(18), Duration.ofDays(2), Duration.ofDays(4), Duration.ofDays(7));

    private static final Duration MAY_CHANGE = Duration.ofDays(14);

    private static final int SHARES = 1_009;

    /** What an episode was read from just now. */
    public static WatchedTranscript read(Episode episode, Edition edition, Instant now) {
        return new WatchedTranscript(episode.id(), edition, 0, next(episode, 0, Duration.ZERO, now));
    }

    /** The same after the episode was read once more; a look that was due is done by that. */
    public WatchedTranscript readAgain(Episode episode, Edition now, Instant at) {
        var renewed = new WatchedTranscript(episodeId, now, looks, due);
        return due.filter(look -> look.isAfter(at)).isPresent()
                ? renewed
                : renewed.lookedAt(episode, Duration.ZERO, at);
    }

    /**
     * The same after a look.
     *
     * @param least how long the server wants not to be asked
     */
    public WatchedTranscript lookedAt(Episode episode, Duration least, Instant now) {
        return new WatchedTranscript(episodeId, edition, looks + 1, next(episode, looks + 1, least, now));
    }

    /** The same words with newer validators. */
    public WatchedTranscript with(Edition same) {
        return new WatchedTranscript(episodeId, same, looks, due);
    }

    private static Optional<Instant> next(Episode episode, int looks, Duration least, Instant now) {
        if (looks >= BETWEEN.size()) {
            return Optional.empty();
        }
        Duration wait = spread(episode.id(), BETWEEN.get(looks));
        Instant next = now.plus(wait.compareTo(least) > 0 ? wait : least);
        return Optional.of(next)
                .filter(look -> !look.isAfter(episode.published().plus(MAY_CHANGE)));
    }

    /** Up to a tenth sooner, the same for an episode every time: many may have come out at the same minute. */
    private static Duration spread(String episodeId, Duration wait) {
        return wait.minus(wait.dividedBy(10)
                .multipliedBy(Math.floorMod(episodeId.hashCode(), SHARES))
                .dividedBy(SHARES));
    }
}
