package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.Secret;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.Place;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A compact post in a channel, and whoever wants to know more. */
class SlackDetailsTest extends SlackDialogue {
    @Test
    void showsTheQuoteToWhoeverAsksAndToNobodyElse() throws DeliveryException {
        show("The Rack", "Rents fall");
        Reply post = posted(brief());
        assertThat(post.text()).contains("Rents fall").doesNotContain("Rents fall, um.");

        Reply details = talk.presses("U0ADA", "C0BRIEFS", post, "Details").getFirst();

        assertThat(details.type()).isEqualTo("ephemeral");
        assertThat(details.text()).contains("Rents fall, um.", "Related", "Why");
    }

    private Answer brief() {
        CommandRouter router = new CommandRouter(new CommandCatalogue(commands.commands()), commands.buttons());
        Asker ada = SlackPeople.stranger(new SlackOrigin(FakeSlack.TEAM, "U0ADA", "Ada", "C0BRIEFS", "briefs"));
        return router.typed(ada, new Place("T0TEAM/C0BRIEFS", "#briefs", false), "insights rents", NOON);
    }

    private Reply posted(Answer brief) throws DeliveryException {
        SlackPlatform platform = new SlackPlatform(
                SlackClient.of(talk.slack.api()),
                team -> Optional.of(new Workspace(team, new Secret(FakeSlack.TOKEN), Optional.of(FakeSlack.BOT))),
                new SlackTurns(talk.clock, talk.clock),
                Duration.ofMinutes(1),
                talk.clock);
        DeliveryKey key = new DeliveryKey("s1", LocalDate.of(2026, 3, 9));
        platform.post("T0TEAM/C0BRIEFS", key, brief.message());
        JsonObject post = new JsonObject();
        post.add(
                "blocks",
                JsonParser.parseString(
                        talk.slack.posted().getFirst().arguments().get("blocks")));
        return new Reply("post", post);
    }
}
