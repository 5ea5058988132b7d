package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import io.briefcast.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SlackEntryTest {
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");
    private static final Secret SECRET = new Secret("signing-secret-of-the-app");
    private static final String COMMAND = "command=%2Fbrief&text=&team_id=T0TEAM&user_id=U0ADA&channel_id=C0BRIEFS"
            + "&response_url=http%3A%2F%2F127.0.0.1%2Frespond&trigger_id=t";

    private final TestClock clock =
            new TestClock(InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS));
    private final FakeSlack slack = new FakeSlack(clock);
    private final AtomicInteger commands = new AtomicInteger();
    private final SlackEntry entry = new SlackEntry(app(), SECRET, clock);

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void letsInWhatSlackSigned() {
        assertThat(call(COMMAND, clock.instant()).getStatusCode()).isEqualTo(200);

        assertThat(commands).hasValue(1);
    }

    @Test
    void letsNothingInTwice() {
        call(COMMAND, clock.instant());

        assertThat(call(COMMAND, clock.instant()).getStatusCode()).isEqualTo(200);

        assertThat(commands).hasValue(1);
    }

    @Test
    void refusesASignatureOfSomebodyElse() {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String forged = new Generator("another").generate(timestamp, COMMAND);

        assertThat(call(COMMAND, timestamp, forged).getStatusCode()).isEqualTo(401);
        assertThat(call(COMMAND, timestamp, "").getStatusCode()).isEqualTo(401);
        assertThat(call(COMMAND, "soon", forged).getStatusCode()).isEqualTo(401);
        assertThat(commands).hasValue(0);
    }

    @Test
    void refusesWhatIsOlderOrNewerThanFiveMinutes() {
        Duration tooFar = SlackSignature.WINDOW.plusSeconds(1);

        assertThat(call(COMMAND, clock.instant().minus(tooFar)).getStatusCode()).isEqualTo(401);
        assertThat(call(COMMAND, clock.instant().plus(tooFar)).getStatusCode()).isEqualTo(401);
        assertThat(commands).hasValue(0);
    }

    @Test
    void takesWhatIsJustFiveMinutesOldOrAhead() {
        assertThat(call(COMMAND, clock.instant().minus(SlackSignature.WINDOW)).getStatusCode())
                .isEqualTo(200);
        assertThat(call(COMMAND, clock.instant().plus(SlackSignature.WINDOW)).getStatusCode())
                .isEqualTo(200);
        assertThat(commands).hasValue(2);
    }

    @Test
    void refusesABodyThatIsTooLargeBeforeReadingIt() {
        byte[] body = new byte[SlackEntry.MAX_BODY + 1];

        assertThat(entry.call(SlackPaths.EVENTS, Map.of(), body).getStatusCode())
                .isEqualTo(413);
    }

    @Test
    void takesABodyThatEndsWithALineFeed() {
        assertThat(call("{\"type\":\"url_verification\",\"challenge\":\"abc\"}\n", clock.instant())
                        .getBody())
                .contains("abc");
    }

    @Test
    void forgetsASignatureWhenItsTimeIsOver() {
        SlackSignature signature = new SlackSignature(SECRET);
        byte[] body = COMMAND.getBytes(StandardCharsets.UTF_8);
        String timestamp = Long.toString(NOON.getEpochSecond());
        String signed = new Generator(SECRET.reveal()).generate(timestamp, COMMAND);

        assertThat(signature.judge(timestamp, signed, body, NOON)).isEqualTo(SlackSignature.Verdict.GENUINE);
        assertThat(signature.judge(timestamp, signed, body, NOON.plusSeconds(300)))
                .isEqualTo(SlackSignature.Verdict.REPLAYED);
        assertThat(signature.judge(timestamp, signed, body, NOON.plusSeconds(601)))
                .isEqualTo(SlackSignature.Verdict.FORGED);
    }

    private Response call(String body, Instant sent) {
        String timestamp = Long.toString(sent.getEpochSecond());
        return call(body, timestamp, new Generator(SECRET.reveal()).generate(timestamp, body));
    }

    private Response call(String body, String timestamp, String signature) {
        return entry.call(
                SlackPaths.EVENTS,
                Map.of(
                        "x-slack-request-timestamp", List.of(timestamp),
                        "x-slack-signature", List.of(signature),
                        "content-type", List.of("application/x-www-form-urlencoded")),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private App app() {
        App app = SlackApp.single(SlackClient.of(slack.api()));
        app.command("/brief", (request, context) -> {
            commands.incrementAndGet();
            return context.ack();
        });
        return app;
    }

    @Test
    void letsSlackLookAtTheCertificateWithoutASignature() {
        byte[] check = "token=t&ssl_check=1".getBytes(StandardCharsets.UTF_8);
        byte[] more = "command=%2Fbrief&ssl_check=1".getBytes(StandardCharsets.UTF_8);

        assertThat(entry.call("/slack/events", Map.of(), check).getStatusCode()).isEqualTo(200);
        assertThat(entry.call("/slack/events", Map.of(), more).getStatusCode()).isEqualTo(401);
    }
}
