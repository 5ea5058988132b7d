package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.briefcast.adapter.discord.FakeAnswers.Said;
import io.briefcast.command.Command;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordGatewayTest {
    private static final long PATIENCE_SECONDS = 60;

    private static final Command BRIEF = Talk.command("brief", false, List.of(), request -> "Your brief");

    private final Conversation talk = new Conversation(List.of(BRIEF), List.of());

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
    void answersOnAThreadThatCostsNothing() {
        Command thread = Talk.command(
                "brief", false, List.of(), request -> Thread.currentThread().isVirtual() ? "virtual" : "costly");
        try (Conversation other = new Conversation(List.of(thread), List.of())) {
            assertThat(other.types("brief").text()).contains("virtual");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"club.minnced.opus.util.OpusLibrary", "com.google.crypto.tink.Aead"})
    void bringsNoLibraryForAudio(String ofVoices) {
        assertThatThrownBy(() -> Class.forName(ofVoices)).isInstanceOf(ClassNotFoundException.class);
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
    void hearsAfterAResumeWhatWasSaidMeanwhile() {
        talk.discord.gateway().breakAll();

        assertThat(brief().text()).contains("Your brief");
        assertThat(talk.discord.gateway().identified()).hasSize(1);
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
    void resumesASessionThatIsInvalidForAMoment() {
        talk.discord.gateway().invalidate(0, true);
        awaiting("resume");

        assertThat(brief().text()).contains("Your brief");
        assertThat(talk.discord.gateway().identified()).hasSize(1);
    }

    @Test
    void beginsAnewWhenItsSessionIsInvalid() {
        awaiting("identify");
        talk.discord.gateway().invalidate(0, false);
        awaiting("identify");

        assertThat(brief().text()).contains("Your brief");
    }

    @Test
    void leavesAConnectionOnWhichNobodyAnswersItsHeartbeats() {
        try (Conversation other = new Conversation(
                List.of(BRIEF), List.of(), 1, discord -> discord.gateway().hearNothing(100))) {
            awaiting(other.discord, "heartbeat");
            // On a slow machine, the heartbeats are missed before there is a session to resume.
            awaiting(other.discord, "resume", "identify");

            assertThat(other.types("brief").text()).contains("Your brief");
        }
    }

    @Test
    void saysHelloToAServerThatAddsItInTheServersLanguage() {
        talk.discord.gateway().dispatch(0, "GUILD_CREATE", FakeServer.joined());
        talk.discord.await(() -> !talk.discord.posted().isEmpty());

        assertThat(talk.discord.posted()).hasSize(1).first().asString().contains("Briefcast ist da", "schedule");
    }

    @Test
    void registersCommandsAgainWhenDiscordIsInTrouble() {
        try (Conversation other =
                new Conversation(List.of(BRIEF), List.of(), 1, discord -> discord.refuseRegistration(500, 0))) {
            other.discord.await(() -> other.discord.commands().length() > 0);

            assertThat(other.discord.commands().toString()).contains("brief");
        }
    }

    @ParameterizedTest
    @CsvSource({"400, 30034", "400, 50035", "403, 20012", "401, 0"})
    void registersCommandsOnceWhenDiscordRefusesThem(int status, int code) {
        try (Conversation other =
                new Conversation(List.of(BRIEF), List.of(), 1, discord -> discord.refuseRegistration(status, code))) {
            other.discord.await(() -> registrations(other.discord) > 0);
            other.types("brief");

            assertThat(registrations(other.discord)).isEqualTo(1);
            assertThat(other.discord.commands().isEmpty()).isTrue();
        }
    }

    @Test
    void answersDiscordsHeartbeats() {
        talk.discord.gateway().askForHeartbeat(0);

        awaiting("heartbeat");
    }

    @Test
    void registersCommandsOnlyWhenTheyChanged() {
        talk.discord.await(() -> registrations(talk.discord) > 0);
        talk.discord.gateway().forgetSessions();
        talk.discord.gateway().reconnect(0);
        awaiting("identify");
        awaiting("identify");
        brief();

        assertThat(registrations(talk.discord)).isEqualTo(1);
    }

    private static long registrations(FakeDiscord discord) {
        return discord.calls().stream()
                .filter(call -> call.is("PUT", "/commands"))
                .count();
    }

    private Said brief() {
        return talk.types("brief");
    }

    private void awaiting(String wanted) {
        awaiting(talk.discord, wanted);
    }

    private static void awaiting(FakeDiscord discord, String... wanted) {
        List<String> any = List.of(wanted);
        try {
            String session = "";
            while (!any.contains(session)) {
                session = Objects.requireNonNull(
                        discord.gateway().sessions().poll(PATIENCE_SECONDS, TimeUnit.SECONDS), any::toString);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
