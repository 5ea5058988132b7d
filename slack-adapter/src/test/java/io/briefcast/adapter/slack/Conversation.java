package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import io.briefcast.Secret;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Completion;
import io.briefcast.command.Vocabulary;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** People of a workspace on a Slack of our own, so that a test reads like a conversation. */
final class Conversation implements AutoCloseable {
    static final URI INSTALL = URI.create("https://briefcast.example/slack/install");
    private static final long PATIENCE_MILLIS = 20_000;

    final TestClock clock;
    final FakeSlack slack;
    private final String team;
    private final Line bot;
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean installed = new AtomicBoolean(true);
    private final Optional<SlackConnection> connection;
    private final SlackWork work = new SlackWork();

    /** With a bot of their own, over Socket Mode. */
    Conversation(List<Command> commands, List<Button> buttons) {
        this(commands, buttons, Instant.parse("2026-06-10T12:00:00Z"));
    }

    Conversation(List<Command> commands, List<Button> buttons, Instant now) {
        clock = new TestClock(now);
        slack = new FakeSlack(clock);
        team = FakeSlack.TEAM;
        bot = slack.socket();
        SlackClient client = SlackClient.of(slack.api());
        App app = SlackApp.single(client);
        Workspaces workspaces =
                asked -> Optional.of(new Workspace(asked, new Secret(FakeSlack.TOKEN), Optional.of(FakeSlack.BOT)))
                        .filter(ignored -> installed.get());
        Vocabulary vocabulary = (kind, typed, asker, limit) -> List.of(kind + " like " + typed, "x".repeat(200));
        commands(commands, buttons, vocabulary, client, workspaces, work, clock).register(app);
        SlackConnection opened = new SlackConnection(app, new Secret(FakeSlack.APP_TOKEN));
        opened.start();
        connection = Optional.of(opened);
        slack.socket().connection();
    }

    /** In one of many workspaces, which share a bot. */
    Conversation(FakeSlack slack, TestClock clock, ManyWorkspaces many, String team) {
        this.clock = clock;
        this.slack = slack;
        this.team = team;
        this.bot = many;
        this.connection = Optional.empty();
    }

    /** Everything that people can ask, wired like the real thing. */
    static SlackCommands commands(
            List<Command> commands,
            List<Button> buttons,
            Vocabulary vocabulary,
            SlackClient client,
            Workspaces workspaces,
            SlackWork work,
            TestClock clock) {
        CommandCatalogue catalogue = new CommandCatalogue(commands);
        CommandRouter router = new CommandRouter(catalogue, buttons);
        SlackPeople people = new SlackPeople(client, workspaces, Set.of("U0NAMED"), clock);
        SlackViews views = new SlackViews(client, workspaces);
        SlackForms forms =
                new SlackForms(catalogue, router, new Completion(catalogue, vocabulary), people, views, work, clock);
        SlackReplies replies = new SlackReplies(client, clock, Optional.of(INSTALL));
        return new SlackCommands(catalogue, router, workspaces, people, replies, forms, work, clock);
    }

    /** The workspace removes the bot. */
    void uninstall() {
        installed.set(false);
    }

    /** The bot looks whether it is still connected. */
    void looksAfterItsConnection() {
        connection.orElseThrow().check();
    }

    /** Somebody types a command in a channel. */
    List<Reply> types(String user, String channel, String line) {
        return replies(typed(user, channel, line));
    }

    /** Somebody types a command; comes back when it is acknowledged, with the id for {@link #replies}. */
    String typed(String user, String channel, String line) {
        String id = nextAnswer();
        String[] words = line.split(" ", 2);
        JsonObject payload = new JsonObject();
        payload.addProperty("command", words[0]);
        payload.addProperty("text", words.length == 2 ? words[1] : "");
        payload.addProperty("team_id", team);
        payload.addProperty("user_id", user);
        payload.addProperty("user_name", user.toLowerCase(Locale.ROOT));
        payload.addProperty("channel_id", channel);
        payload.addProperty("channel_name", channel.startsWith("D") ? "directmessage" : "briefs");
        payload.addProperty("response_url", slack.responseUrl(id));
        payload.addProperty("trigger_id", slack.trigger(id));
        bot.deliver("slash_commands", payload);
        return id;
    }

    /** Somebody presses the button with this label under a reply. */
    List<Reply> presses(String user, String channel, Reply shown, String label) {
        return presses(user, channel, shown, label, 1);
    }

    /** The same where so many answers are to come. */
    List<Reply> presses(String user, String channel, Reply shown, String label, int answersToCome) {
        JsonObject button = button(shown.body().getAsJsonArray("blocks"), label);
        String id = nextAnswer();
        JsonObject payload = interaction("block_actions", user, channel, id);
        JsonArray actions = new JsonArray();
        actions.add(button);
        payload.add("actions", actions);
        JsonObject container = Answered.object("type", "message");
        container.addProperty(
                "message_ts",
                "1781096400.%06d".formatted(Math.floorMod(shown.id().hashCode(), 1_000_000)));
        container.addProperty("is_ephemeral", shown.isEphemeral());
        payload.add("container", container);
        JsonObject message = new JsonObject();
        message.add("blocks", shown.body().get("blocks"));
        payload.add("message", message);
        bot.deliver("interactive", payload);
        return button.has("url") ? slack.replies(id) : replies(id, answersToCome);
    }

    /** Somebody asks for insights about a message. */
    List<Reply> asksAbout(String user, String channel, String words) {
        String id = nextAnswer();
        JsonObject payload = interaction("message_action", user, channel, id);
        payload.addProperty("callback_id", SlackShortcuts.RELATED);
        JsonObject message = new JsonObject();
        message.addProperty("text", words);
        payload.add("message", message);
        bot.deliver("interactive", payload);
        return replies(id);
    }

    /** Somebody types a command that opens a form. */
    JsonObject opens(String user, String channel, String line) {
        typed(user, channel, line);
        return waitsForAForm();
    }

    /** The form that is opened, once it is. */
    JsonObject waitsForAForm() {
        return view(shown -> shown.has("submit"));
    }

    /** What an opened view says in the end where it is no form. */
    JsonObject waitsForAnAnswer() {
        return view(shown ->
                !shown.toString().contains("One moment") && !shown.toString().contains("\"home\""));
    }

    /** What a view says in the end in place of its form. */
    JsonObject waitsForAnswerIn(JsonObject form) {
        return view(shown -> shown.get("id").equals(form.get("id"))
                && !shown.has("submit")
                && !shown.toString().contains("One moment"));
    }

    /** Somebody fills a form in and sends it; what the view shows in the end. */
    JsonObject sends(String user, JsonObject form, JsonObject values) {
        JsonObject acknowledgement = sent(user, form, values);
        assertThat(slack.acknowledge(form.get("id").getAsString(), acknowledgement))
                .isEmpty();
        return waitsForAnswerIn(form);
    }

    /** Somebody fills a form in and sends it; how it is acknowledged. */
    JsonObject sent(String user, JsonObject form, JsonObject values) {
        JsonObject payload = interaction("view_submission", user, "", nextAnswer());
        payload.remove("channel");
        payload.remove("response_url");
        JsonObject filled = form.deepCopy();
        JsonObject state = new JsonObject();
        state.add("values", values);
        filled.add("state", state);
        payload.add("view", filled);
        return bot.deliver("interactive", payload).getAsJsonObject("payload");
    }

    /** Somebody types into a field that searches; the values that are offered. */
    JsonArray searches(String user, String actionId, String typed) {
        JsonObject payload = interaction("block_suggestion", user, "C0BRIEFS", nextAnswer());
        payload.addProperty("action_id", actionId);
        payload.addProperty("value", typed);
        return bot.deliver("interactive", payload).getAsJsonObject("payload").getAsJsonArray("options");
    }

    /** Somebody uses the shortcut that works anywhere; what is shown in the end. */
    JsonObject asksForABrief(String user) {
        JsonObject payload = interaction("shortcut", user, "", nextAnswer());
        payload.remove("channel");
        payload.remove("response_url");
        payload.addProperty("callback_id", SlackShortcuts.BRIEF_ME);
        bot.deliver("interactive", payload);
        return waitsForAnAnswer();
    }

    /** Somebody opens the home tab. */
    JsonObject opensHome(String user) {
        JsonObject event = Answered.object("type", "app_home_opened");
        event.addProperty("user", user);
        event.addProperty("channel", "D0HOME");
        event.addProperty("tab", "home");
        JsonObject payload = Answered.object("type", "event_callback");
        payload.addProperty("team_id", team);
        payload.addProperty("event_id", "Ev" + nextAnswer());
        payload.add("event", event);
        bot.deliver("events_api", payload);
        return view(shown -> shown.get("id").getAsString().equals("home-" + user));
    }

    /** Somebody presses a button on the home tab; the tab as it is then. */
    JsonObject changesAtHome(String user, JsonObject home, String label) {
        pressed(user, home, label);
        return homeAfter(home);
    }

    /** The home tab once it is another one. */
    JsonObject homeAfter(JsonObject home) {
        return view(shown ->
                shown.get("id").equals(home.get("id")) && !shown.get("hash").equals(home.get("hash")));
    }

    /** Somebody presses a button on the home tab; what is opened. */
    JsonObject pressesAtHome(String user, JsonObject home, String label) {
        pressed(user, home, label);
        return waitsForAnAnswer();
    }

    private void pressed(String user, JsonObject home, String label) {
        JsonObject payload = interaction("block_actions", user, "", nextAnswer());
        payload.remove("channel");
        payload.remove("response_url");
        JsonArray actions = new JsonArray();
        actions.add(button(home.getAsJsonArray("blocks"), label));
        payload.add("actions", actions);
        payload.add("container", Answered.object("type", "view"));
        bot.deliver("interactive", payload);
    }

    /** Somebody presses a button in an open view; what it shows then. */
    JsonObject pressesIn(String user, JsonObject view, String label, String expected) {
        JsonObject payload = interaction("block_actions", user, "", nextAnswer());
        payload.remove("channel");
        payload.remove("response_url");
        JsonArray actions = new JsonArray();
        actions.add(button(view.getAsJsonArray("blocks"), label));
        payload.add("actions", actions);
        payload.add("container", Answered.object("type", "view"));
        payload.add("view", view);
        bot.deliver("interactive", payload);
        return view(shown ->
                shown.get("id").equals(view.get("id")) && shown.toString().contains(expected));
    }

    private JsonObject view(Predicate<JsonObject> wanted) {
        awaiting(() -> slack.views().values().stream().anyMatch(wanted));
        return slack.views().values().stream().filter(wanted).findFirst().orElseThrow();
    }

    private JsonObject interaction(String type, String user, String channel, String responseId) {
        JsonObject payload = new JsonObject();
        payload.addProperty("type", type);
        payload.add("team", Answered.object("id", team));
        payload.add("user", Answered.object("id", user));
        payload.add("channel", Answered.object("id", channel));
        payload.addProperty("response_url", slack.responseUrl(responseId));
        payload.addProperty("trigger_id", slack.trigger(responseId));
        return payload;
    }

    private static JsonObject button(JsonArray blocks, String label) {
        for (JsonElement block : blocks) {
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                for (JsonElement element : block.getAsJsonObject().getAsJsonArray("elements")) {
                    JsonObject button = element.getAsJsonObject();
                    if (button.getAsJsonObject("text").get("text").getAsString().equals(label)) {
                        return button;
                    }
                }
            }
        }
        throw new AssertionError("no button " + label + " in " + blocks);
    }

    /** What came through a response address, once something did. */
    List<Reply> replies(String id) {
        return replies(id, 1);
    }

    private List<Reply> replies(String id, int least) {
        awaiting(() -> slack.replies(id).size() >= least);
        return slack.replies(id);
    }

    private void awaiting(BooleanSupplier there) {
        synchronized (slack) {
            long left = PATIENCE_MILLIS;
            while (!there.getAsBoolean() && left > 0) {
                long before = System.nanoTime();
                try {
                    slack.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                left -= (System.nanoTime() - before) / 1_000_000;
            }
        }
    }

    private String nextAnswer() {
        return "%s-r%d".formatted(team, answers.incrementAndGet());
    }

    @Override
    public void close() {
        connection.ifPresent(SlackConnection::close);
        work.close();
        slack.close();
    }
}
