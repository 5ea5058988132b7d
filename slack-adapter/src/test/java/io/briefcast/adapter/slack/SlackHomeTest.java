package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The home tab with the commands that there really are. */
class SlackHomeTest extends SlackDialogue {
    @Test
    void beginsWithOnePressAndSaysWhenTheFirstOneComes() {
        JsonObject home = talk.opensHome("U0ADA");
        assertThat(words(home)).contains("You get no daily brief yet.");

        JsonObject begun = talk.changesAtHome("U0ADA", home, "Get one");

        assertThat(words(begun))
                .contains("You get a direct message every day at 8:00 (Europe/Berlin), up to 5 insights on everything.")
                .contains("The next one comes on <!date^1773126000^{date_long} at {time}|Tuesday, 10 March at 8:00>.");
    }

    @Test
    void pausesKeepsQuietStopsAndGoesOn() {
        JsonObject home = talk.changesAtHome("U0ADA", talk.opensHome("U0ADA"), "Get one");

        JsonObject paused = talk.changesAtHome("U0ADA", home, "Pause");
        assertThat(words(paused)).contains("Paused: no more briefs come.", "Your daily brief is paused.");

        JsonObject running = talk.changesAtHome("U0ADA", paused, "Go on");
        assertThat(words(running)).contains("It goes on", "You get a direct message every day");

        JsonObject quiet = talk.changesAtHome("U0ADA", running, "Quiet for a week");
        assertThat(words(quiet)).contains("No briefs until and including Monday, 16 March.");
        assertThat(labels(quiet)).doesNotContain("Pause");

        JsonObject back = talk.changesAtHome("U0ADA", quiet, "Go on");
        assertThat(words(talk.changesAtHome("U0ADA", back, "Stop"))).contains("Stopped: no more briefs come.");
    }

    @Test
    void changesHourDaysAndTopicsInAForm() {
        show("The Rack", "Rents fall");
        JsonObject home = talk.changesAtHome("U0ADA", talk.opensHome("U0ADA"), "Get one");
        JsonObject form = talk.pressesAtHome("U0ADA", home, "Time, topics, shows…");
        assertThat(form.toString()).contains("\"initial_time\":\"08:00\"");

        talk.sends("U0ADA", form, values("""
                {"at": {"a": {"type": "timepicker", "selected_time": "07:30"}},
                 "days": {"c": {"type": "checkboxes", "selected_options": [{"value": "mon"}, {"value": "fri"}]}},
                 "topics": {"d": {"type": "plain_text_input", "value": "rents"}}}"""));

        assertThat(words(talk.homeAfter(home))).contains("at 7:30 (Europe/Berlin), up to 5 insights on rents");
    }

    @Test
    void letsSavedInsightsGo() {
        show("The Rack", "Rents fall", "Chips rise");
        saves("Rents fall");
        saves("Chips rise");
        JsonObject home = talk.opensHome("U0ADA");
        assertThat(words(home)).contains("Saved: 2 insights", "Rents fall", "Chips rise");

        JsonObject after = talk.changesAtHome("U0ADA", home, "Remove");

        assertThat(words(after)).contains("It is no longer saved.", "Saved: 1 insight");
    }

    @Test
    void addsAndRemovesShows() {
        show("The Rack", "Rents fall");
        JsonObject home = talk.opensHome("U0ADA");
        JsonObject form = talk.pressesAtHome("U0ADA", home, "Remove a show…");
        assertThat(form.toString()).contains("\"external_select\"").doesNotContain("multi_external_select");

        JsonObject asked = talk.sends("U0ADA", form, values("""
                {"show": {"e": {"type": "external_select", "selected_option": {"value": "The Rack"}}}}"""));
        JsonObject before = talk.homeAfter(home);
        talk.pressesIn("U0ADA", asked, "Stop following", "is not followed any more");

        assertThat(words(talk.homeAfter(before))).contains("No show is followed yet.");
        assertThat(labels(home)).contains("Add a show…");
    }

    @Test
    void offersShowsToChangeToThoseAloneWhoMay() {
        show("The Rack", "Rents fall");
        talk.slack.person("U0BOB", "Bob", "Europe/Berlin", false);

        JsonObject home = talk.opensHome("U0BOB");

        assertThat(labels(home)).doesNotContain("Add a show…", "Remove a show…");
        assertThat(words(home))
                .containsOnlyOnce("Only people who manage this workspace can change its shows. Ask one of them;");
    }

    @Test
    void asksAgainWhoMayWhenTheButtonIsPressed() {
        JsonObject home = talk.opensHome("U0ADA");
        talk.slack.person("U0ADA", "Ada", "Europe/Berlin", false);
        talk.clock.advance(SlackPeople.MEMORY);

        JsonObject refused = talk.pressesAtHome("U0ADA", home, "Add a show…");

        assertThat(refused.has("submit")).isFalse();
        assertThat(words(refused)).contains("Only people who manage this workspace can change its shows.");
    }

    @Test
    void isNoWallOfButtons() {
        show("The Rack", "Rents fall");
        saves("Rents fall");
        JsonObject home = talk.changesAtHome("U0ADA", talk.opensHome("U0ADA"), "Get one");

        assertThat(labels(home))
                .containsExactly(
                        "Pause",
                        "Quiet for a week",
                        "Stop",
                        "Time, topics, shows…",
                        "Holiday…",
                        "Follow…",
                        "Unfollow…",
                        "Mute…",
                        "Unmute…",
                        "Remove",
                        "Listen",
                        "Details",
                        "Add a show…",
                        "Remove a show…");
    }

    private void saves(String headline) {
        Reply found = talk.types("U0ADA", "C0BRIEFS", "/insights " + headline).getFirst();
        talk.presses("U0ADA", "C0BRIEFS", found, "Save");
    }

    private static List<String> labels(JsonObject home) {
        return StreamSupport.stream(home.getAsJsonArray("blocks").spliterator(), false)
                .map(block -> block.getAsJsonObject())
                .filter(block -> block.get("type").getAsString().equals("actions"))
                .flatMap(row ->
                        StreamSupport.stream(row.getAsJsonArray("elements").spliterator(), false))
                .map(button -> button.getAsJsonObject()
                        .getAsJsonObject("text")
                        .get("text")
                        .getAsString())
                .toList();
    }

    static JsonObject values(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }
}
