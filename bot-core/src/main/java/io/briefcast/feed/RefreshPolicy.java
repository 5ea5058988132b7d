package io.briefcast.feed;

import io.briefcast.FeedSettings;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * Decides when a feed is asked again: not before the interval of the settings, not before the server wishes, later and
 * later while it fails, never again when it is gone. Every time is moved later by a share of its own that depends only
 * on the show, so that feeds do not come due together and a restart changes nothing.
 */
public final class RefreshPolicy {
    /** A server that asks for more has a typing error in its settings. */
    private static final Duration LONGEST_WISH = Duration.ofDays(7);

    /** A feed that failed for so long, and so often, will not come back by itself. */
    private static final Duration GIVEN_UP = Duration.ofDays(30);

    private static final int FAILED_OFTEN = 30;

    /** A busy server is no trouble worth telling until it has been busy this often. */
    private static final int BUSY_TOO_OFTEN = 3;

    /** A host that nobody may ask for a moment is not asked at once for every feed that it has. */
    private static final Duration SHORTEST_SILENCE = Duration.ofMinutes(1);

    private static final Duration AFTER_SILENCE = Duration.ofMinutes(15);

    /** A show that usually appears at nine is not looked for at nine sharp, as all others of that time would be. */
    private static final Duration AFTER_RHYTHM = Duration.ofMinutes(20);

    /** A feed that skips hours names when they end, which is the same minute for all. */
    private static final Duration AFTER_PAUSE = Duration.ofMinutes(30);

    /** A restart takes less; whoever was away for longer has many feeds to ask. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final Duration AFTER_ABSENCE = Duration.ofMinutes(15);

    private static final int SHARES = 1_009;

    private final FeedSettings settings;

    public RefreshPolicy(FeedSettings settings) {
        this.settings = settings;
    }

    /** The state after an outcome. The validators of a fresh body belong in the store together with its items. */
    public FeedState next(FeedState state, FeedOutcome outcome, Instant now) {
        return switch (outcome) {
            case FeedOutcome.Fresh fresh ->
                read(
                        state,
                        fresh.etag(),
                        fresh.lastModified(),
                        fresh.feed().profile().pace(),
                        Optional.of(new FeedState.Source(fresh.address(), FeedParser.VERSION)),
                        fresh.freshFor(),
                        now);
            case FeedOutcome.Unchanged same ->
                read(
                        state,
                        same.etag().or(state::etag),
                        same.lastModified().or(state::lastModified),
                        state.pace(),
                        state.source(),
                        same.freshFor(),
                        now);
            case FeedOutcome.Throttled throttled -> throttled(state, throttled, now);
            case FeedOutcome.Failed failed -> failed(state, failed, now);
        };
    }

    private FeedState read(
            FeedState state,
            Optional<String> etag,
            Optional<String> modified,
            Pace pace,
            Optional<FeedState.Source> source,
            Duration freshFor,
            Instant now) {
        Duration wished = longer(wish(freshFor), wish(pace.least()));
        Instant next =
                paced(state.showId(), pace, now.plus(spread(state.showId(), longer(settings.interval(), wished))));
        return new FeedState(
                state.showId(),
                etag,
                modified,
                next,
                Optional.of(now),
                0,
                Optional.empty(),
                state.move(),
                pace,
                source);
    }

    /**
     * The same state, asked later when the show is not expected to come out; not while its feed has trouble.
     *
     * @param releases when the last episodes of the show came out
     */
    public static FeedState inRhythm(FeedState state, Collection<Instant> releases, Instant now) {
        if (state.failures() > 0 || state.isStopped()) {
            return state;
        }
        Instant earliest = state.nextRead();
        return Rhythm.of(releases)
                .map(rhythm -> rhythm.next(now, earliest))
                .filter(later -> later.isAfter(earliest))
                .map(later -> later.plus(offset(state.showId(), AFTER_RHYTHM)))
                .map(later -> state.askedAt(paced(state.showId(), state.pace(), later)))
                .orElse(state);
    }

    /**
     * When a feed is asked whose time went by while nobody was running: like all others that wait, some minutes later, at
     * an offset of its own. Empty for one that is not late, and for one that was never asked, because somebody waits for it.
     */
    public static Optional<Instant> afterAbsence(FeedState state, Instant now) {
        boolean isLate =
                state.lastRead().isPresent() && state.nextRead().plus(LATE).isBefore(now);
        return isLate ? Optional.of(now.plus(offset(state.showId(), AFTER_ABSENCE))) : Optional.empty();
    }

    /** The moment itself, or some minutes into the next hour in which the feed may be asked. */
    private static Instant paced(String showId, Pace pace, Instant moment) {
        Instant allowed = pace.from(moment);
        return allowed.equals(moment) ? moment : allowed.plus(offset(showId, AFTER_PAUSE));
    }

    private FeedState throttled(FeedState state, FeedOutcome.Throttled throttled, Instant now) {
        if (!throttled.asked()) {
            Duration silence = longer(SHORTEST_SILENCE, wish(throttled.retryAfter()));
            return state.askedAt(now.plus(silence).plus(offset(state.showId(), AFTER_SILENCE)));
        }
        int failures = state.failures() + 1;
        Duration wait = spread(state.showId(), longer(backOff(failures), wish(throttled.retryAfter())));
        Optional<String> trouble = failures < BUSY_TOO_OFTEN
                ? state.trouble()
                : Optional.of("the server has asked %d times in a row to come back later".formatted(failures));
        return unread(state, now.plus(wait), failures, trouble);
    }

    private FeedState failed(FeedState state, FeedOutcome.Failed failed, Instant now) {
        int failures = state.failures() + 1;
        if (failed.trouble() == FeedOutcome.Trouble.FINAL) {
            return unread(state, FeedState.NEVER, failures, Optional.of(failed.sentence()));
        }
        if (isGivenUp(state, failures, now)) {
            String words = failed.sentence() + " It went wrong for 30 days, so this feed is not asked any more.";
            return unread(state, FeedState.NEVER, failures, Optional.of(words));
        }
        Duration wait =
                failed.trouble() == FeedOutcome.Trouble.PASSING ? backOff(failures) : settings.longestInterval();
        Instant next = now.plus(spread(state.showId(), longer(wait, wish(failed.freshFor()))));
        return unread(state, next, failures, Optional.of(failed.sentence()));
    }

    private static boolean isGivenUp(FeedState state, int failures, Instant now) {
        return failures >= FAILED_OFTEN
                && state.lastRead()
                        .map(last -> last.plus(GIVEN_UP).isBefore(now))
                        .orElse(true);
    }

    private static FeedState unread(FeedState state, Instant next, int failures, Optional<String> trouble) {
        return new FeedState(
                state.showId(),
                state.etag(),
                state.lastModified(),
                next,
                state.lastRead(),
                failures,
                trouble,
                state.move(),
                state.pace(),
                state.source());
    }

    /** The interval, doubled with each failure after the first, up to the longest interval. */
    private Duration backOff(int failures) {
        Duration wait = settings.interval();
        for (int i = 1; i < failures && wait.compareTo(settings.longestInterval()) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(settings.longestInterval()) > 0 ? settings.longestInterval() : wait;
    }

    private static Duration wish(Duration asked) {
        return asked.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : asked;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** Up to a tenth more. */
    private static Duration spread(String showId, Duration wait) {
        return wait.plus(offset(showId, wait.dividedBy(10)));
    }

    /** Up to the given time, the same for a show every time. */
    private static Duration offset(String showId, Duration most) {
        return most.multipliedBy(Math.floorMod(showId.hashCode(), SHARES)).dividedBy(SHARES);
    }
}
