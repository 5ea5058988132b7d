package io.briefcast.pipeline;

import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.pipeline.PipelineRig.TODAY;
import static io.briefcast.pipeline.PipelineRig.daily;
import static io.briefcast.pipeline.PipelineRig.key;
import static io.briefcast.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.FakePlatform;
import io.briefcast.insight.Insight;
import io.briefcast.podcast.Reading;
import io.briefcast.subscription.BriefTime;
import io.briefcast.subscription.Subscription;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which briefs come when, and what becomes of those that cannot. */
class PipelineBriefsTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void aNewEpisodeGoesAllTheWayToItsAudience() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.runAllDue();
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(rig.parts.insights().count()).isEqualTo(2);
        assertThat(rig.platform.posts()).isEmpty();
        rig.advance(Duration.ofMinutes(30));

        assertThat(rig.platform.posts()).containsExactly(key(TODAY).token());
        assertThat(rig.delivery(TODAY).state()).isEqualTo(Delivery.State.SENT);
        assertThat(rig.parts.seen().seen("us", Instant.EPOCH))
                .extracting(Insight::id)
                .containsExactly("e1-0", "e1-1");
    }

    @Test
    void theNextDayBringsTheNextBrief() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.advance(Duration.ofMinutes(30));
        rig.advance(Duration.ofHours(23));
        assertThat(rig.platform.posts()).hasSize(1);
        rig.advance(Duration.ofHours(1));

        assertThat(rig.platform.posts())
                .containsExactly(key(TODAY).token(), key(TODAY.plusDays(1)).token());
    }

    @Test
    void aBriefThatIsHoursLateIsSkippedAndTheNextOneComes() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.clock.set(NOON.plus(Duration.ofHours(7)));
        rig.runAllDue();
        assertThat(rig.platform.posts()).isEmpty();
        assertThat(rig.delivery(TODAY).state()).isEqualTo(Delivery.State.SKIPPED);
        rig.advance(Duration.ofHours(18));

        assertThat(rig.platform.posts()).containsExactly(key(TODAY.plusDays(1)).token());
    }

    @Test
    void whoUnsubscribedGetsNothingMore() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        Subscription order = rig.parts.subscriptions().active().getFirst();

        rig.pipeline.subscribe(new Subscription(order.id(), order.audience(), order.interests(), order.time(), false));
        rig.advance(Duration.ofDays(2));

        assertThat(rig.platform.posts()).isEmpty();
    }

    @Test
    void aNewTimeMovesTheBrief() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.pipeline.subscribe(daily(LocalTime.of(15, 0)));

        rig.advance(Duration.ofMinutes(30));
        assertThat(rig.platform.posts()).isEmpty();
        rig.advance(Duration.ofMinutes(150));

        assertThat(rig.platform.posts()).containsExactly(key(TODAY).token());
    }

    @Test
    void aNewHourAfterTheBriefGivesNoSecondOneThatDay() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.advance(Duration.ofMinutes(30));

        Optional<BriefTime.Due> next = rig.pipeline.subscribe(daily(LocalTime.of(18, 0)));
        rig.advance(Duration.ofHours(10));

        assertThat(rig.platform.posts()).containsExactly(key(TODAY).token());
        assertThat(next.orElseThrow().day()).isEqualTo(TODAY.plusDays(1));
    }

    @Test
    void aNewZoneNeverGivesADateTwoNorTwoDatesAtOnce() {
        ZoneId auckland = ZoneId.of("Pacific/Auckland");
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)).with(BriefTime.daily(LocalTime.of(2, 0), auckland)));
        rig.advance(Duration.ofHours(2));
        assertThat(rig.platform.posts()).containsExactly(key(TODAY.plusDays(1)).token());

        rig.pipeline.subscribe(
                daily(LocalTime.of(12, 30)).with(BriefTime.daily(LocalTime.of(8, 0), ZoneId.of("Pacific/Honolulu"))));
        rig.advance(Duration.ofHours(24));
        assertThat(rig.platform.posts()).hasSize(1);
        rig.advance(Duration.ofHours(30));

        assertThat(rig.platform.posts())
                .containsExactly(
                        key(TODAY.plusDays(1)).token(), key(TODAY.plusDays(2)).token());
    }

    @Test
    void aHolidayIsQuietAndEnds() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)).away(Optional.of(TODAY.plusDays(1))));

        rig.advance(Duration.ofMinutes(30));
        rig.advance(Duration.ofDays(1));
        assertThat(rig.platform.posts()).isEmpty();
        rig.advance(Duration.ofDays(1));

        assertThat(rig.platform.posts()).containsExactly(key(TODAY.plusDays(2)).token());
    }

    @Test
    void theNextBriefSaysThatOneWasLeftOutAndWhy() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.clock.set(NOON.plus(Duration.ofHours(7)));
        rig.runAllDue();
        rig.advance(Duration.ofHours(18));
        rig.advance(Duration.ofHours(24));

        assertThat(rig.brief(TODAY.plusDays(1)))
                .contains("The brief for Monday, 9 March 2026 was left out: Briefcast was not running at its time.");
        assertThat(rig.brief(TODAY.plusDays(2))).doesNotContain("left out");
    }

    @Test
    void afterDaysOfStandstillTodaysBriefStillComesAndSaysWhatWasLeftOut() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.clock.set(NOON.plus(Duration.ofHours(49)));
        rig.runAllDue();
        rig.runAllDue();

        assertThat(rig.platform.posts()).containsExactly(key(TODAY.plusDays(2)).token());
        assertThat(rig.brief(TODAY.plusDays(2)))
                .contains("The briefs from Monday, 9 March 2026 to Tuesday, 10 March 2026 were left out;"
                        + " the last one: Briefcast was not running at its time.");
        assertThat(rig.delivery(TODAY.plusDays(1)).state()).isEqualTo(Delivery.State.SKIPPED);
        rig.advance(Duration.ofHours(24));
        assertThat(rig.platform.posts()).hasSize(2);
        assertThat(rig.brief(TODAY.plusDays(3))).doesNotContain("left out");
    }

    @Test
    void aHolidayDuringTheStandstillIsNotSaidToBeLeftOut() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)).away(Optional.of(TODAY.plusDays(1))));

        rig.clock.set(NOON.plus(Duration.ofDays(4)).plus(Duration.ofHours(1)));
        rig.runAllDue();
        rig.runAllDue();

        assertThat(rig.brief(TODAY.plusDays(4)))
                .contains("The briefs from Wednesday, 11 March 2026 to Thursday, 12 March 2026 were left out");
        assertThat(rig.parts.deliveries().find(key(TODAY))).isEmpty();
    }

    @Test
    void afterAYearOfStandstillABoundedNumberOfDaysIsWrittenDown() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.clock.set(NOON.plus(Duration.ofDays(365)).plus(Duration.ofHours(1)));
        rig.runAllDue();
        rig.runAllDue();

        assertThat(rig.platform.posts())
                .containsExactly(key(TODAY.plusDays(365)).token());
        assertThat(rig.parts.deliveries().ofAudience("us", 1_000)).hasSize(32);
        assertThat(rig.brief(TODAY.plusDays(365)))
                .contains("The briefs from Monday, 9 March 2026 to Monday, 8 March 2027 were left out");
    }

    @Test
    void whoseOrderIsForgottenGetsNothingMore() {
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.pipeline.unsubscribe("s1");
        rig.advance(Duration.ofDays(2));

        assertThat(rig.platform.posts()).isEmpty();
        assertThat(rig.parts.subscriptions().all()).isEmpty();
    }

    @Test
    void aChannelThatIsGoneSwitchesTheSubscriptionOff() {
        rig.platform.fail(FakePlatform.Fault.CHANNEL_GONE);
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.advance(Duration.ofMinutes(30));
        rig.advance(Duration.ofDays(3));

        assertThat(rig.parts.subscriptions().active()).isEmpty();
        assertThat(rig.parts.deliveries().last("s1").orElseThrow().reason())
                .contains("channel_not_found", "switched off");
        assertThat(rig.platform.posts()).isEmpty();
    }

    @Test
    void whatNeverArrivedMayComeInALaterBrief() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.runAllDue();
        rig.platform.fail(FakePlatform.Fault.TOO_LONG);

        rig.advance(Duration.ofMinutes(30));

        assertThat(rig.delivery(TODAY).state()).isEqualTo(Delivery.State.DEAD);
        assertThat(rig.parts.seen().seen("us", Instant.EPOCH)).isEmpty();
    }

    @Test
    void whoUnsubscribesWhileABriefIsInDoubtGetsItNoMore() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.runAllDue();
        rig.platform.fail(FakePlatform.Fault.LOST_AND_UNCLEAR);
        rig.advance(Duration.ofMinutes(30));
        assertThat(rig.delivery(TODAY).state()).isEqualTo(Delivery.State.UNKNOWN);

        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)).activated(false));
        rig.advance(Duration.ofMinutes(1));

        assertThat(rig.platform.posts()).isEmpty();
        assertThat(rig.delivery(TODAY).state()).isEqualTo(Delivery.State.SKIPPED);
        assertThat(rig.parts.seen().seen("us", Instant.EPOCH)).isEmpty();
    }

    @Test
    void aBriefDoesNotWaitForServersThatAreSilent() throws InterruptedException {
        rig.publisher.fallSilent();
        IntStream.range(0, 100)
                .forEach(i -> rig.pipeline.follow(URI.create("https://silent%d.example/feed".formatted(i))));
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.clock.set(NOON.plus(Duration.ofHours(1)));

        rig.pipeline.start();

        assertThat(rig.briefs.tryAcquire(1, TimeUnit.MINUTES)).isTrue();
        rig.publisher.answerAgain();
        rig.pipeline.close();
    }
}
