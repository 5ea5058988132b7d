package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.adapter.discord.FakeAnswers.Said;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordGatewayTest {
    private static final long PATIENCE_SECONDS = 60;

    private final Conversation talk =
            new Conversation(List.of(Talk.command("brief", false, List.of(), request -> "Your brief")), List.of());

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void asksForNoPrivilegedIntent() {
        int guilds = 1;

        assertThat(talk.discord.gateway().identified().getFirst().getInt("intents"))
                .isEqualTo(guilds);
    }

    @Test
    void resumesWhenDiscordAsksToReconnect() {
        talk.discord.gateway().reconnect(0);
        awaiting("resume");

        assertThat(brief().text()).contains("Your brief");
        assertThat(talk.discord.gateway().identified()).hasSize(1);
    }

    @Test
    void resumesAfterTheConnectionBreaks() {
        talk.discord.gateway().breakAll();
        awaiting("resume");

        assertThat(brief().text()).contains("Your brief");
    }

    @Test
    void beginsAnewWhenItsSessionIsForgotten() {
        awaiting("identify");
        talk.discord.gateway().forgetSessions();
        talk.discord.gateway().reconnect(0);
        awaiting("resume");
        awaiting("identify");

        assertThat(brief().text()).contains("Your brief");
    }

    @Test
    void answersDiscordsHeartbeats() {
        talk.discord.gateway().askForHeartbeat(0);

        awaiting("heartbeat");
    }

    @Test
    void registersCommandsOnlyWhenTheyChanged() {
        talk.discord.await(() -> registrations() > 0);
        talk.discord.gateway().forgetSessions();
        talk.discord.gateway().reconnect(0);
        awaiting("identify");
        awaiting("identify");
        brief();

        assertThat(registrations()).isEqualTo(1);
    }

    private long registrations() {
        return talk.discord.calls().stream()
                .filter(call -> call.is("PUT", "/commands"))
                .count();
    }

    private Said brief() {
        return talk.types("brief");
    }

    private void awaiting(String wanted) {
        try {
            String session = "";
            while (!wanted.equals(session)) {
                session = Objects.requireNonNull(
                        talk.discord.gateway().sessions().poll(PATIENCE_SECONDS, TimeUnit.SECONDS), wanted);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
