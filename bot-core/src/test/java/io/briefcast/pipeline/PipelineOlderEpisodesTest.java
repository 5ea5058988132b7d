package io.briefcast.pipeline;

import static io.briefcast.pipeline.FakePublisher.pageOf;
import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.pipeline.PipelineRig.SHOW;
import static io.briefcast.pipeline.PipelineRig.daily;
import static io.briefcast.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.ShowDesk;
import io.briefcast.insight.Insight;
import io.briefcast.podcast.OlderEpisodes;
import io.briefcast.podcast.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Older episodes, read on request. */
class PipelineOlderEpisodesTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void olderEpisodesAreReadOneAfterTheOtherOnRequestAndInNoBrief() {
        rig.publisher.publish("skip-old1", "skip-old2", "e1");
        rig.publisher.date("skip-old1", NOON.minus(Duration.ofDays(30)));
        rig.publisher.date("skip-old2", NOON.minus(Duration.ofDays(20)));
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        assertThat(rig.extractor.extracted()).containsExactly("e1");

        assertThat(rig.pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(2, false));
        rig.runAllDue();
        assertThat(rig.extractor.extracted()).containsExactly("e1", "skip-old2");
        rig.advance(Duration.ofMinutes(2));
        assertThat(rig.extractor.extracted()).containsExactly("e1", "skip-old2", "skip-old1");

        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.advance(Duration.ofMinutes(28));
        assertThat(rig.parts.seen().seen("us", Instant.EPOCH))
                .extracting(Insight::episodeId)
                .containsOnly("e1");
        assertThat(rig.pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(0, false));
    }

    @Test
    void whatABriefWouldPickFromIsNotOlder() {
        rig.publisher.publish("skip-old1");
        rig.publisher.date("skip-old1", NOON.minus(Duration.ofDays(2)));
        rig.pipeline.follow(FEED);
        rig.runAllDue();

        assertThat(rig.pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(0, false));
    }

    @Test
    void readingOlderEpisodesStopsAndGoesOn() {
        rig.publisher.publish("skip-old1", "skip-old2");
        rig.publisher.date("skip-old1", NOON.minus(Duration.ofDays(30)));
        rig.publisher.date("skip-old2", NOON.minus(Duration.ofDays(20)));
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        rig.pipeline.readOlder(SHOW, 10);
        rig.runAllDue();

        assertThat(rig.pipeline.pauseOlder(SHOW)).isEqualTo(1);
        rig.advance(Duration.ofHours(3));
        assertThat(rig.extractor.extracted()).containsExactly("skip-old2");

        assertThat(rig.pipeline.readOlder(SHOW, 10)).isEqualTo(new ShowDesk.Older(1, false));
        rig.runAllDue();
        assertThat(rig.extractor.extracted()).containsExactly("skip-old2", "skip-old1");
    }

    @Test
    void olderPagesOfAFeedAreReadUntilEnoughIsFoundAndNoFurther() {
        archive();
        assertThat(rig.publisher.askedPages()).isEmpty();

        assertThat(rig.pipeline.readOlder(SHOW, 3)).isEqualTo(new ShowDesk.Older(1, true));
        rig.runAllDue();
        assertThat(rig.publisher.askedPages()).containsExactly(pageOf(2));
        assertThat(rig.extractor.extracted()).containsExactly("e1", "skip-1");
        rig.advance(Duration.ofMinutes(2));
        rig.advance(Duration.ofMinutes(2));
        rig.advance(Duration.ofMinutes(2));

        assertThat(rig.extractor.extracted()).containsExactly("e1", "skip-1", "skip-2", "skip-3");
        assertThat(rig.publisher.askedPages()).containsExactly(pageOf(2), pageOf(3));
        assertThat(rig.publisher.readings()).as("readings of the first page").isEqualTo(1);
        assertThat(rig.reading("skip-3b").state()).isEqualTo(Reading.State.SKIPPED);
        assertThat(rig.pipeline.readOlder(SHOW, 1)).isEqualTo(new ShowDesk.Older(1, false));
    }

    @Test
    void theCountOfOlderEpisodesGoesOnOverThePages() {
        archive();
        rig.pipeline.readOlder(SHOW, 3);
        assertThat(rig.parts.older().progress()).containsEntry(SHOW, new OlderEpisodes.Progress(3, 0));

        rig.runAllDue();
        assertThat(rig.parts.older().progress()).containsEntry(SHOW, new OlderEpisodes.Progress(3, 1));
        rig.advance(Duration.ofMinutes(2));
        assertThat(rig.parts.older().progress()).containsEntry(SHOW, new OlderEpisodes.Progress(3, 2));
        rig.advance(Duration.ofMinutes(2));
        rig.advance(Duration.ofMinutes(2));

        assertThat(rig.parts.older().progress()).isEmpty();
    }

    @Test
    void readingOlderPagesStopsAtAPauseAndGoesOnWhereItWas() {
        archive();
        rig.pipeline.readOlder(SHOW, 9);
        rig.runAllDue();

        rig.pipeline.pauseOlder(SHOW);
        rig.advance(Duration.ofMinutes(10));
        assertThat(rig.publisher.askedPages()).containsExactly(pageOf(2));
        rig.pipeline.readOlder(SHOW, 9);
        rig.runAllDue();

        assertThat(rig.publisher.askedPages()).containsExactly(pageOf(2), pageOf(3));
    }

    @Test
    void aCrashWhileAnOlderPageIsReadLosesNoPage() {
        archive();
        rig.pipeline.readOlder(SHOW, 9);
        rig.runAllDue();
        rig.clock.set(rig.clock.now().plus(Duration.ofMinutes(2)));

        rig.run(Task.REFRESH_SHOW, SHOW);
        rig.runAllDue();
        rig.advance(Duration.ofMinutes(2));

        assertThat(rig.publisher.askedPages()).containsExactly(pageOf(2), pageOf(3), pageOf(3), pageOf(4));
        assertThat(rig.parts.episodes().find("skip-3b")).isPresent();
        assertThat(rig.parts.older().pages(SHOW).orElseThrow().next())
                .as("a page that is lost")
                .isEmpty();
    }

    /** A feed with one episode that is new and one that is old, and with two older pages. */
    private void archive() {
        rig.publisher.publish("e1", "skip-1");
        List<String> old = List.of("skip-1", "skip-2", "skip-3", "skip-3b");
        for (int i = 0; i < old.size(); i++) {
            rig.publisher.date(old.get(i), NOON.minus(Duration.ofDays(30 + i)));
        }
        rig.publisher.addPage(1);
        rig.publisher.addPage(2, "skip-2");
        rig.publisher.addPage(3, "skip-3", "skip-3b");
        rig.pipeline.follow(FEED);
        rig.runAllDue();
    }
}
