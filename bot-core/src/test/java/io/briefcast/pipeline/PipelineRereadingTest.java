package io.briefcast.pipeline;

import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.pipeline.PipelineRig.SHOW;
import static io.briefcast.pipeline.PipelineRig.TODAY;
import static io.briefcast.pipeline.PipelineRig.daily;
import static io.briefcast.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.BriefSettings;
import io.briefcast.RankingSettings;
import io.briefcast.brief.BriefComposer;
import io.briefcast.brief.InsightCards;
import io.briefcast.command.ShowDesk;
import io.briefcast.language.Aliases;
import io.briefcast.language.OneMeaning;
import io.briefcast.podcast.Edition;
import io.briefcast.podcast.Followed;
import io.briefcast.podcast.Reading;
import io.briefcast.ranking.Ranker;
import io.briefcast.ranking.signal.AllSignals;
import io.briefcast.store.JdbcVotes;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptSource;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Episodes that another reader read, read again on request. */
class PipelineRereadingTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void anotherReaderReadsAgainOneAfterTheOtherAndOnRequestAlone() {
        readByAnother("e1", "e2");
        rig.advance(Duration.ofDays(3));
        assertThat(rig.extractor.extracted()).containsExactlyInAnyOrder("e1", "e2");

        assertThat(request()).isEqualTo(new ShowDesk.Again("fake-2", 2, 0, 0, 0, Optional.empty()));
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.WAITING);
        assertThat(rig.reading("e1").detail()).isEqualTo("to be read again by fake-2, on request");
        assertThat(rig.published()).as("what was found before").hasSize(4);
        rig.extractor.unsay("e1-1");
        rig.runAllDue();
        assertThat(rig.extractor.extracted()).endsWith("e1").hasSize(3);
        rig.advance(Duration.ofMinutes(2));

        assertThat(rig.extractor.extracted()).endsWith("e1", "e2").hasSize(4);
        assertThat(rig.reading("e1").extractor()).isEqualTo("fake-2");
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(rig.published()).containsExactlyInAnyOrder("e1-0", "e2-0", "e2-1");
        assertThat(rig.agenda().planned(Task.READ_AGAIN)).isEmpty();
    }

    @Test
    void aSecondRequestReadsNothingTwice() {
        readByAnother("e1", "e2");
        request();

        assertThat(request()).isEqualTo(new ShowDesk.Again("fake-2", 0, 0, 2, 0, Optional.empty()));
        rig.runAllDue();
        rig.advance(Duration.ofMinutes(2));

        assertThat(rig.extractor.extracted()).hasSize(4);
        assertThat(request()).isEqualTo(new ShowDesk.Again("fake-2", 0, 0, 0, 2, Optional.empty()));
    }

    @Test
    void whatGaveNothingIsReadAgainAndWhatHadNoWordsOrWasSkippedIsNot() {
        rig.extractor.unsay("dull-0");
        rig.extractor.unsay("dull-1");
        rig.words.answer("wordless", new TranscriptSource.Search.Nothing("the feed offers none"));
        readByAnother("dull", "wordless", "skip-trailer");

        assertThat(request().asked()).isEqualTo(1);
        rig.runAllDue();

        assertThat(rig.extractor.extracted()).containsExactly("dull", "dull");
    }

    @Test
    void onlyEpisodesOfTheseShowsAndSinceThenAreReadAgain() {
        rig.publisher.date("skip-old", NOON.minus(Duration.ofDays(20)));
        readByAnother("e1", "skip-old");
        rig.pipeline.readOlder(SHOW, 1);
        rig.extractor.become("fake-1");
        rig.runAllDue();
        rig.extractor.become("fake-2");

        assertThat(rig.pipeline.readAgain(Followed.only(Set.of("another")), Instant.EPOCH))
                .isEqualTo(new ShowDesk.Again("fake-2", 0, 0, 0, 0, Optional.empty()));
        assertThat(rig.pipeline
                        .readAgain(Followed.only(Set.of(SHOW)), NOON.minus(Duration.ofDays(19)))
                        .asked())
                .isEqualTo(1);
        assertThat(rig.reading("skip-old").state()).isEqualTo(Reading.State.READ);
        assertThat(request().asked()).isEqualTo(1);
    }

    @Test
    void aRequestPlansAllOrNothing() {
        readByAnother("e1", "e2");
        rig.parts.database().jdbc().sql("""
                CREATE TRIGGER power_cut BEFORE INSERT ON scheduled_tasks WHEN NEW.task_instance = 'e2'
                BEGIN SELECT RAISE(ABORT, 'power cut'); END""").update();

        assertThatThrownBy(this::request).hasStackTraceContaining("power cut");

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(rig.agenda().planned(Task.READ_AGAIN)).isEmpty();
    }

    @Test
    void whatIsNewIsReadBeforeHoweverManyAreDueToBeReadAgain() {
        String[] all = many();
        readByAnother(all);
        request();
        rig.clock.set(NOON.plus(Duration.ofDays(1)));
        rig.publisher.publish("new");
        rig.write(rig.run(Task.REFRESH_SHOW, SHOW));

        rig.runAllDue();
        rig.runAllDue();

        assertThat(rig.extractor.extracted())
                .hasSize(2 * all.length + 1)
                .element(all.length)
                .isEqualTo("new");
    }

    @Test
    void drainingReadsAgainWhatHasItsTurn() {
        readByAnother("e1", "e2", "e3");
        request();
        rig.clock.set(NOON.plus(Duration.ofMinutes(3)));

        Pipeline.Drained drained = rig.pipeline.drain(Progress.NONE);

        assertThat(drained.episodes()).isEqualTo(2);
        assertThat(rig.reading("e3").state()).isEqualTo(Reading.State.WAITING);
        assertThat(rig.agenda().planned(Task.READ_AGAIN)).containsExactly("e3");
    }

    @Test
    void whoeverDiesWhileReadingAgainLeavesWhatWasFoundAndTheNextGoesOn() {
        readByAnother("e1");
        request();

        assertThat(rig.run(Task.READ_AGAIN, "e1")).as("lost with its process").isNotNull();
        assertThat(rig.published()).hasSize(2);
        rig.parts
                .database()
                .jdbc()
                .sql("UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'gone', last_heartbeat = execution_time")
                .update();
        rig.clock.set(NOON.plus(Duration.ofHours(1)));
        rig.scheduler.runDeadExecutionDetection();
        rig.runAllDue();

        assertThat(rig.reading("e1").extractor()).isEqualTo("fake-2");
        assertThat(rig.extractor.extracted()).containsExactly("e1", "e1", "e1");
    }

    @Test
    void theStartKeepsTheirTurns() {
        readByAnother("e1", "e2");
        request();

        rig.pipeline.start();
        rig.pipeline.close();

        assertThat(rig.agenda().planned(Task.READ_EPISODE)).isEmpty();
        assertThat(rig.agenda().plannedAfter(Task.READ_AGAIN, NOON)).containsExactly("e2");
    }

    @Test
    void withoutWordsAnyMoreTheEarlierFindingsStand() {
        readByAnother("e1");
        rig.words.answer("e1", new TranscriptSource.Search.Nothing("there is no such page"));
        request();

        rig.runAllDue();

        assertThat(rig.published()).hasSize(2);
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
        assertThat(rig.reading("e1").detail()).contains("read again in vain", "there is no such page");
        assertThat(rig.reading("e1").extractor()).isEqualTo("fake-1");
    }

    @Test
    void aStandInForTheReaderThatWasAskedForReplacesNothing() {
        readByAnother("e1");
        rig.extractor.leave("e1");
        rig.extractor.unsay("e1-0");
        request();

        rig.runAllDue();

        assertThat(rig.published()).containsExactlyInAnyOrder("e1-0", "e1-1");
        assertThat(rig.reading("e1").detail()).isEqualTo("read again in vain: read by a stand-in");
        assertThat(request().asked()).as("asked for once more").isEqualTo(1);
    }

    @Test
    void wordsThatAreBusyAreWaitedForWithinADayOfTheirTurn() {
        readByAnother("e1", "e2");
        request();
        rig.words.answer("e2", new TranscriptSource.Search.Later("the server is busy"));
        rig.runAllDue();
        rig.advance(Duration.ofMinutes(2));
        assertThat(rig.reading("e2").state()).isEqualTo(Reading.State.WAITING);
        assertThat(rig.agenda().planned(Task.READ_AGAIN)).containsExactly("e2");

        rig.words.haveAgain("e2");
        rig.advance(Duration.ofMinutes(5));

        assertThat(rig.reading("e2").extractor()).isEqualTo("fake-2");
    }

    @Test
    void whatItsPublisherChangesMeanwhileIsReadAtOnceAndOnce() {
        readByAnother(many());
        request();
        rig.publisher.offerTranscript("e9", "https://rent.example/e9.vtt");

        rig.advance(Duration.ofHours(1));
        assertThat(rig.agenda().plannedAfter(Task.READ_AGAIN, rig.clock.now())).contains("e9");
        assertThat(rig.extractor.extracted().stream().filter("e9"::equals)).hasSize(2);
        rig.advance(Duration.ofHours(1));

        assertThat(rig.extractor.extracted().stream().filter("e9"::equals)).hasSize(2);
        assertThat(rig.agenda().planned(Task.READ_AGAIN)).isEmpty();
    }

    @Test
    void itsTranscriptIsLookedAtAfterwardsAsEver() {
        URI address = URI.create("https://rent.example/e1.vtt");
        var edition = new Edition(address, Optional.empty(), Optional.empty(), address, "webvtt", "digest");
        var words = new Transcript("webvtt", "published", false, List.of(), List.of());
        rig.words.answer("e1", new TranscriptSource.Search.Found(words, Optional.of(edition)));
        readByAnother("e1");
        request();
        rig.runAllDue();
        rig.words.correct(address);

        rig.advance(Duration.ofHours(6));

        assertThat(rig.extractor.extracted()).hasSize(3);
        assertThat(rig.agenda().planned(Task.READ_AGAIN)).isEmpty();
        assertThat(rig.agenda().planned(Task.READ_EPISODE)).containsExactly("e1");
    }

    @Test
    void whatWasSentIsNotSentAgainAndWhatIsOldIsInNoBrief() {
        rig.publisher.date("skip-old", NOON.minus(Duration.ofDays(20)));
        readByAnother("e1", "skip-old");
        rig.pipeline.readOlder(SHOW, 1);
        rig.runAllDue();
        rig.extractor.become("fake-3");
        assertThat(picked(TODAY)).isNotEmpty().allMatch(id -> id.startsWith("e1"));
        rig.pipeline.subscribe(daily(LocalTime.of(12, 30)));
        rig.advance(Duration.ofMinutes(30));
        assertThat(rig.parts.seen().seen("us", Instant.EPOCH)).hasSize(2);

        assertThat(request().asked()).isEqualTo(2);
        rig.runAllDue();
        rig.advance(Duration.ofMinutes(2));

        assertThat(rig.reading("e1").extractor()).isEqualTo("fake-3");
        assertThat(rig.reading("skip-old").extractor()).isEqualTo("fake-3");
        assertThat(rig.published()).contains("e1-0", "e1-1", "skip-old-0");
        assertThat(picked(TODAY.plusDays(1))).isEmpty();
    }

    /** What the brief of that day picks for the channel. */
    private List<String> picked(LocalDate day) {
        var sources = new DailyBriefs.Sources(
                rig.parts.shows(),
                rig.parts.lists(),
                rig.parts.episodes(),
                rig.parts.insights(),
                rig.parts.seen(),
                new JdbcVotes(rig.parts.database()));
        var briefs = new DailyBriefs(
                sources,
                new Ranker(AllSignals.inOrder(), RankingSettings.DEFAULTS),
                new BriefComposer(new InsightCards(Optional.empty())),
                new OneMeaning(),
                insight -> Set.of(),
                new BriefSettings(Duration.ofDays(3)),
                () -> Aliases.NONE);
        return briefs.write(daily(LocalTime.of(12, 30)), day, rig.clock.now()).insightIds();
    }

    /** Episodes that fake-1 read, where fake-2 reads now. */
    private void readByAnother(String... ids) {
        rig.publisher.publish(ids);
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        rig.runAllDue();
        assertThat(rig.parts.episodes().waiting(1)).isEmpty();
        rig.extractor.become("fake-2");
    }

    /** More than are read again within an hour; the last one is e9. */
    private static String[] many() {
        return IntStream.range(0, 40).mapToObj(i -> "e" + i).toArray(String[]::new);
    }

    private ShowDesk.Again request() {
        return rig.pipeline.readAgain(Followed.EVERYTHING, Instant.EPOCH);
    }
}
