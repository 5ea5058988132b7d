package io.briefcast.pipeline;

import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.pipeline.PipelineRig.SHOW;
import static io.briefcast.pipeline.PipelineRig.TODAY;
import static io.briefcast.pipeline.PipelineRig.daily;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.ShowDesk;
import io.briefcast.podcast.Tenant;
import io.briefcast.subscription.Interests;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which feeds are asked, when, and who hears of it when one stops. */
class PipelineFeedsTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void followingTwiceIsHarmless() {
        assertThat(rig.pipeline.follow(FEED)).isTrue();
        assertThat(rig.pipeline.follow(FEED)).isFalse();

        rig.runAllDue();

        assertThat(rig.parts.shows().all()).hasSize(1);
    }

    @Test
    void restartsAskNoFeedBeforeItsTime() {
        rig.pipeline.follow(FEED);
        rig.runAllDue();

        for (int i = 0; i < 100; i++) {
            rig.clock.set(rig.clock.now().plusSeconds(30));
            // as after a start that finds nothing planned
            rig.agenda().move(Task.REFRESH_SHOW, SHOW, rig.clock.now());
            rig.runAllDue();
        }

        assertThat(rig.publisher.readings()).isEqualTo(1);
    }

    @Test
    void afterADayOfStandstillFeedsAreAskedOneByOne() {
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        rig.clock.set(rig.clock.now().plus(Duration.ofDays(1)));

        rig.pipeline.start();
        rig.pipeline.close();
        rig.runAllDue();
        assertThat(rig.publisher.readings()).isEqualTo(1);
        rig.advance(Duration.ofMinutes(15));

        assertThat(rig.publisher.readings()).isEqualTo(2);
    }

    @Test
    void remembersTheValidatorsOnlyOnceTheItemsAreStored() {
        var jdbc = rig.parts.database().jdbc();
        jdbc.sql("CREATE TRIGGER broken BEFORE INSERT ON episodes BEGIN SELECT RAISE(ABORT, 'broken'); END")
                .update();
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);

        rig.runAllDue();
        Optional<String> whileItFails = rig.parts.shows().state(SHOW).etag();
        jdbc.sql("DROP TRIGGER broken").update();
        rig.pipeline.drain(Progress.NONE);

        assertThat(whileItFails).isEmpty();
        assertThat(rig.parts.shows().state(SHOW).etag()).contains("tag");
        assertThat(rig.parts.episodes().find("e1")).isPresent();
    }

    @Test
    void aShowThatIsUnfollowedWhileItsFeedIsAskedStaysForgotten() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        Outcome asked = rig.run(Task.REFRESH_SHOW, SHOW);

        rig.pipeline.unfollow(SHOW);

        assertThat(rig.write(asked)).isPresent();
        assertThat(rig.parts.episodes().find("e1")).isEmpty();
        assertThat(rig.agenda().planned(Task.READ_EPISODE)).isEmpty();
    }

    @Test
    void aShowThatIsUnfollowedWhileItsEpisodeIsReadStaysForgotten() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        assertThat(rig.write(rig.run(Task.REFRESH_SHOW, SHOW))).isPresent();
        Outcome read = rig.run(Task.READ_EPISODE, "e1");

        rig.pipeline.unfollow(SHOW);

        assertThat(rig.write(read)).isEmpty();
        assertThat(rig.extractor.extracted()).containsExactly("e1");
        assertThat(rig.parts.insights().count()).isZero();
    }

    @Test
    void aFeedThatStopsIsToldOfOnceInTheNextBriefAndTriedAgainAtAPress() {
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.publisher.takeDown();
        rig.advance(Duration.ofHours(1));
        assertThat(rig.publisher.validators()).containsExactly(Optional.empty(), Optional.of("tag"));

        rig.advance(Duration.ofDays(1));
        rig.advance(Duration.ofDays(1));

        assertThat(rig.brief(TODAY)).doesNotContain("not read any more").contains("Brief of");
        assertThat(rig.brief(TODAY.plusDays(1)))
                .contains("is not read any more. The publisher took it down.", "Try again", "again:" + SHOW);
        assertThat(rig.brief(TODAY.plusDays(2))).doesNotContain("not read any more");
        assertThat(rig.publisher.validators()).hasSize(2);

        assertThat(rig.pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.ASKED);
        assertThat(rig.pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.NOT_STOPPED);
        rig.runAllDue();
        assertThat(rig.publisher.validators()).hasSize(3).last().isEqualTo(Optional.of("tag"));
        assertThat(rig.pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.TOO_SOON);

        rig.publisher.bringBack();
        rig.clock.set(rig.clock.now().plus(Duration.ofHours(1)));
        assertThat(rig.pipeline.tryAgain(SHOW)).isEqualTo(ShowDesk.Retry.ASKED);
        rig.runAllDue();
        assertThat(rig.parts.shows().state(SHOW).isStopped()).isFalse();
        assertThat(rig.parts.shows().state(SHOW).trouble()).isEmpty();
    }

    @Test
    void nobodyIsToldOfAShowThatOnlyAnotherWorkspaceFollows() {
        Tenant other = rig.otherWorkspace();
        rig.pipeline.follow(other, FEED);
        rig.publisher.takeDown();
        rig.runAllDue();
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));

        rig.advance(Duration.ofMinutes(30));

        assertThat(rig.brief(TODAY)).contains("Brief of").doesNotContain("not read any more");
    }

    @Test
    void aShowIsReadUntilNobodyFollowsItAnyMore() {
        Tenant other = rig.otherWorkspace();
        rig.pipeline.follow(FEED);
        rig.pipeline.follow(other, FEED);
        rig.runAllDue();

        rig.pipeline.unfollow(SHOW);
        rig.advance(Duration.ofHours(1));
        assertThat(rig.publisher.validators()).hasSize(2);
        rig.pipeline.unfollow(other, SHOW);

        rig.advance(Duration.ofDays(1));
        assertThat(rig.publisher.validators()).hasSize(2);
        assertThat(rig.parts.shows().all()).isEmpty();
    }

    @Test
    void whoPicksFromOtherShowsIsNotTold() {
        rig.pipeline.follow(FEED);
        rig.publisher.takeDown();
        rig.runAllDue();
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)).with(Interests.EVERYTHING.withShows(Set.of("another"))));

        rig.advance(Duration.ofMinutes(30));

        assertThat(rig.brief(TODAY)).doesNotContain("not read any more");
    }
}
