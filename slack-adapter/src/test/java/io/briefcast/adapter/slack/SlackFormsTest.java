package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.Press;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackFormsTest {
    private final Conversation talk = new Conversation(
            List.of(
                    command(
                            "brief",
                            false,
                            request -> "Brief for " + request.asker().name()),
                    command("briefcast subscribe", false, request -> "Subscribed " + new TreeMap<>(request.options())),
                    command(
                            "briefcast schedule",
                            true,
                            request -> "Scheduled for " + request.place().address()),
                    command("briefcast topics follow", false, request -> "Followed"),
                    command("briefcast topics list", false, request -> "Nothing is followed"),
                    command("briefcast saved", false, request -> lines()),
                    command(
                            "briefcast settings",
                            false,
                            request ->
                                    "Next brief at eight for " + request.place().address())),
            List.of(new Button() {
                @Override
                public String verb() {
                    return "pause";
                }

                @Override
                public Answer press(Press press, String argument) {
                    String words = "Paused " + press.place().address();
                    return Answer.toAsker(new Message(words, List.of(new Block.Paragraph(words))));
                }
            }));

    @BeforeEach
    void meet() {
        talk.slack.person("U0ADA", "Ada", "Europe/Berlin", false);
        talk.slack.person("U0BOSS", "Bo", "America/New_York", true);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void opensAFormWithTheZoneOfTheProfile() {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast subscribe");

        assertThat(form.toString())
                .contains("\"text\":\"Subscribe\"", "\"value\":\"Europe/Berlin\"", "timepicker", "\"value\":\"mon\"");
    }

    @Test
    void doesWhatWasFilledIn() {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast subscribe");

        JsonObject shown = talk.sends("U0ADA", form, values("""
                {"at": {"a": {"type": "timepicker", "selected_time": "07:30"}},
                 "zone": {"b": {"type": "external_select", "selected_option": {"value": "Europe/Berlin"}}},
                 "days": {"c": {"type": "checkboxes", "selected_options": [{"value": "mon"}, {"value": "fri"}]}},
                 "topics": {"d": {"type": "plain_text_input", "value": "compute strategy"}},
                 "show": {"e": {"type": "external_select"}}}"""));

        assertThat(shown.toString())
                .contains("at=07:30", "days=mon,fri", "topics=compute strategy", "zone=Europe/Berlin");
    }

    @Test
    void opensAFormBeforeItKnowsWhoAsks() {
        talk.slack.hold();
        talk.typed("U0ADA", "C0BRIEFS", "/briefcast subscribe");
        talk.slack.release();

        talk.waitsForAForm();

        assertThat(talk.slack.calls()).extracting(FakeSlack.Call::method).containsSequence("views.open", "users.info");
    }

    @Test
    void saysThatAFormCouldNotBeOpened() {
        talk.slack.misbehave(new Fault.Refusal("expired_trigger_id"));

        String id = talk.typed("U0ADA", "C0BRIEFS", "/briefcast subscribe");

        assertThat(talk.replies(id).getFirst().text()).contains("Something went wrong");
    }

    @Test
    void showsAnAnswerThatComesTooLateForTheAcknowledgement() {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast subscribe");
        talk.clock.advance(SlackPeople.MEMORY);
        talk.slack.hold();

        JsonObject acknowledgement = talk.sent("U0ADA", form, new JsonObject());
        talk.slack.acknowledge(form.get("id").getAsString(), acknowledgement);
        assertThat(acknowledgement.toString()).contains("One moment");
        talk.slack.release();

        assertThat(talk.waitsForAnswerIn(form).toString()).contains("Subscribed");
    }

    @Test
    void saysWhenSlackNoLongerOpensAForm() {
        talk.slack.hold();
        String id = talk.typed("U0ADA", "C0BRIEFS", "/briefcast subscribe");
        talk.clock.advance(Duration.ofSeconds(4));
        talk.slack.release();

        assertThat(talk.replies(id).getFirst().text()).contains("Something went wrong on our side");
    }

    @Test
    void checksRightsWhenAFormIsSentAndNotOnlyWhenItIsOpened() {
        JsonObject form = talk.opens("U0BOSS", "C0BRIEFS", "/briefcast schedule");

        assertThat(talk.sends("U0ADA", form, new JsonObject()).toString())
                .contains("Only people who manage this channel");
    }

    @Test
    void opensNoFormForWhoMayNotSendIt() {
        talk.typed("U0ADA", "C0BRIEFS", "/briefcast schedule");

        JsonObject refused = talk.waitsForAnAnswer();

        assertThat(refused.has("submit")).isFalse();
        assertThat(refused.toString()).contains("Only people who manage this channel");
    }

    @Test
    void schedulesTheChannelInWhichTheFormWasOpened() {
        JsonObject form = talk.opens("U0BOSS", "C0BRIEFS", "/briefcast schedule");

        assertThat(talk.sends("U0BOSS", form, new JsonObject()).toString()).contains("Scheduled for T0TEAM/C0BRIEFS");
    }

    @Test
    void remembersTheChannelForButtonsUnderTheAnswerOfAForm() {
        JsonObject form = talk.opens("U0BOSS", "C0BRIEFS", "/briefcast schedule");
        JsonObject shown = talk.sends("U0BOSS", form, new JsonObject());

        assertThat(talk.pressesIn("U0BOSS", shown, "Pause", "Paused T0TEAM/C0BRIEFS"))
                .isNotNull();
    }

    @Test
    void offersValuesWhileSomebodyTypesAndNoneThatSlackRefuses() {
        JsonArray offered = talk.searches("U0ADA", "option\tbriefcast subscribe\tshow", "held");

        assertThat(offered).hasSize(1);
        assertThat(offered.toString()).contains("SHOW like held");
    }

    @Test
    void offersNothingForAFieldThatIsNotOurs() {
        assertThat(talk.searches("U0ADA", "another", "held")).isEmpty();
    }

    @Test
    void briefsFromAnywhere() {
        assertThat(talk.asksForABrief("U0ADA").toString()).contains("Brief for Ada");
    }

    @Test
    void showsAtHomeWhatComesNextAndOpensTheForm() {
        JsonObject home = talk.opensHome("U0ADA");

        assertThat(home.toString()).contains("Next brief at eight for T0TEAM/U0ADA");
        assertThat(talk.pressesAtHome("U0ADA", home, "Time, topics, shows…").has("submit"))
                .isTrue();
    }

    @Test
    void changesAtHomeWhatComes() {
        JsonObject home = talk.opensHome("U0ADA");

        assertThat(talk.changesAtHome("U0ADA", home, "Pause").toString()).contains("Paused T0TEAM/U0ADA");
        assertThat(home.toString()).contains("\"text\":\"Follow…\"").doesNotContain("Schedule");
    }

    @Test
    void showsMoreAtHomeThanAMessageHolds() {
        JsonObject home = talk.opensHome("U0ADA");

        assertThat(home.toString()).contains("Line 60").doesNotContain("left out");
    }

    private static String lines() {
        return IntStream.rangeClosed(1, 60)
                .mapToObj(i -> "Line " + i + " " + "word ".repeat(60))
                .collect(Collectors.joining("\n"));
    }

    private static JsonObject values(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static Command command(String path, boolean adminOnly, Function<CommandRequest, String> says) {
        CommandSpec spec = new CommandSpec(
                path,
                "Does it",
                List.of(
                        Option.optional("at", "When", Kind.TIME),
                        Option.optional("zone", "Where", Kind.ZONE),
                        Option.optional("days", "On which days", Kind.WEEKDAYS),
                        Option.optional("topics", "About what", Kind.TOPIC),
                        Option.optional("show", "From which show", Kind.SHOW),
                        Option.optional("count", "How many", Kind.COUNT),
                        Option.choice("tone", "How", List.of("short", "long"))),
                "/" + path,
                adminOnly);
        return new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public Answer answer(CommandRequest request) {
                return Answer.toAsker(new Message(
                        "Answer",
                        List.of(
                                new Block.Paragraph(says.apply(request)),
                                new Block.Buttons(List.of(Action.press("pause:1", "Pause"))))));
            }
        };
    }
}
