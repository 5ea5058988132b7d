package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature.Generator;
import io.briefcast.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SlackDoorTest {
    private static final Secret SECRET = new Secret("signing");
    private static final String BODY = "{\"type\":\"url_verification\",\"challenge\":\"abc\"}";

    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));
    private final FakeSlack slack = new FakeSlack(clock);
    private final SlackDoor door =
            new SlackDoor(new SlackEntry(SlackApp.single(SlackClient.of(slack.api())), SECRET, clock));

    @AfterEach
    void close() {
        slack.close();
    }

    @Test
    void handsInWhatSlackSignedAndBackWhatItIsAnswered() throws IOException {
        MockHttpServletRequest request = request("POST", SlackPaths.EVENTS, BODY);
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        request.addHeader("X-Slack-Request-Timestamp", timestamp);
        request.addHeader("X-Slack-Signature", new Generator(SECRET.reveal()).generate(timestamp, BODY));
        request.addHeader("Content-Type", "application/json");

        MockHttpServletResponse response = answer(request);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsString()).contains("abc");
    }

    @Test
    void keepsOutWhatNobodySigned() throws IOException {
        assertThat(answer(request("POST", SlackPaths.EVENTS, BODY)).getStatus()).isEqualTo(401);
    }

    @Test
    void keepsOutWhatIsTooLong() throws IOException {
        String tooLong = "x".repeat(SlackEntry.MAX_BODY + 1);

        assertThat(answer(request("POST", SlackPaths.EVENTS, tooLong)).getStatus())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"GET, /slack/events", "POST, /slack/install", "POST, /slack/oauth_redirect"})
    void letsSlackCallAndBrowsersLook(String method, String path) throws IOException {
        assertThat(answer(request(method, path, "")).getStatus()).isEqualTo(405);
    }

    private static MockHttpServletRequest request(String method, String path, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.handleRequest(request, response);
        return response;
    }
}
