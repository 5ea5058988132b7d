package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with the answers that there really are. */
class SlackAnswersTest extends SlackDialogue {
    private static final Pattern FIELD = Pattern.compile("option\\t[a-z ]+\\t([a-z]+)");

    @BeforeEach
    void follow() {
        show("The Rack", "Rents fall");
        talk.slack.person("U0BOB", "Bob", "Europe/Berlin", false);
    }

    @Test
    void sharesOnceHoweverOftenSomebodyPresses() {
        Reply found = talk.types("U0ADA", "C0BRIEFS", "/insights rents").getFirst();

        List<Reply> shared = talk.presses("U0ADA", "C0BRIEFS", found, "Share to channel", 2);
        Reply again =
                talk.presses("U0ADA", "C0BRIEFS", found, "Share to channel").getFirst();

        assertThat(shared.getFirst().type()).isEqualTo("in_channel");
        assertThat(words(shared.getFirst())).contains("Rents fall", "Shared by Ada");
        assertThat(again.type()).isEqualTo("ephemeral");
        assertThat(words(again)).contains("It is shared already.");
        assertThat(talk.presses("U0ADA", "C0OTHER", found, "Share to channel")
                        .getFirst()
                        .type())
                .as("elsewhere")
                .isEqualTo("in_channel");
        assertThat(talk.slack.replies())
                .filteredOn(reply ->
                        reply.body().has("response_type") && reply.type().equals("in_channel"))
                .hasSize(2);
    }

    @Test
    void saysOnTheButtonThatSomethingIsShared() {
        Reply found = talk.types("U0ADA", "C0BRIEFS", "/insights rents").getFirst();

        Reply relabelled =
                talk.presses("U0ADA", "C0BRIEFS", found, "Share to channel", 2).getLast();

        assertThat(relabelled.body().get("replace_original").getAsBoolean()).isTrue();
        assertThat(words(relabelled)).contains("\"text\":\"Shared\"").doesNotContain("Share to channel");
    }

    @Test
    void showsAVoteWhereItWasCast() {
        Reply found = talk.types("U0BOB", "C0BRIEFS", "/insights rents").getFirst();

        Reply voted =
                talk.presses("U0BOB", "C0BRIEFS", found, "More like this", 2).getLast();
        voted.body().addProperty("response_type", "ephemeral"); // as what it took the place of
        Reply other =
                talk.presses("U0BOB", "C0BRIEFS", voted, "Less like this", 2).getLast();

        assertThat(words(voted)).contains("Rents fall", "\"text\":\"You asked for more\"");
        assertThat(words(other)).contains("\"text\":\"You asked for less\"", "\"text\":\"More like this\"");
    }

    @Test
    void knowsItsButtonsAfterARestart() {
        Reply found = talk.types("U0ADA", "C0BRIEFS", "/insights rents").getFirst();

        part();
        restart();
        meet();

        for (String label : List.of("Why", "Related", "Save", "More like this")) {
            assertThat(words(talk.presses("U0ADA", "C0BRIEFS", found, label).getFirst()))
                    .as(label)
                    .doesNotContain("does nothing any more", "is gone", "went wrong");
        }
        assertThat(talk.presses("U0ADA", "C0BRIEFS", found, "Share to channel")
                        .getFirst()
                        .type())
                .isEqualTo("in_channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/briefcast schedule", "/briefcast subscribe"})
    void asksInAFormForAllThereIsToSayOfABrief(String command) {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", command);

        assertThat(fields(form))
                .containsExactly(
                        "at timepicker",
                        "zone external_select",
                        "days checkboxes",
                        "topics plain_text_input",
                        "shows multi_external_select",
                        "count static_select");
        assertThat(form.toString()).contains("\"value\":\"Europe/Berlin\"", "\"initial_option\":{\"text\"");
    }

    @Test
    void doesAllThatAFormSays() {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast schedule");

        JsonObject done = talk.sends("U0ADA", form, SlackHomeTest.values("""
                {"at": {"a": {"type": "timepicker", "selected_time": "07:30"}},
                 "zone": {"b": {"type": "external_select", "selected_option": {"value": "Asia/Tokyo"}}},
                 "days": {"c": {"type": "checkboxes", "selected_options": [{"value": "mon"}, {"value": "fri"}]}},
                 "topics": {"d": {"type": "plain_text_input", "value": "rents"}},
                 "shows": {"e": {"type": "multi_external_select", "selected_options": [{"value": "The Rack"}]}},
                 "count": {"f": {"type": "static_select", "selected_option": {"value": "3"}}}}"""));

        assertThat(words(done)).contains("#briefs gets a post", "7:30 (Asia/Tokyo)", "up to 3 insights", "The Rack");
    }

    private static List<String> fields(JsonObject form) {
        List<String> fields = new ArrayList<>();
        JsonArray blocks = form.getAsJsonArray("blocks");
        for (JsonElement block : blocks) {
            JsonObject element = block.getAsJsonObject().getAsJsonObject("element");
            Matcher field = FIELD.matcher(element.get("action_id").getAsString());
            assertThat(field.matches()).isTrue();
            fields.add(field.group(1) + " " + element.get("type").getAsString());
        }
        return fields;
    }
}
