package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.adapter.discord.Caller.Told;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the fake refuses, as Discord does; without it, our other tests would prove less than they say. */
class FakeDiscordTest {
    private static final String DEFERRED = "{\"type\": 5, \"data\": {\"flags\": 64}}";
    private static final String MESSAGE =
            "{\"flags\": 32768, \"components\": [{\"type\": 10, \"content\": \"Words\"}], \"allowed_mentions\": {\"parse\": []}}";
    private static final String POST = "channels/%s/messages".formatted(FakeServer.BRIEFS);

    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));
    private final FakeDiscord discord = new FakeDiscord(clock);
    private final Caller caller = new Caller(discord);

    @AfterEach
    void close() {
        discord.close();
    }

    @Test
    void refusesAnotherToken() throws Exception {
        assertThat(caller.call("GET", "users/@me", "", "another").status()).isEqualTo(401);
        assertThat(caller.call("GET", "users/@me", "").status()).isEqualTo(200);
    }

    @Test
    void knowsAnInteractionThatNobodyAcknowledgedForThreeSeconds() throws Exception {
        String early = asked();
        String late = asked();

        discord.pass(Duration.ofSeconds(3));
        assertThat(acknowledged(early).status()).isEqualTo(200);
        discord.pass(Duration.ofMillis(1));
        assertRefused(acknowledged(late), 404, 10062);
        assertRefused(acknowledged(early), 400, 40060);
        assertRefused(answered(late), 404, 10015);
    }

    @Test
    void takesAnswersToAnInteractionForAQuarterOfAnHour() throws Exception {
        String token = asked();
        acknowledged(token);

        discord.pass(Duration.ofMinutes(15));
        assertThat(answered(token).status()).isEqualTo(200);
        discord.pass(Duration.ofMillis(1));
        assertRefused(answered(token), 401, 50027);
        assertThat(discord.answers(token)).hasSize(1);
    }

    @Test
    void takesFiftyRequestsASecondFromABotAndAnswersBesides() throws Exception {
        String token = asked();
        for (int i = 0; i < 50; i++) {
            assertThat(caller.call("GET", "users/@me", "").status()).isEqualTo(200);
        }

        Told told = caller.call("GET", "users/@me", "");

        assertRefused(told, 429, 0);
        assertThat(told.header("Retry-After")).isEqualTo("1");
        assertThat(told.header("X-RateLimit-Global")).isEqualTo("true");
        assertThat(told.response().body()).contains("\"retry_after\":1.0", "\"global\":true");
        assertThat(acknowledged(token).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(caller.call("GET", "users/@me", "").status()).isEqualTo(200);
    }

    @Test
    void takesAsManyPostsInAChannelAsATestSays() throws Exception {
        discord.limitPosts(new FakeRates.Limit(2, Duration.ofSeconds(5)));
        caller.call("POST", POST, MESSAGE);
        clock.advance(Duration.ofSeconds(2));
        caller.call("POST", POST, MESSAGE);

        Told told = caller.call("POST", POST, MESSAGE);

        assertRefused(told, 429, 0);
        assertThat(told.header("Retry-After")).isEqualTo("3");
        assertThat(told.header("X-RateLimit-Scope")).isEqualTo("user");
        assertThat(caller.call("POST", POST.replace(FakeServer.BRIEFS, FakeServer.HALL), MESSAGE)
                        .status())
                .isEqualTo(200);
        clock.advance(Duration.ofSeconds(3));
        assertThat(caller.call("POST", POST, MESSAGE).status()).isEqualTo(200);
        assertThat(discord.posted()).hasSize(4);
    }

    @Test
    void endsAConnectionThatShowsAnotherToken() {
        assertThat(gateway().says(2, identity("another")).hears()).isEqualTo("closed 4004");
        assertThat(gateway()
                        .says(6, session("session-1", 1).put("token", "another"))
                        .hears())
                .isEqualTo("closed 4004");
        assertThat(discord.gateway().identified()).isEmpty();
    }

    @Test
    void resumesNoSessionThatItDoesNotKnow() {
        gateway().says(2, identity(FakeDiscord.TOKEN)).hears();

        assertThat(gateway().says(6, session("session-2", 1)).hears()).contains("\"op\":9", "\"d\":false");
        assertThat(gateway().says(6, session("session-1", 99)).hears()).isEqualTo("closed 4007");
    }

    @Test
    void repeatsWhatASessionMissed() {
        assertThat(gateway().says(2, identity(FakeDiscord.TOKEN)).hears()).contains("READY");

        Line resumed = gateway().says(6, session("session-1", 1));

        assertThat(resumed.hears()).contains("GUILD_CREATE", "\"s\":2");
        assertThat(resumed.hears()).contains("RESUMED", "\"s\":3");
    }

    private String asked() {
        DataObject interaction = FakeInteractions.slash("brief");
        discord.expect(interaction);
        return interaction.getString("token");
    }

    private Told acknowledged(String token) throws Exception {
        return caller.call("POST", "interactions/1/%s/callback".formatted(token), DEFERRED);
    }

    private Told answered(String token) throws Exception {
        return caller.call("POST", "webhooks/%s/%s".formatted(FakeServer.BOT, token), MESSAGE);
    }

    private static void assertRefused(Told told, int status, int code) {
        assertThat(told.status()).isEqualTo(status);
        assertThat(told.code()).isEqualTo(code);
    }

    private static DataObject identity(String token) {
        return DataObject.empty().put("token", token).put("intents", 1);
    }

    private static DataObject session(String id, int sequence) {
        return DataObject.empty()
                .put("token", FakeDiscord.TOKEN)
                .put("session_id", id)
                .put("seq", sequence);
    }

    private Line gateway() {
        Line line = new Line(URI.create(discord.gateway().url()));
        assertThat(line.hears()).contains("heartbeat_interval");
        return line;
    }

    /** A connection to the gateway, without any library that keeps its rules by itself. */
    private static final class Line implements WebSocket.Listener {
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final WebSocket socket;

        Line(URI gateway) {
            socket = HttpClient.newHttpClient()
                    .newWebSocketBuilder()
                    .buildAsync(gateway, this)
                    .join();
        }

        Line says(int op, DataObject data) {
            socket.sendText(DataObject.empty().put("op", op).put("d", data).toString(), true)
                    .join();
            return this;
        }

        /** The next thing that is heard. */
        String hears() {
            try {
                return String.valueOf(heard.poll(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(part.toString());
                part.setLength(0);
            }
            return WebSocket.Listener.super.onText(from, text, last);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            heard.add("closed " + code);
            return WebSocket.Listener.super.onClose(from, code, reason);
        }
    }
}
