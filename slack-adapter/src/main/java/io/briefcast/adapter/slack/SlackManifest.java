package io.briefcast.adapter.slack;

import com.google.gson.GsonBuilder;
import io.briefcast.command.AppManifest;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandSpec;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The app as Slack wants it described (https://docs.slack.dev/reference/app-manifest), made from the commands. It
 * connects by Socket Mode, or Slack calls us at the public address.
 */
final class SlackManifest implements AppManifest {
    /** What the bot may do, and nothing more; each line of the README says why. */
    static final List<String> SCOPES = List.of(
            "commands",
            "chat:write",
            "chat:write.public",
            "im:write",
            "im:history",
            "channels:history",
            "groups:history",
            "channels:read",
            "groups:read",
            "users:read");

    private static final int MAX_DESCRIPTION = 140;
    private static final int MAX_HINT = 200;

    private final CommandCatalogue catalogue;
    private final Optional<URI> publicUrl;

    SlackManifest(CommandCatalogue catalogue, Optional<URI> publicUrl) {
        this.catalogue = catalogue;
        this.publicUrl = publicUrl;
    }

    @Override
    public String platform() {
        return SlackPlatform.NAME;
    }

    @Override
    public Optional<String> text(boolean called) {
        return called
                ? publicUrl.map(ignored -> json())
                : Optional.of(new SlackManifest(catalogue, Optional.empty()).json());
    }

    private String json() {
        return new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(manifest());
    }

    private Map<String, Object> manifest() {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("display_information", display());
        manifest.put("features", features());
        manifest.put("oauth_config", oauth());
        manifest.put("settings", settings());
        return manifest;
    }

    private static Map<String, Object> display() {
        Map<String, Object> display = new LinkedHashMap<>();
        display.put("name", "Briefcast");
        display.put("description", "The top five podcast insights of the day, with quotes and the minute to listen to");
        display.put("background_color", "#1f2a44");
        return display;
    }

    private Map<String, Object> features() {
        Map<String, Object> home = new LinkedHashMap<>();
        home.put("home_tab_enabled", true);
        home.put("messages_tab_enabled", true);
        home.put("messages_tab_read_only_enabled", false);
        Map<String, Object> bot = new LinkedHashMap<>();
        bot.put("display_name", "Briefcast");
        bot.put("always_online", true);
        Map<String, Object> features = new LinkedHashMap<>();
        features.put("app_home", home);
        features.put("bot_user", bot);
        features.put("shortcuts", shortcuts());
        features.put(
                "slash_commands",
                SlackCommands.roots(catalogue).stream().map(this::command).toList());
        return features;
    }

    private static List<Map<String, Object>> shortcuts() {
        return List.of(
                shortcut("Brief me", "global", SlackShortcuts.BRIEF_ME, "Today's insights for you"),
                shortcut("Related insights", "message", SlackShortcuts.RELATED, "What podcasts say about this"));
    }

    private static Map<String, Object> shortcut(String name, String type, String id, String description) {
        Map<String, Object> shortcut = new LinkedHashMap<>();
        shortcut.put("name", name);
        shortcut.put("type", type);
        shortcut.put("callback_id", id);
        shortcut.put("description", description);
        return shortcut;
    }

    private Map<String, Object> command(String root) {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("command", "/" + root);
        publicUrl.ifPresent(url -> command.put("url", events(url)));
        command.put("description", cut(description(root), MAX_DESCRIPTION));
        command.put("usage_hint", cut(hint(root), MAX_HINT));
        command.put("should_escape", false);
        return command;
    }

    private String description(String root) {
        return catalogue
                .find(root)
                .map(command -> command.spec().summary())
                .orElseGet(() -> "Everything else: " + verbs(root).collect(Collectors.joining(", ")));
    }

    private String hint(String root) {
        return catalogue
                .find(root)
                .map(command ->
                        command.spec().usage().substring(root.length() + 1).strip())
                .orElseGet(() -> verbs(root).collect(Collectors.joining(" | ")));
    }

    private Stream<String> verbs(String root) {
        return catalogue.specs().stream()
                .map(CommandSpec::path)
                .filter(path -> path.startsWith(root + " "))
                .map(path -> path.split(" ", 3)[1])
                .distinct();
    }

    private Map<String, Object> oauth() {
        Map<String, Object> oauth = new LinkedHashMap<>();
        publicUrl.ifPresent(url -> oauth.put(
                "redirect_urls", List.of(url.resolve(SlackPaths.REDIRECT).toString())));
        oauth.put("scopes", Map.of("bot", SCOPES));
        return oauth;
    }

    private Map<String, Object> settings() {
        Map<String, Object> events = new LinkedHashMap<>();
        publicUrl.ifPresent(url -> events.put("request_url", events(url)));
        events.put("bot_events", List.of("app_home_opened", "app_uninstalled", "tokens_revoked"));
        Map<String, Object> interactivity = new LinkedHashMap<>();
        interactivity.put("is_enabled", true);
        publicUrl.ifPresent(url -> interactivity.put("request_url", events(url)));
        publicUrl.ifPresent(url -> interactivity.put("message_menu_options_url", events(url)));
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("event_subscriptions", events);
        settings.put("interactivity", interactivity);
        settings.put("org_deploy_enabled", false);
        settings.put("socket_mode_enabled", publicUrl.isEmpty());
        settings.put("token_rotation_enabled", false);
        return settings;
    }

    private static String events(URI publicUrl) {
        return publicUrl.resolve(SlackPaths.EVENTS).toString();
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max - 1) + "…";
    }
}
