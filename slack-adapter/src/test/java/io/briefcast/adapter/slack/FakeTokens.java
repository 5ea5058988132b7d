package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tokens of {@link FakeSlack}, and how workspaces that install the bot get theirs by OAuth. */
final class FakeTokens {
    /** How the app proves that it is the app: its id and secret. */
    private static final String CLIENT = "client:client-secret";

    private static final Duration LIFE = Duration.ofHours(12);

    private final InstantSource clock;
    private final Map<String, String> teams = new HashMap<>(Map.of(FakeSlack.TOKEN, FakeSlack.TEAM));
    private final Map<String, Instant> ends = new HashMap<>();
    private final Map<String, List<String>> codes = new HashMap<>();
    private final Map<String, String> refreshTokens = new HashMap<>();
    private boolean rotating;
    private long given;

    FakeTokens(InstantSource clock) {
        this.clock = clock;
    }

    void offer(String code, String team, String token) {
        codes.put(code, List.of(team, token));
    }

    void rotate() {
        rotating = true;
    }

    /** Whose token it is, however old. */
    Optional<String> team(String token) {
        return Optional.ofNullable(teams.get(token));
    }

    boolean accepts(String token) {
        return teams.containsKey(token) && ends.getOrDefault(token, Instant.MAX).isAfter(clock.instant());
    }

    /** Method {@code oauth.v2.access}: a code or what renews a token, for a token. */
    Answered exchange(Map<String, String> arguments, String client) {
        boolean refreshing = arguments.getOrDefault("grant_type", "").equals("refresh_token");
        if (refreshing && !client.equals(CLIENT)) {
            return Answered.refused("bad_client_secret");
        }
        return refreshing
                ? refresh(arguments.getOrDefault("refresh_token", ""))
                : install(arguments.getOrDefault("code", ""));
    }

    private Answered install(String code) {
        return Optional.ofNullable(codes.remove(code))
                .map(offered -> Answered.ok(answer -> {
                    grant(answer, offered.get(0), offered.get(1));
                    answer.add("authed_user", Answered.object("id", "U0ADA"));
                    if (rotating) {
                        endLater(answer, offered.get(0), offered.get(1));
                    }
                }))
                .orElseGet(() -> Answered.refused("invalid_code"));
    }

    /** What renews a token is good once; the token that it renews works until its own end. */
    private Answered refresh(String refreshToken) {
        return Optional.ofNullable(refreshTokens.remove(refreshToken))
                .map(team -> Answered.ok(answer -> {
                    String token = "xoxe.xoxb-renewed-" + ++given;
                    grant(answer, team, token);
                    endLater(answer, team, token);
                }))
                .orElseGet(() -> Answered.refused("invalid_refresh_token"));
    }

    private void grant(JsonObject answer, String team, String token) {
        teams.put(token, team);
        answer.addProperty("access_token", token);
        answer.addProperty("token_type", "bot");
        answer.addProperty("bot_user_id", FakeSlack.BOT);
        answer.addProperty("app_id", "A0");
        answer.addProperty("scope", String.join(",", SlackManifest.SCOPES));
        answer.add("team", Answered.object("id", team));
    }

    private void endLater(JsonObject answer, String team, String token) {
        String refreshToken = "xoxe-" + ++given;
        refreshTokens.put(refreshToken, team);
        ends.put(token, clock.instant().plus(LIFE));
        answer.addProperty("refresh_token", refreshToken);
        answer.addProperty("expires_in", LIFE.toSeconds());
    }
}
