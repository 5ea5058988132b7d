package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.InvalidCommand;
import io.briefcast.command.Place;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Forms of commands that keep something: what stands in them at first, and what becomes of what is wrong. */
class SlackFilledFormTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final Conversation talk = new Conversation(List.of(new Subscribing(), new Breaking()), List.of());

    @BeforeEach
    void meet() {
        talk.slack.person("U0ADA", "Ada", "Europe/Berlin", false);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void showsWhatIsSetAlready() {
        String form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast subscribe").toString();

        assertThat(form)
                .contains("\"initial_time\":\"07:30\"", "\"initial_value\":\"chips, energy\"", "Held, by Others")
                .contains("\"initial_option\":{\"text\":{\"type\":\"plain_text\",\"text\":\"Asia/Tokyo\"")
                .doesNotContain("Europe/Berlin");
    }

    @Test
    void keepsTheZoneAndDropsWishesWhoseFieldsWereEmptied() {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast subscribe");

        JsonObject shown = talk.sends("U0ADA", form, values("""
                {"at": {"a": {"type": "timepicker", "selected_time": "07:30"}},
                 "zone": {"b": {"type": "external_select", "selected_option": {"value": "Asia/Tokyo"}}},
                 "topics": {"d": {"type": "plain_text_input"}},
                 "show": {"e": {"type": "multi_external_select", "selected_options": [
                     {"value": "Held, by Others"}, {"value": "Second"}]}}}"""));

        assertThat(shown.toString())
                .contains("Changed {at=07:30, show=Held, by Others,Second, topics=all, zone=Asia/Tokyo}");
    }

    @Test
    void saysInTheFormWhatIsWrongAndWhereAndChangesNothing() {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast subscribe");

        JsonObject acknowledgement = talk.sent("U0ADA", form, values("""
                {"at": {"a": {"type": "timepicker", "selected_time": "07:30"}},
                 "topics": {"d": {"type": "plain_text_input", "value": "nonsense"}}}"""));

        assertThat(acknowledgement.get("response_action").getAsString()).isEqualTo("errors");
        assertThat(acknowledgement.getAsJsonObject("errors").keySet()).containsExactly("topics");
        assertThat(acknowledgement.toString()).contains("That is nonsense. Say something else.");
        assertThat(changes).hasValue(0);
    }

    @Test
    void keepsWhatWasTypedWhenSomethingBreaks() {
        JsonObject form = talk.opens("U0ADA", "C0BRIEFS", "/briefcast schedule");

        JsonObject acknowledgement = talk.sent("U0ADA", form, new JsonObject());

        assertThat(acknowledgement.getAsJsonObject("errors").get("at").getAsString())
                .contains("Something went wrong on our side");
    }

    private static JsonObject values(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static CommandSpec spec(String path) {
        return new CommandSpec(
                path,
                "Does it",
                List.of(
                        Option.optional("at", "When", Kind.TIME),
                        Option.optional("zone", "Where", Kind.ZONE),
                        Option.optional("days", "On which days", Kind.WEEKDAYS),
                        Option.optional("topics", "About what", Kind.TOPIC),
                        Option.optional("show", "From which show", Kind.SHOW)),
                "/" + path,
                false);
    }

    /** Remembers what is set, and knows one value that it does not take. */
    private final class Subscribing implements Command {
        @Override
        public CommandSpec spec() {
            return SlackFilledFormTest.spec("briefcast subscribe");
        }

        @Override
        public void check(CommandRequest request) throws InvalidCommand {
            if (request.option("topics").filter("nonsense"::equals).isPresent()) {
                throw new InvalidCommand("That is nonsense.", "Say something else.", "/briefcast subscribe");
            }
        }

        @Override
        public Answer answer(CommandRequest request) {
            changes.incrementAndGet();
            String words = "Changed " + new TreeMap<>(request.options());
            return Answer.toAsker(new Message(words, List.of(new Block.Paragraph(words))));
        }

        @Override
        public Map<String, List<String>> current(Asker asker, Place place) {
            return Map.of(
                    "at", List.of("07:30"),
                    "zone", List.of("Asia/Tokyo"),
                    "topics", List.of("chips", "energy"),
                    "show", List.of("Held, by Others"),
                    "days", List.of("mon", "fri"));
        }
    }

    private static final class Breaking implements Command {
        @Override
        public CommandSpec spec() {
            return SlackFilledFormTest.spec("briefcast schedule");
        }

        @Override
        public Answer answer(CommandRequest request) {
            throw new IllegalStateException("a bug");
        }
    }
}
