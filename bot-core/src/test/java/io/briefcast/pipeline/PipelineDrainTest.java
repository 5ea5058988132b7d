package io.briefcast.pipeline;

import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.pipeline.PipelineRig.SHOW;
import static io.briefcast.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.podcast.Edition;
import io.briefcast.store.StoreUnusable;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptSource;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** All that waits, done at once. */
class PipelineDrainTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void drainingDoesAllThatWaitsAndLeavesTheRestOnTheAgenda() {
        rig.publisher.publish("e1", "e2", "skip-e3");
        rig.words.answer("e2", new TranscriptSource.Search.Later("the server is busy"));
        rig.pipeline.follow(FEED);
        var seen = new RecordedProgress();

        Pipeline.Drained drained = rig.pipeline.drain(seen);

        assertThat(drained).isEqualTo(new Pipeline.Drained(1, List.of(), 2, 2));
        assertThat(seen.log).startsWith("begin Refreshing shows 1", "step https://rent.example/feed.xml", "end");
        assertThat(seen.log).contains("begin Reading episodes 2", "step Title of e1", "step Title of e2");
        var agenda = rig.agenda();
        assertThat(agenda.planned(Task.REFRESH_SHOW)).containsExactly(SHOW);
        assertThat(agenda.planned(Task.READ_EPISODE)).containsExactly("e2");
    }

    @Test
    void drainingLooksForCorrectionsThatAreDueAndReadsThemAtOnce() {
        URI address = URI.create("https://rent.example/e1.vtt");
        var edition = new Edition(address, Optional.empty(), Optional.empty(), address, "webvtt", "digest");
        var words = new Transcript("webvtt", "published", false, List.of(), List.of());
        rig.publisher.publish("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Found(words, Optional.of(edition)));
        rig.pipeline.follow(FEED);
        rig.pipeline.drain(Progress.NONE);
        rig.words.correct(address);
        rig.pipeline.drain(Progress.NONE);
        assertThat(rig.extractor.extracted()).containsExactly("e1");

        rig.clock.set(NOON.plus(Duration.ofHours(6)));
        var seen = new RecordedProgress();
        rig.pipeline.drain(seen);

        assertThat(seen.log).containsSubsequence("begin Looking for corrections 1", "begin Reading episodes 1");
        assertThat(rig.extractor.extracted()).containsExactly("e1", "e1");
    }

    @Test
    void drainingLetsEpisodesTakeTurnsAtWhatServesOneAtATime() {
        rig.publisher.publish("e1", "e2", "e3");
        rig.words.beBusyOnce("e2", "e3");
        rig.pipeline.follow(FEED);

        rig.pipeline.drain(Progress.NONE);

        assertThat(rig.extractor.extracted()).containsExactlyInAnyOrder("e1", "e2", "e3");
        var agenda = rig.agenda();
        assertThat(agenda.planned(Task.READ_EPISODE)).isEmpty();
    }

    @Test
    void drainingTwiceReadsNothingTwice() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);

        rig.pipeline.drain(Progress.NONE);
        rig.pipeline.drain(Progress.NONE);

        assertThat(rig.extractor.extracted()).containsExactly("e1");
    }

    @Test
    void drainingReadsOlderEpisodesOneAfterTheOtherToo() {
        rig.publisher.publish("skip-old1", "skip-old2");
        rig.publisher.date("skip-old1", NOON.minus(Duration.ofDays(30)));
        rig.publisher.date("skip-old2", NOON.minus(Duration.ofDays(20)));
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        rig.pipeline.readOlder(SHOW, 10);

        rig.pipeline.drain(Progress.NONE);
        assertThat(rig.extractor.extracted()).containsExactly("skip-old2");

        rig.clock.set(rig.clock.now().plus(Duration.ofMinutes(2)));
        rig.pipeline.drain(Progress.NONE);
        assertThat(rig.extractor.extracted()).containsExactly("skip-old2", "skip-old1");
    }

    @Test
    void aFullDiskEndsTheDrainWithOneSentence() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.publisher.fillTheDisk();

        assertThatThrownBy(() -> rig.pipeline.drain(Progress.NONE))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("the disk is full");
    }

    private static final class RecordedProgress implements Progress {
        private final List<String> log = new ArrayList<>();

        @Override
        public void begin(String what, int total) {
            log.add("begin %s %d".formatted(what, total));
        }

        @Override
        public void step(String label) {
            log.add("step " + label);
        }

        @Override
        public void end() {
            log.add("end");
        }
    }
}
