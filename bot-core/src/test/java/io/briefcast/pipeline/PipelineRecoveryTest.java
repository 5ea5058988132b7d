package io.briefcast.pipeline;

import static io.briefcast.pipeline.PipelineRig.FEED;
import static io.briefcast.pipeline.PipelineRig.SHOW;
import static io.briefcast.pipeline.PipelineRig.TODAY;
import static io.briefcast.pipeline.PipelineRig.daily;
import static io.briefcast.pipeline.PipelineRig.key;
import static io.briefcast.store.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import io.briefcast.delivery.Delivery;
import io.briefcast.message.Message;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.store.TaskPicking;
import io.briefcast.transcript.TranscriptSource;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a pipeline makes of processes that died, steps that fail and plans that are missing. */
class PipelineRecoveryTest {
    @AutoClose
    private final PipelineRig rig = new PipelineRig();

    @Test
    void theStartPlansWhatIsMissing() {
        Show show = Show.unread(FEED);
        rig.parts.shows().add(show, FeedState.untried(SHOW, NOON.plus(Duration.ofDays(1))));
        rig.parts.episodes().save(rig.publisher.episode(show, "e1"), List.of("e1"));
        rig.parts.subscriptions().save(daily(LocalTime.of(12, 30)));

        rig.pipeline.start();
        rig.pipeline.close();

        var agenda = rig.agenda();
        assertThat(agenda.planned(Task.REFRESH_SHOW)).containsExactly(SHOW);
        assertThat(agenda.planned(Task.COMPOSE_BRIEF)).containsExactly(Agenda.id(key(TODAY)));
    }

    @Test
    void aMissingPlanBringsTodaysBriefOnlyToWhoHadSomeBefore() {
        rig.parts.subscriptions().save(daily(LocalTime.of(11, 30)));
        rig.pipeline.start();
        rig.pipeline.close();
        var agenda = rig.agenda();
        assertThat(agenda.planned(Task.COMPOSE_BRIEF)).containsExactly(Agenda.id(key(TODAY.plusDays(1))));

        agenda.drop(Task.COMPOSE_BRIEF, Agenda.id(key(TODAY.plusDays(1))));
        rig.parts
                .deliveries()
                .add(Delivery.pending(
                        key(TODAY.minusDays(1)), "us", "chat", "#general", new Message("", List.of()), NOON));
        rig.pipeline.start();
        rig.pipeline.close();

        // It is due, so whoever was started may have composed it before it was stopped.
        assertThat(agenda.planned(Task.COMPOSE_BRIEF).contains(Agenda.id(key(TODAY)))
                        || rig.parts.deliveries().find(key(TODAY)).isPresent())
                .isTrue();
    }

    @Test
    void aFailingStepIsTriedAgainLater() {
        rig.publisher.publish("feed breaks");
        rig.pipeline.follow(FEED);
        rig.runAllDue();
        assertThat(rig.parts.shows().state(SHOW).lastRead()).isEmpty();

        rig.publisher.withdrawAll();
        rig.publisher.publish("e1");
        rig.advance(Duration.ofMinutes(1));

        assertThat(rig.extractor.extracted()).containsExactly("e1");
    }

    @Test
    void aWorkerTakenForDeadWritesNothing() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.runAllDueOnce();
        rig.words.answer("e1", new TranscriptSource.Search.Nothing("written by the late worker"));

        // While the worker reads, another one is given its task, as after missed heartbeats.
        rig.words.meanwhile(() -> rig.parts
                .database()
                .jdbc()
                .sql("UPDATE scheduled_tasks SET version = version + 1 WHERE picked = TRUE")
                .update());
        rig.runAllDueOnce();

        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.WAITING);
    }

    @Test
    void aClockThatJumpsMakesNoLivingTaskADeadOne() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.runAllDueOnce();
        ManualScheduler neighbour =
                rig.scheduler(new TaskPicking(rig.parts.database(), List.of(Task.REFRESH_SHOW.key())));

        rig.words.meanwhile(() -> {
            rig.clock.set(NOON.plus(Duration.ofDays(1)));
            rig.scheduler.runDeadExecutionDetection();
            neighbour.runDeadExecutionDetection();
        });
        rig.runAllDueOnce();

        assertThat(rig.extractor.extracted()).containsExactly("e1");
        assertThat(rig.reading("e1").state()).isEqualTo(Reading.State.READ);
    }

    @Test
    void aTaskOfAProcessThatDiedIsTakenUpAgain() {
        rig.publisher.publish("e1");
        rig.pipeline.follow(FEED);
        rig.runAllDueOnce();
        rig.parts
                .database()
                .jdbc()
                .sql("UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'gone', last_heartbeat = execution_time")
                .update();

        rig.clock.set(NOON.plus(Duration.ofHours(1)));
        rig.runAllDueOnce();
        assertThat(rig.extractor.extracted()).isEmpty();
        rig.scheduler.runDeadExecutionDetection();
        rig.runAllDueOnce();

        assertThat(rig.extractor.extracted()).containsExactly("e1");
    }
}
