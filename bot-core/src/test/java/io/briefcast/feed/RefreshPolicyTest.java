package io.briefcast.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.FeedSettings;
import io.briefcast.feed.FeedOutcome.Failed;
import io.briefcast.feed.FeedOutcome.Throttled;
import io.briefcast.feed.FeedOutcome.Trouble;
import io.briefcast.feed.FeedOutcome.Unchanged;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Ids;
import io.briefcast.podcast.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefreshPolicyTest {
    private static final Instant NOON = Instant.parse("2024-03-05T12:00:00Z");
    private static final Failed DOWN = new Failed(Trouble.PASSING, "the server is down.", Duration.ZERO);
    /** Every Tuesday at five. */
    private static final List<Instant> WEEKLY = IntStream.range(0, 10)
            .mapToObj(week -> Instant.parse("2024-03-05T05:00:00Z").minus(Duration.ofDays(7L * week)))
            .toList();

    private final RefreshPolicy policy =
            new RefreshPolicy(new FeedSettings(Duration.ofHours(1), Duration.ofHours(24), Duration.ofDays(7), 3));
    private final FeedState state = new FeedState(
            "show", Optional.of("\"a\""), Optional.of("monday"), NOON, Optional.empty(), 0, Optional.empty());

    @Test
    void waitsTheIntervalAfterAReading() {
        assertThat(wait(unchanged(Duration.ZERO))).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
    }

    @Test
    void waitsAsLongAsTheServerWishesEvenBeyondTheLongestInterval() {
        assertThat(wait(unchanged(Duration.ofDays(3)))).isBetween(Duration.ofDays(3), Duration.ofHours(80));
        assertThat(wait(new Throttled(Duration.ofDays(2)))).isBetween(Duration.ofDays(2), Duration.ofHours(53));
    }

    @Test
    void doesNotBelieveAWishOfAYear() {
        assertThat(wait(unchanged(Duration.ofDays(365)))).isLessThan(Duration.ofDays(8));
    }

    @Test
    void waitsLongerWithEachFailureUpToTheLongestInterval() {
        FeedState failing = state;
        for (int hours : List.of(1, 2, 4, 8, 16, 24, 24)) {
            failing = policy.next(failing, DOWN, NOON);

            assertThat(Duration.between(NOON, failing.nextRead()))
                    .isBetween(Duration.ofHours(hours), Duration.ofMinutes(hours * 66L));
        }
        assertThat(failing.failures()).isEqualTo(7);
        assertThat(failing.trouble()).contains("the server is down.");
        assertThat(failing.etag()).contains("\"a\"");
    }

    @Test
    void forgetsTheTroubleAfterAReading() {
        FeedState after = policy.next(policy.next(state, DOWN, NOON), unchanged(Duration.ZERO), NOON);

        assertThat(after.failures()).isZero();
        assertThat(after.trouble()).isEmpty();
        assertThat(after.lastRead()).contains(NOON);
    }

    @Test
    void asksOnceADayForWhatIsNotThere() {
        assertThat(wait(new Failed(Trouble.LASTING, "not found", Duration.ZERO)))
                .isBetween(Duration.ofHours(24), Duration.ofMinutes(24 * 66));
    }

    @Test
    void spreadsFeedsWhoseTimeWentByInALongAbsence() {
        Instant late = NOON.plus(Duration.ofHours(24));
        List<Instant> asked = IntStream.range(0, 200)
                .mapToObj(i -> read(Ids.of("show", String.valueOf(i))).askedAt(NOON))
                .flatMap(state -> RefreshPolicy.afterAbsence(state, late).stream())
                .toList();

        assertThat(asked)
                .hasSize(200)
                .allSatisfy(moment -> assertThat(moment).isBetween(late, late.plus(Duration.ofMinutes(15))));
        assertThat(asked.stream()
                        .map(moment -> moment.truncatedTo(ChronoUnit.MINUTES))
                        .distinct())
                .hasSizeGreaterThan(10);
        assertThat(RefreshPolicy.afterAbsence(read("show-1").askedAt(NOON), NOON.plus(Duration.ofMinutes(59))))
                .as("of a short absence")
                .isEmpty();
        assertThat(RefreshPolicy.afterAbsence(FeedState.untried("show-1", NOON), late))
                .as("of a show that somebody just added")
                .isEmpty();
    }

    private static FeedState read(String showId) {
        return new FeedState(showId, Optional.empty(), Optional.empty(), NOON, Optional.of(NOON), 0, Optional.empty());
    }

    @Test
    void neverAsksAgainForAFeedThatIsGone() {
        FeedState after = policy.next(state, new Failed(Trouble.FINAL, "gone", Duration.ZERO), NOON);

        assertThat(after.nextRead()).isEqualTo(FeedState.NEVER);
        assertThat(after.trouble()).contains("gone");
    }

    @Test
    void waitsAsLongAsTheServerAsksEvenWhenNothingIsThere() {
        assertThat(wait(new Failed(Trouble.LASTING, "not found", Duration.ofDays(4))))
                .isBetween(Duration.ofDays(4), Duration.ofHours(106));
    }

    @Test
    void givesAFeedUpThatFailedForAMonthAndSaysSo() {
        FeedState failing = state;
        Instant now = NOON;
        for (int tries = 1; tries < 30; tries++) {
            failing = policy.next(failing, DOWN, now);
            assertThat(failing.isStopped()).isFalse();
            now = failing.nextRead();
        }

        FeedState last = policy.next(failing, DOWN, now);

        assertThat(last.isStopped()).isTrue();
        assertThat(last.trouble())
                .contains("the server is down. It went wrong for 30 days, so this feed is not asked any more.");
    }

    @Test
    void doesNotGiveUpAFeedThatWasReadThisMonth() {
        FeedState failing = new FeedState(
                "show", Optional.empty(), Optional.empty(), NOON, Optional.of(NOON), 100, Optional.empty());

        assertThat(policy.next(failing, DOWN, NOON.plus(Duration.ofDays(29))).isStopped())
                .isFalse();
        assertThat(policy.next(failing, DOWN, NOON.plus(Duration.ofDays(31))).isStopped())
                .isTrue();
    }

    @Test
    void asksNoSoonerThanTheFeedSaysEvenAfterAnswersWithoutABody() {
        Pace pace = new Pace(Duration.ofHours(6), Set.of(18, 19), Set.of());
        FeedState slow = new FeedState(
                "show",
                Optional.empty(),
                Optional.empty(),
                NOON,
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                pace,
                Optional.empty());

        FeedState next = policy.next(slow, unchanged(Duration.ZERO), NOON);

        assertThat(next.nextRead().truncatedTo(ChronoUnit.MINUTES)).isEqualTo(Instant.parse("2024-03-05T20:29:00Z"));
        assertThat(next.pace()).isEqualTo(pace);
    }

    @Test
    void callsABusyServerTroubleOnlyWhenItStaysBusy() {
        Throttled busy = new Throttled(Duration.ZERO);
        FeedState once = policy.next(state, busy, NOON);
        FeedState twice = policy.next(once, busy, NOON);

        assertThat(twice.trouble()).isEmpty();
        assertThat(policy.next(twice, busy, NOON).trouble())
                .contains("the server has asked 3 times in a row to come back later");
    }

    @Test
    void keepsOldValidatorsUnlessNewOnesAreGiven() {
        FeedState kept = policy.next(state, unchanged(Duration.ZERO), NOON);
        FeedState replaced = policy.next(
                state, new Unchanged(Optional.of("\"b\""), Optional.empty(), Optional.empty(), Duration.ZERO), NOON);

        assertThat(kept.etag()).contains("\"a\"");
        assertThat(replaced.etag()).contains("\"b\"");
        assertThat(replaced.lastModified()).contains("monday");
    }

    @Test
    void spreadsFeedsThatWereReadTogether() {
        List<Instant> next = IntStream.range(0, 200)
                .mapToObj(i -> policy.next(FeedState.untried("show" + i, NOON), unchanged(Duration.ZERO), NOON))
                .map(FeedState::nextRead)
                .distinct()
                .toList();

        assertThat(next).hasSizeGreaterThan(50);
    }

    @Test
    void countsNoFailureForAFeedThatWasNotAsked() {
        Throttled unasked = new Throttled(Duration.ofMinutes(5), false);
        FeedState after = state;
        for (int i = 0; i < 10; i++) {
            after = policy.next(after, unasked, NOON);
        }

        assertThat(after.failures()).isZero();
        assertThat(after.trouble()).isEmpty();
        assertThat(Duration.between(NOON, after.nextRead())).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(20));
    }

    @Test
    void looksForAnEpisodeInItsRhythmButNeverInHoursThatTheFeedSkips() {
        Pace nights = new Pace(Duration.ZERO, Set.of(0, 1, 2, 3, 4), Set.of());
        Instant evening = Instant.parse("2024-03-11T18:10:00Z");

        for (int i = 0; i < 200; i++) {
            FeedState read = new FeedState(
                    "show" + i,
                    Optional.empty(),
                    Optional.empty(),
                    evening.plus(Duration.ofHours(1)),
                    Optional.of(evening),
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    nights,
                    Optional.empty());

            Instant next = RefreshPolicy.inRhythm(read, WEEKLY, evening).nextRead();

            assertThat(next).isEqualTo(nights.from(next)).isAfter(evening.plus(Duration.ofHours(1)));
        }
    }

    @Test
    void doesNotLookForAllShowsOfOneTimeInTheSameMinute() {
        Instant evening = Instant.parse("2024-03-11T21:00:00Z");

        Stream<Instant> next = IntStream.range(0, 200)
                .mapToObj(i -> FeedState.untried(Ids.of("show", "" + i), evening.plus(Duration.ofHours(1))))
                .map(read -> RefreshPolicy.inRhythm(read, WEEKLY, evening).nextRead());

        assertThat(next.map(moment -> moment.truncatedTo(ChronoUnit.MINUTES)).distinct())
                .hasSizeGreaterThan(15);
    }

    @Test
    void doesNotWaitForTheRhythmOfAFeedInTrouble() {
        FeedState failing = policy.next(state, DOWN, NOON);

        assertThat(RefreshPolicy.inRhythm(failing, WEEKLY, NOON)).isEqualTo(failing);
    }

    private Duration wait(FeedOutcome outcome) {
        return Duration.between(NOON, policy.next(state, outcome, NOON).nextRead());
    }

    private static Unchanged unchanged(Duration freshFor) {
        return new Unchanged(Optional.empty(), Optional.empty(), Optional.empty(), freshFor);
    }
}
