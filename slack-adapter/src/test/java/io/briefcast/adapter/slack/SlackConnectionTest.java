package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.Secret;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The connection by Socket Mode, looked at only when a test looks. */
class SlackConnectionTest {
    private static final int MOST_TRIES = 300;

    private final FakeSlack slack = new FakeSlack(java.time.InstantSource.system());
    private final SlackConnection connection =
            new SlackConnection(SlackApp.single(SlackClient.of(slack.api())), new Secret(FakeSlack.APP_TOKEN));

    @AfterEach
    void close() {
        connection.close();
        slack.close();
    }

    @Test
    void looksAfterOneConnectionAtATimeAndAfterNoneInTheEnd() {
        slack.socket().refuse();
        for (int i = 0; i < 6; i++) {
            connection.check();
        }
        assertThat(monitorsWhenOnlyLeft(1)).hasSizeLessThanOrEqualTo(1);

        connection.close();

        assertThat(monitorsWhenOnlyLeft(0)).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenSlackGivesNoAddressToConnectTo() {
        for (int i = 0; i < 6; i++) {
            slack.misbehave(new Fault.Refusal("internal_error"));
            connection.check();
        }

        assertThat(monitorsWhenOnlyLeft(0)).isEmpty();
    }

    @Test
    void comesBackByItselfAfterBadAnswersDuringAReconnect() {
        connection.check();
        slack.socket().connection();
        slack.misbehave(new Fault.Garbage());
        slack.misbehave(new Fault.Refusal("internal_error"));

        slack.socket().breakAll();

        assertThat(slack.socket().connection()).isNotNull();
    }

    /** Threads of the library that look after connections, once so few are left: a thread ends when it can. */
    private static List<Thread> monitorsWhenOnlyLeft(int most) {
        List<Thread> monitors = monitors();
        for (int tries = 0; monitors.size() > most && tries < MOST_TRIES; tries++) {
            try {
                monitors.getFirst().join(Duration.ofMillis(100));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            monitors = monitors();
        }
        return monitors;
    }

    private static List<Thread> monitors() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().contains("session-monitor"))
                .toList();
    }
}
