package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import io.briefcast.Secret;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.ScheduleDesk;
import io.briefcast.delivery.Installations;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Briefcast for many workspaces: people install it in their browsers, and Slack calls it. */
final class ManyWorkspaces implements Line, AutoCloseable {
    private static final String SIGNING = "signing";

    final Secret keyset;
    final SlackVault vault;
    final SlackWork work = new SlackWork();
    final SlackInstallations installations;
    final App app;
    private final FakeSlack slack;
    private final TestClock clock;
    private final SlackClient client;
    private final Installations stored;
    private final ScheduleDesk desk;
    private final SlackEntry entry;

    ManyWorkspaces(FakeSlack slack, TestClock clock, Installations stored, ScheduleDesk desk) {
        this(slack, clock, stored, desk, SlackVault.fresh());
    }

    private ManyWorkspaces(FakeSlack slack, TestClock clock, Installations stored, ScheduleDesk desk, Secret keyset) {
        this.keyset = keyset;
        this.vault = SlackVault.of(keyset);
        this.slack = slack;
        this.clock = clock;
        this.client = SlackClient.of(slack.api());
        this.stored = stored;
        this.desk = desk;
        this.installations = process(vault);
        this.app = SlackApp.distributed(
                client,
                settings(),
                URI.create("https://briefs.example.org"),
                installations,
                new SlackStates(stored, clock));
        this.entry = new SlackEntry(app, new Secret(SIGNING), clock);
    }

    /** The same after a restart: it has the store and the keys, and nothing of its memory. */
    ManyWorkspaces restarted() {
        return new ManyWorkspaces(slack, clock, stored, desk, keyset);
    }

    /** The workspaces as a process with these keys finds them. */
    SlackInstallations process(SlackVault its) {
        SlackRotation rotation = new SlackRotation(client, settings(), stored, its, clock);
        SlackWelcome welcome =
                new SlackWelcome(client, new SlackTurns(clock, clock), work, new CommandCatalogue(List.of()));
        return new SlackInstallations(stored, desk, its, rotation, welcome, clock);
    }

    private SlackSettings settings() {
        return new SlackSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Secret(SIGNING)),
                Optional.of("client"),
                Optional.of(new Secret("client-secret")),
                Optional.of(keyset),
                Set.of(),
                slack.api());
    }

    /** Somebody installs the bot in a workspace. */
    void install(String team, String token) {
        slack.offer("code-" + team, team, token);
        comesBack(begins(), "code-" + team);
        assertThat(installations.find(team)).isPresent();
    }

    /** A browser begins an installation; the state that it is given. */
    String begins() {
        Response page = entry.browse(SlackPaths.INSTALL, "", Map.of());
        String cookie =
                page.getHeaders().getOrDefault("Set-Cookie", List.of("")).getFirst();
        assertThat(cookie).contains("HttpOnly", "Secure");
        return cookie.replaceAll("^[^=]+=([^;]+);.*", "$1");
    }

    /** The browser comes back from Slack. */
    Response comesBack(String state, String code) {
        return comesBack(state, code, state);
    }

    /** A browser with another cookie comes back. */
    Response comesBack(String state, String code, String cookie) {
        return entry.browse(
                SlackPaths.REDIRECT,
                "code=" + code + "&state=" + state,
                Map.of("Cookie", List.of("slack-app-oauth-state=" + cookie)));
    }

    /** Slack says what happened in a workspace. */
    Response says(String event, String team, Instant at) {
        String body = """
                {"type":"event_callback","team_id":"%s","api_app_id":"A0","event_id":"Ev%s","event_time":%d,
                 "event":{"type":"%s","tokens":{"oauth":[],"bot":["U0BOT"]}}}""".formatted(team, clock.instant().toEpochMilli(), at.getEpochSecond(), event);
        clock.advance(Duration.ofMillis(1));
        return call("application/json", body);
    }

    @Override
    public JsonObject deliver(String type, JsonObject payload) {
        Response response = switch (type) {
            case "slash_commands" -> call("application/x-www-form-urlencoded", form(payload));
            case "interactive" -> call("application/x-www-form-urlencoded", "payload=" + encoded(payload.toString()));
            default -> call("application/json", payload.toString());
        };
        assertThat(response.getStatusCode()).isEqualTo(200);
        JsonObject acknowledgement = new JsonObject();
        Optional.ofNullable(response.getBody())
                .filter(body -> body.startsWith("{"))
                .ifPresent(body -> acknowledgement.add("payload", JsonParser.parseString(body)));
        return acknowledgement;
    }

    private static String form(JsonObject fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue().getAsString()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Response call(String type, String body) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        return entry.call(
                SlackPaths.EVENTS,
                Map.of(
                        "X-Slack-Request-Timestamp", List.of(timestamp),
                        "X-Slack-Signature", List.of(new Generator(SIGNING).generate(timestamp, body)),
                        "Content-Type", List.of(type)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        work.close();
    }
}
