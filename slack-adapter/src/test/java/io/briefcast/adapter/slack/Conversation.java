package io.briefcast.adapter.slack;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.briefcast.Secret;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Briefcast on a Slack of our own, over Socket Mode, so that a test reads like a conversation. */
final class Conversation implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20_000;

    final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));
    final FakeSlack slack = new FakeSlack(clock);
    final SlackConnection connection;
    private final SlackWork work = new SlackWork();
    private final AtomicInteger answers = new AtomicInteger();

    Conversation(List<Command> commands, List<Button> buttons) {
        CommandCatalogue catalogue = new CommandCatalogue(commands);
        SlackClient client = SlackClient.of(slack.api());
        Workspaces workspaces =
                team -> Optional.of(new Workspace(team, new Secret(FakeSlack.TOKEN), Optional.of(FakeSlack.BOT)));
        var app = SlackApp.single(client, new Secret(FakeSlack.TOKEN));
        new SlackCommands(
                        catalogue,
                        new CommandRouter(catalogue, buttons),
                        new SlackPeople(client, workspaces, java.util.Set.of("U0NAMED")),
                        new SlackReplies(client),
                        work,
                        clock)
                .register(app);
        connection = new SlackConnection(app, new Secret(FakeSlack.APP_TOKEN));
        connection.start();
        slack.socket().connection();
    }

    /** Somebody types a command in a channel. */
    List<Reply> types(String user, String channel, String line) {
        String id = "r" + answers.incrementAndGet();
        String[] words = line.split(" ", 2);
        JsonObject payload = new JsonObject();
        payload.addProperty("command", words[0]);
        payload.addProperty("text", words.length == 2 ? words[1] : "");
        payload.addProperty("team_id", FakeSlack.TEAM);
        payload.addProperty("user_id", user);
        payload.addProperty("user_name", user.toLowerCase(java.util.Locale.ROOT));
        payload.addProperty("channel_id", channel);
        payload.addProperty("channel_name", channel.startsWith("D") ? "directmessage" : "briefs");
        payload.addProperty("response_url", slack.responseUrl(id));
        payload.addProperty("trigger_id", "trigger-" + id);
        slack.socket().deliver("slash_commands", payload);
        return replies(id);
    }

    /** Somebody presses the button with this label under a reply. */
    List<Reply> presses(String user, String channel, Reply shown, String label) {
        JsonObject button = button(shown.body().getAsJsonArray("blocks"), label);
        String id = "r" + answers.incrementAndGet();
        JsonObject payload = interaction("block_actions", user, channel, id);
        JsonArray actions = new JsonArray();
        actions.add(button);
        payload.add("actions", actions);
        JsonObject container = new JsonObject();
        container.addProperty("type", "message");
        container.addProperty("message_ts", "1781096400.000100");
        payload.add("container", container);
        JsonObject message = new JsonObject();
        message.add("blocks", shown.body().get("blocks"));
        payload.add("message", message);
        slack.socket().deliver("interactive", payload);
        return button.has("url") ? slack.replies(id) : replies(id);
    }

    /** Somebody asks for insights about a message. */
    List<Reply> asksAbout(String user, String channel, String words) {
        String id = "r" + answers.incrementAndGet();
        JsonObject payload = interaction("message_action", user, channel, id);
        payload.addProperty("callback_id", SlackShortcuts.RELATED);
        JsonObject message = new JsonObject();
        message.addProperty("text", words);
        payload.add("message", message);
        slack.socket().deliver("interactive", payload);
        return replies(id);
    }

    private JsonObject interaction(String type, String user, String channel, String responseId) {
        JsonObject payload = new JsonObject();
        payload.addProperty("type", type);
        payload.add("team", object("id", FakeSlack.TEAM));
        payload.add("user", object("id", user));
        payload.add("channel", object("id", channel));
        payload.addProperty("response_url", slack.responseUrl(responseId));
        payload.addProperty("trigger_id", "trigger-" + responseId);
        return payload;
    }

    private static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
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

    private List<Reply> replies(String id) {
        synchronized (slack) {
            long left = PATIENCE_MILLIS;
            while (slack.replies(id).isEmpty() && left > 0) {
                long before = System.nanoTime();
                try {
                    slack.wait(left);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                left -= (System.nanoTime() - before) / 1_000_000;
            }
            return slack.replies(id);
        }
    }

    @Override
    public void close() {
        connection.close();
        work.close();
        slack.close();
    }
}
