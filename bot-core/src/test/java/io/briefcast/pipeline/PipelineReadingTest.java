package io.briefcast.pipeline;

import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Reading;
import io.briefcast.store.Samples;
import io.briefcast.transcript.TranscriptSource;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How an episode comes to its words and insights. */
class PipelineReadingTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void anEpisodeIsReadOnceHoweverOftenItsFeedIsRead() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.runAllDue();

        rig.publisher.publish("e2");
        rig.advance(Duration.ofHours(1));
        rig.advance(Duration.ofHours(1));

        assertThat(rig.extractor.extracted()).containsExactly("e1", "e2");
        assertThat(rig.parts.insights().count()).isEqualTo(4);
    }

    @Test
    void aTranscriptThatComesLaterIsWaitedForInGrowingSteps() {
        rig.publisher.publish("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Later("the server is busy"));
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.WAITING);
        assertThat(rig.reading("e1").detail()).contains("the server is busy");

        rig.advance(Duration.ofMinutes(5));
        rig.words.haveAgain("e1");
        rig.advance(Duration.ofMinutes(4));
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.WAITING);
        rig.advance(Duration.ofMinutes(1));

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aSourceThatKnowsWhenIsAskedAgainThen() {
        rig.publisher.publish("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Later("used up", Optional.of(Duration.ofHours(3))));
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        rig.words.haveAgain("e1");

        rig.advance(Duration.ofHours(3).minusMinutes(1));
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.WAITING);
        rig.advance(Duration.ofMinutes(1));

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void afterADayOfWaitingItIsGivenUpAndSaysWhy() {
        rig.publisher.publish("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Later("the server is busy"));
        rig.pipeline.follow(FEED);
        rig.runAllDue();

        for (int hour = 0; hour < 48; hour++) {
            rig.advance(Duration.ofHours(1));
        }

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.NOTHING);
        assertThat(rig.reading("e1").detail()).contains("the server is busy");
    }

    @Test
    void anEpisodeWithoutWordsSaysWhy() {
        rig.publisher.publish("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Nothing("the feed offers none"));
        rig.pipeline.follow(FEED);

        rig.runAllDue();

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.NOTHING);
        assertThat(rig.reading("e1").detail()).contains("the feed offers none");
    }

    @Test
    void anEpisodeThatBreaksTheExtractorFailsOnceAndTheOthersGoOn() {
        rig.publisher.publish("broken", "e2");
        rig.pipeline.follow(FEED);

        rig.runAllDue();
        rig.advance(Duration.ofHours(2));

        assertThat(rig.reading("broken").state()).isEqualTo(Reading.State.FAILED);
        assertThat(rig.reading("e2").state()).isEqualTo(Reading.State.READ);
        assertThat(rig.extractor.extracted()).containsExactlyInAnyOrder("broken", "e2");
    }

    @Test
    void everyReadingRemembersWhoReadWhateverItGave() {
        rig.publisher.publish("e1", "dull", "broken", "left", "wordless");
        rig.extractor.unsay("dull-0");
        rig.extractor.unsay("dull-1");
        rig.extractor.leave("left");
        rig.words.answer("wordless", new TranscriptSource.Search.Nothing("the feed offers none"));
        rig.pipeline.follow(FEED);

        rig.runAllDue();

        assertThat(rig.reading("e1").extractor()).isEqualTo("fake-1");
        assertThat(rig.reading("dull").extractor()).isEqualTo("fake-1");
        assertThat(rig.reading("broken").extractor()).isEqualTo("fake-1");
        assertThat(rig.reading("left").extractor()).isEqualTo("stand-in");
        assertThat(rig.reading("wordless").extractor()).isEmpty();
    }

    @Test
    void anEpisodeThatIsCutOffByTheEndOfTheProcessIsReadByTheNext() {
        rig.publisher.publish("cut off");
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        assertThat(rig.reading("cut off").state()).isEqualTo(Reading.State.WAITING);

        rig.advance(Duration.ofHours(2));

        assertThat(rig.reading("cut off").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aSkippedEpisodeIsRememberedAndNotRead() {
        rig.publisher.publish("skip-trailer");
        rig.pipeline.follow(FEED);

        rig.runAllDue();

        assertThat(rig.reading("skip-trailer").state()).isEqualTo(Reading.State.SKIPPED);
        assertThat(rig.extractor.extracted()).isEmpty();
    }

    @Test
    void eachInsightKnowsItsChapter() {
        rig.chapters.add(new Chapter(Duration.ZERO, "Hello"));
        rig.chapters.add(new Chapter(
                Samples.insight(Samples.show("rent"), "e", "i", 9, NOON).quote().start(), "Rents"));
        rig.chapters.add(new Chapter(Duration.ofHours(3), "Goodbye"));
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);

        rig.runAllDue();

        assertThat(rig.parts.insights().find("e1-0").orElseThrow().chapter()).isEqualTo("Rents");
        assertThat(rig.parts.insights().find("e1-1").orElseThrow().chapter())
                .as("of a moment that is an estimate")
                .isNotEqualTo("Rents");
    }
}
