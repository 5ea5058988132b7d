package io.briefcast.adapter.slack;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of {@link FakeSlack}: lets in who has a token and the right, with arguments that Slack knows. */
final class FakeWebApi {
    /** Arguments of the methods that we use, by https://docs.slack.dev/reference/methods. */
    static final Map<String, Set<String>> ARGUMENTS = Map.ofEntries(
            entry("auth.test"),
            entry("apps.connections.open"),
            entry(
                    "oauth.v2.access",
                    "client_id",
                    "client_secret",
                    "code",
                    "redirect_uri",
                    "grant_type",
                    "refresh_token"),
            entry(
                    "chat.postMessage",
                    "channel",
                    "text",
                    "blocks",
                    "metadata",
                    "unfurl_links",
                    "unfurl_media",
                    "link_names",
                    "mrkdwn",
                    "reply_broadcast",
                    "thread_ts"),
            entry(
                    "conversations.history",
                    "channel",
                    "oldest",
                    "latest",
                    "limit",
                    "cursor",
                    "inclusive",
                    "include_all_metadata"),
            entry("conversations.open", "users", "return_im", "prevent_creation", "channel"),
            entry("conversations.info", "channel", "include_locale", "include_num_members"),
            entry("users.info", "user", "include_locale"),
            entry("views.open", "trigger_id", "view"),
            entry("views.push", "trigger_id", "view"),
            entry("views.update", "view_id", "hash", "view", "external_id"),
            entry("views.publish", "user_id", "view", "hash"));

    private static Map.Entry<String, Set<String>> entry(String method, String... arguments) {
        return Map.entry(method, Set.of(arguments));
    }

    private static final Map<String, String> SCOPES = Map.of(
            "chat.postMessage", "chat:write",
            "conversations.history", "channels:history",
            "conversations.open", "im:write",
            "conversations.info", "channels:read",
            "users.info", "users:read");

    private final FakeSocket socket;
    private final FakeTokens tokens;
    private final FakePeople people;
    private final FakeChannels channels;
    private final FakeViews views;
    private final Set<String> missingScopes = new HashSet<>();

    FakeWebApi(FakeSocket socket, FakeTokens tokens, FakePeople people, FakeChannels channels, FakeViews views) {
        this.socket = socket;
        this.tokens = tokens;
        this.people = people;
        this.channels = channels;
        this.views = views;
    }

    void takeScope(String scope) {
        missingScopes.add(scope);
    }

    Answered answer(String method, Map<String, String> arguments, String token) {
        return switch (method) {
            case "apps.connections.open" -> connection(token);
            case "oauth.v2.access" ->
                knows(method, arguments) ? tokens.exchange(arguments, token) : Answered.refused("invalid_arg_name");
            default ->
                refusal(method, arguments, token)
                        .map(Answered::refused)
                        .orElseGet(() -> answerTo(tokens.team(token).orElseThrow(), method, arguments));
        };
    }

    private Answered connection(String token) {
        return token.equals(FakeSlack.APP_TOKEN)
                ? Answered.ok(answer -> answer.addProperty("url", socket.url()))
                : Answered.refused("invalid_auth");
    }

    private Optional<String> refusal(String method, Map<String, String> arguments, String token) {
        if (tokens.team(token).isEmpty()) {
            return Optional.of(token.isEmpty() ? "not_authed" : "invalid_auth");
        }
        if (!tokens.accepts(token)) {
            return Optional.of("token_expired");
        }
        if (!ARGUMENTS.containsKey(method)) {
            return Optional.of("unknown_method");
        }
        if (!knows(method, arguments)) {
            return Optional.of("invalid_arg_name");
        }
        return missingScopes.contains(SCOPES.getOrDefault(method, ""))
                ? Optional.of("missing_scope")
                : Optional.empty();
    }

    private static boolean knows(String method, Map<String, String> arguments) {
        return ARGUMENTS.getOrDefault(method, Set.of()).containsAll(arguments.keySet());
    }

    private Answered answerTo(String team, String method, Map<String, String> arguments) {
        return switch (method) {
            case "auth.test" -> whose(team);
            case "chat.postMessage" -> channels.post(team, arguments);
            case "conversations.history" -> channels.history(team, arguments);
            case "conversations.open" -> channels.open(team, arguments.getOrDefault("users", ""));
            case "conversations.info" -> channels.info(team, arguments.getOrDefault("channel", ""));
            case "users.info" -> people.info(team, arguments.getOrDefault("user", ""));
            case "views.open" -> views.open(arguments);
            case "views.update" -> views.update(arguments);
            case "views.publish" -> views.publish(team, arguments);
            default -> Answered.refused("unknown_method");
        };
    }

    private static Answered whose(String team) {
        return Answered.ok(answer -> {
            answer.addProperty("team_id", team);
            answer.addProperty("user_id", FakeSlack.BOT);
            answer.addProperty("bot_id", "B0BOT");
        });
    }
}
