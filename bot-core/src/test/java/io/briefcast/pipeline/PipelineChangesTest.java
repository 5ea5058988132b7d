package io.briefcast.pipeline;

import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.pipeline.PipelineRig.SHOW;
import static io.briefcast.pipeline.PipelineRig.daily;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.insight.Insight;
import io.briefcast.podcast.Reading;
import io.briefcast.transcript.TranscriptSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What becomes of episodes that their publisher changes. */
class PipelineChangesTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void aTranscriptThatIsAddedIsReadAtOnce() {
        rig.publisher.publish("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Nothing("the feed offers none"));
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.NOTHING);

        rig.words.haveAgain("e1");
        rig.publisher.offerTranscript("e1", "https://rent.example/e1.vtt");
        rig.advance(Duration.ofHours(1));

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aBetterTranscriptReplacesWhatTheNotesGave() {
        rig.publisher.publish("e1");
        rig.publisher.writeNotes("e1", "an essay");
        rig.words.answer("e1", new TranscriptSource.Search.Nothing("the feed offers none"));
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        assertThat(rig.reading("e1").transcript()).isEqualTo("show notes");

        rig.words.haveAgain("e1");
        rig.publisher.offerTranscript("e1", "https://rent.example/e1.vtt");
        rig.advance(Duration.ofHours(1));

        assertThat(rig.reading("e1").transcript()).isEqualTo("published");
        assertThat(rig.extractor.extracted()).containsExactly("e1", "e1");
    }

    @Test
    void changedNotesAreReadADayLaterAndNothingIsSentTwice() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        List<String> before = rig.published();

        rig.publisher.writeNotes("e1", "corrected");
        rig.advance(Duration.ofHours(1));
        rig.publisher.writeNotes("e1", "corrected again");
        rig.advance(Duration.ofHours(22));
        assertThat(rig.extractor.extracted()).containsExactly("e1");
        assertThat(rig.parts.episodes().barren(Instant.EPOCH, 10)).isEmpty();
        rig.advance(Duration.ofHours(1));

        assertThat(rig.extractor.extracted()).containsExactly("e1", "e1");
        assertThat(rig.published()).isEqualTo(before);
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aTranscriptThatIsOfferedWhileTheEpisodeIsReadIsReadRightAfter() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.words.meanwhile(() -> {
            rig.publisher.offerTranscript("e1", "https://rent.example/corrected.vtt");
            refreshAnHourLater();
        });

        rig.runAllDue();

        assertThat(rig.extractor.extracted()).containsExactly("e1", "e1");
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(rig.parts.insights().count()).isEqualTo(2);
    }

    @Test
    void whatElseChangesWhileTheEpisodeIsReadIsReadADayLater() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.words.meanwhile(() -> {
            rig.publisher.writeNotes("e1", "corrected");
            refreshAnHourLater();
        });
        rig.runAllDue();
        assertThat(rig.extractor.extracted()).containsExactly("e1");
        assertThat(rig.reading("e1").detail()).contains("changed the show notes");

        rig.advance(Duration.ofHours(24));

        assertThat(rig.extractor.extracted()).containsExactly("e1", "e1");
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void wordsThatAreOfferedWhileOthersAreWaitedForAreReadAtOnce() {
        rig.publisher.publish("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Later("the server is busy"));
        rig.pipeline.follow(FEED);
        rig.words.meanwhile(() -> {
            rig.words.haveAgain("e1");
            rig.publisher.offerTranscript("e1", "https://rent.example/other.vtt");
            refreshAnHourLater();
            rig.words.answer("e1", new TranscriptSource.Search.Later("the server is busy"));
        });
        rig.words.meanwhile(() -> rig.words.haveAgain("e1"));

        rig.runAllDue();

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    private void refreshAnHourLater() {
        rig.clock.set(rig.clock.now().plus(Duration.ofHours(1)));
        rig.write(rig.run(Task.REFRESH_SHOW, SHOW));
    }

    @Test
    void whatACorrectionTookBackIsInNoNewBriefButStillKnownToThoseWhoSawOrSavedIt() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.runAllDue();
        rig.advance(Duration.ofMinutes(30));

        rig.extractor.unsay("e1-1");
        rig.publisher.offerTranscript("e1", "https://rent.example/corrected.vtt");
        rig.advance(Duration.ofHours(1));

        assertThat(rig.published()).containsExactly("e1-0");
        assertThat(rig.parts.insights().find("e1-1")).isPresent();
        assertThat(rig.parts.seen().seen("us", Instant.EPOCH))
                .extracting(Insight::id)
                .containsExactlyInAnyOrder("e1-0", "e1-1");
    }

    @Test
    void whatWasFoundStandsWhenTheNewTranscriptCannotBeHad() {
        rig.publisher.publish("e1");
        rig.publisher.writeNotes("e1", "an essay");
        rig.pipeline.follow(FEED);
        rig.runAllDue();

        rig.words.answer("e1", new TranscriptSource.Search.Nothing("there is nothing at this address"));
        rig.publisher.offerTranscript("e1", "https://rent.example/lost.vtt");
        rig.advance(Duration.ofHours(1));

        assertThat(rig.published()).containsExactly("e1-0", "e1-1");
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(rig.reading("e1").detail()).contains("read again in vain");
        assertThat(rig.reading("e1").insights()).isEqualTo(2);
    }
}
