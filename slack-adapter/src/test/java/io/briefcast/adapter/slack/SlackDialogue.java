package io.briefcast.adapter.slack;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import io.briefcast.command.verb.Dialogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A conversation on Slack with the commands that there really are; Ada looks after the workspace. */
abstract class SlackDialogue extends Dialogue {
    Conversation talk;

    @BeforeEach
    void meet() {
        talk = new Conversation(commands.commands(), commands.buttons(), NOON);
        talk.slack.person("U0ADA", "Ada", "Europe/Berlin", true);
    }

    @AfterEach
    void part() {
        talk.close();
    }

    /** What is shown, without the characters that keep it from being markup. */
    static String words(JsonObject shown) {
        return JsonParser.parseString(shown.toString().replace("\u200B", "")).toString();
    }

    static String words(Reply reply) {
        return words(reply.body());
    }
}
