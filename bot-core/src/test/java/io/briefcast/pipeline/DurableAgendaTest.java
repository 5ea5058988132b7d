package io.briefcast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.delivery.DeliveryKey;
import io.briefcast.store.Samples;
import io.briefcast.store.SqliteStore;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableAgendaTest {
    @TempDir
    Path folder;

    private SqliteStore store;
    private DurableAgenda agenda;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("briefcast.db"));
        agenda = new DurableAgenda(store.database().dataSource());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatIsPlannedInATransactionThatFailsIsNotPlanned() {
        agenda.plan(Task.READ_EPISODE, "before", Samples.NOON);

        failing(planner -> planner.plan(Task.READ_EPISODE, "e1", Samples.NOON));
        failing(planner -> planner.move(Task.READ_EPISODE, "e1", Samples.NOON));
        failing(planner -> planner.drop(Task.READ_EPISODE, "before"));

        assertThat(agenda.planned(Task.READ_EPISODE)).containsExactly("before");
    }

    @Test
    void planningTwicePlansOnce() {
        agenda.readEpisode("e1", Samples.NOON);
        agenda.readEpisode("e1", Samples.NOON.plusSeconds(1));

        assertThat(agenda.planned(Task.READ_EPISODE)).containsExactly("e1");
        assertThat(agenda.planned(Task.DELIVER)).isEmpty();
    }

    @Test
    void whatIsNotThereIsDroppedWithoutAWord() {
        agenda.drop(Task.READ_EPISODE, "e1");

        assertThat(agenda.planned(Task.READ_EPISODE)).isEmpty();
    }

    @Test
    void theIdOfABriefNamesSubscriptionAndDay() {
        var key = new DeliveryKey("team/general", LocalDate.of(2026, 3, 9));

        assertThat(Agenda.id(key)).isEqualTo("team/general/2026-03-09");
        assertThat(Agenda.key(Agenda.id(key))).isEqualTo(key);
    }

    private void failing(Consumer<Agenda> planning) {
        assertThatThrownBy(() -> store.database().transactions().executeWithoutResult(tx -> {
                    planning.accept(agenda);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
    }
}
