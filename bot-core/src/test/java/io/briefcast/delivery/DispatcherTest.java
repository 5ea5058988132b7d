package io.briefcast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.DeliverySettings;
import io.briefcast.delivery.Delivery.State;
import io.briefcast.delivery.Dispatcher.Dispatched;
import io.briefcast.delivery.FakePlatform.Fault;
import io.briefcast.message.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private static final Instant NOON = Instant.parse("2026-03-09T12:00:00Z");
    private static final DeliveryKey KEY = new DeliveryKey("s1", LocalDate.of(2026, 3, 9));

    private final MemoryDeliveries deliveries = new MemoryDeliveries();
    private final FakePlatform platform = new FakePlatform();
    private Instant beforeThePost = NOON;
    private final Dispatcher dispatcher = new Dispatcher(
            deliveries,
            List.of(platform),
            new DeliverySettings(Duration.ofHours(6), Duration.ofMinutes(1)),
            () -> beforeThePost);

    @Test
    void postsOnceAndKeepsTheReceipt() {
        add();

        tryAndStore(NOON);
        tryAndStore(NOON.plusSeconds(5));

        assertThat(platform.posts()).containsExactly(KEY.token());
        assertThat(stored().state()).isEqualTo(State.SENT);
        assertThat(stored().receipt()).contains(new Receipt(KEY.token()));
        assertThat(platform.looks()).isZero();
    }

    @Test
    void theClaimIsStoredBeforeThePlatformIsCalled() {
        add();

        dispatcher.dispatch(KEY, NOON);

        assertThat(stored().state()).isEqualTo(State.SENDING);
        assertThat(stored().lease()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void whatAnotherSenderHoldsIsLeftToIt() {
        add();
        dispatcher.dispatch(KEY, NOON);

        assertThat(dispatcher.dispatch(KEY, NOON.plusSeconds(59))).isEqualTo(new Dispatched.Held(NOON.plusSeconds(60)));
    }

    @Test
    void afterACrashItLooksBeforeItPosts() {
        add();
        dispatcher.dispatch(KEY, NOON);

        tryAndStore(NOON.plusSeconds(60));

        assertThat(platform.posts()).hasSize(1);
        assertThat(platform.looks()).isOne();
        assertThat(stored().state()).isEqualTo(State.SENT);
    }

    @Test
    void anUnclearAnswerIsLookedIntoAndNotPostedTwice() {
        add();
        platform.fail(Fault.POSTED_BUT_UNCLEAR);

        Instant again = tryAndStore(NOON).again().orElseThrow();
        assertThat(stored().state()).isEqualTo(State.UNKNOWN);
        tryAndStore(again);

        assertThat(platform.posts()).hasSize(1);
        assertThat(stored().state()).isEqualTo(State.SENT);
    }

    @Test
    void anUnclearAnswerWithoutAPostIsPostedAgain() {
        add();
        platform.fail(Fault.LOST_AND_UNCLEAR);

        Instant again = tryAndStore(NOON).again().orElseThrow();
        tryAndStore(again);

        assertThat(platform.posts()).hasSize(1);
        assertThat(stored().state()).isEqualTo(State.SENT);
    }

    @Test
    void aFailedLookLeavesItInDoubt() {
        add();
        platform.fail(Fault.POSTED_BUT_UNCLEAR, Fault.REFUSED_FOR_NOW);

        Instant look = tryAndStore(NOON).again().orElseThrow();
        Instant lookAgain = tryAndStore(look).again().orElseThrow();

        assertThat(stored().state()).isEqualTo(State.UNKNOWN);
        tryAndStore(lookAgain);
        assertThat(platform.posts()).hasSize(1);
    }

    @Test
    void whoStoodStillAfterTheClaimDoesNotPost() {
        add();
        beforeThePost = NOON.plusSeconds(31);

        var frozen = (Dispatched.Tried) dispatcher.dispatch(KEY, NOON);

        assertThat(platform.posts()).isEmpty();
        assertThat(frozen.delivery().state()).isEqualTo(State.UNKNOWN);
        assertThat(frozen.again()).contains(NOON.plusSeconds(60));
    }

    @Test
    void looksThatNeverSucceedEndWithAReason() {
        add();
        Fault[] always = new Fault[200];
        Arrays.fill(always, Fault.LOST_AND_UNCLEAR);
        platform.fail(always);

        Instant last = NOON;
        Optional<Instant> again = Optional.of(NOON);
        while (again.isPresent()) {
            last = again.get();
            again = tryAndStore(last).again();
        }

        assertThat(stored().state()).isEqualTo(State.DEAD);
        assertThat(stored().reason()).isEqualTo("it is not known whether it arrived (connection reset)");
        assertThat(last).isBetween(NOON.plus(Duration.ofHours(5)), NOON.plus(Duration.ofHours(6)));
        assertThat(platform.looks()).isGreaterThan(10);
    }

    @Test
    void oneFailedLookAfterALongStandstillIsNotTheLast() {
        add();
        dispatcher.dispatch(KEY, NOON);
        platform.fail(Fault.REFUSED_FOR_NOW);

        Instant again = tryAndStore(NOON.plus(Duration.ofDays(2))).again().orElseThrow();
        tryAndStore(again);

        assertThat(stored().state()).isEqualTo(State.SENT);
        assertThat(platform.posts()).hasSize(1);
    }

    @Test
    void aChannelThatIsGoneWhenItIsLookedForSwitchesTheSubscriptionOff() {
        add();
        dispatcher.dispatch(KEY, NOON);
        platform.fail(Fault.CHANNEL_GONE);

        assertThat(tryAndStore(NOON.plusSeconds(60)).switchOff()).isTrue();
        assertThat(stored().state()).isEqualTo(State.DEAD);
    }

    @Test
    void waitsAsLongAsThePlatformAsks() {
        add();
        platform.fail(Fault.REFUSED_FOR_NOW);

        var tried = tryAndStore(NOON);

        assertThat(stored().state()).isEqualTo(State.PENDING);
        assertThat(tried.again().orElseThrow())
                .isBetween(
                        NOON.plus(FakePlatform.ASKED),
                        NOON.plus(FakePlatform.ASKED).plusSeconds(2));
    }

    @Test
    void aChannelThatIsGoneEndsItAndSwitchesTheSubscriptionOff() {
        add();
        platform.fail(Fault.CHANNEL_GONE);

        var tried = tryAndStore(NOON);

        assertThat(tried.switchOff()).isTrue();
        assertThat(tried.again()).isEmpty();
        assertThat(stored().state()).isEqualTo(State.DEAD);
        assertThat(stored().reason())
                .isEqualTo("nothing can be posted there any more (channel_not_found); it is switched off");
    }

    @Test
    void aMessageThePlatformNeverTakesEndsOnlyThisDelivery() {
        add();
        platform.fail(Fault.TOO_LONG);

        var tried = tryAndStore(NOON);

        assertThat(tried.switchOff()).isFalse();
        assertThat(stored().state()).isEqualTo(State.DEAD);
    }

    @Test
    void whatIsHoursLateIsSkipped() {
        add();

        tryAndStore(NOON.plus(Duration.ofHours(6)).plusMillis(1));

        assertThat(platform.posts()).isEmpty();
        assertThat(stored().state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void whatWasPostedBeforeALongCrashIsFoundHoweverLate() {
        add();
        dispatcher.dispatch(KEY, NOON);

        tryAndStore(NOON.plus(Duration.ofDays(2)));

        assertThat(stored().state()).isEqualTo(State.SENT);
        assertThat(platform.posts()).hasSize(1);
    }

    @Test
    void aPlatformThatIsNotSetUpIsNamed() {
        deliveries.add(Delivery.pending(KEY, "us", "telegraph", "x", new Message("Brief", List.of()), NOON));

        tryAndStore(NOON);

        assertThat(stored().reason()).isEqualTo("the platform telegraph is not set up");
    }

    @Test
    void whatIsNoLongerWantedIsNotPosted() {
        add();

        var tried = (Dispatched.Tried) dispatcher.dispatch(KEY, false, NOON);

        assertThat(platform.posts()).isEmpty();
        assertThat(tried.delivery().state()).isEqualTo(State.SKIPPED);
        assertThat(tried.delivery().reason()).isEqualTo("the subscription was switched off");
        assertThat(tried.missed()).isTrue();
    }

    @Test
    void whatIsNoLongerWantedAndMayBeThereIsOnlyLookedFor() {
        add();
        platform.fail(Fault.LOST_AND_UNCLEAR);
        Instant again = tryAndStore(NOON).again().orElseThrow();
        beforeThePost = again;

        var tried = (Dispatched.Tried) dispatcher.dispatch(KEY, false, again);

        assertThat(platform.looks()).isOne();
        assertThat(platform.posts()).isEmpty();
        assertThat(tried.delivery().state()).isEqualTo(State.SKIPPED);
    }

    @Test
    void whatIsNoLongerWantedButThereCountsAsSent() {
        add();
        platform.fail(Fault.POSTED_BUT_UNCLEAR);
        Instant again = tryAndStore(NOON).again().orElseThrow();

        var tried = (Dispatched.Tried) dispatcher.dispatch(KEY, false, again);

        assertThat(tried.delivery().state()).isEqualTo(State.SENT);
        assertThat(tried.missed()).isFalse();
    }

    @Test
    void onlyWhatCertainlyDidNotArriveIsMissed() {
        add();
        platform.fail(Fault.TOO_LONG);
        assertThat(tryAndStore(NOON).missed()).as("refused").isTrue();

        DeliveryKey unclear = new DeliveryKey("s2", KEY.day());
        deliveries.add(Delivery.pending(unclear, "us", "chat", "#general", new Message("Brief", List.of()), NOON));
        platform.fail(Fault.POSTED_BUT_UNCLEAR, Fault.CHANNEL_GONE);
        var first = (Dispatched.Tried) dispatcher.dispatch(unclear, NOON);
        deliveries.replace(first.delivery().fence(), first.delivery());
        var gone = (Dispatched.Tried) dispatcher.dispatch(unclear, first.again().orElseThrow());
        assertThat(gone.delivery().state()).isEqualTo(State.DEAD);
        assertThat(gone.missed()).as("gone before anybody could look").isFalse();
    }

    @Test
    void anUnknownDeliveryIsNothing() {
        assertThat(dispatcher.dispatch(KEY, NOON)).isEqualTo(new Dispatched.Nothing());
    }

    private void add() {
        deliveries.add(Delivery.pending(KEY, "us", "chat", "#general", new Message("Brief", List.of()), NOON));
    }

    private Delivery stored() {
        return deliveries.find(KEY).orElseThrow();
    }

    private Dispatched.Tried tryAndStore(Instant now) {
        beforeThePost = now;
        if (dispatcher.dispatch(KEY, now) instanceof Dispatched.Tried tried) {
            deliveries.replace(tried.delivery().fence(), tried.delivery());
            return tried;
        }
        return new Dispatched.Tried(stored(), Optional.empty(), false, false);
    }
}
