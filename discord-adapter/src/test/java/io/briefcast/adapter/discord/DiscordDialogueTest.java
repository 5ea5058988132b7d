package io.briefcast.adapter.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.adapter.discord.FakeDiscord.Call;
import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandCatalogue;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandRouter;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.Completion;
import io.briefcast.command.Press;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordDialogueTest {
    private static final Option TOPIC = Option.required("topic", "What it is about", Kind.TOPIC);
    private static final Option AT = Option.optional("at", "When, such as 8:00", Kind.TIME);

    private final BlockingQueue<CommandRequest> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Press> pressed = new LinkedBlockingQueue<>();
    private final TestClock clock = new TestClock(Instant.parse("2026-06-10T12:00:00Z"));
    private final FakeDiscord discord = new FakeDiscord(clock);
    private final CommandCatalogue catalogue = new CommandCatalogue(List.of(
            command("insights", List.of(TOPIC), false),
            command("brief", List.of(), false),
            command("briefcast subscribe", List.of(AT), false),
            command("briefcast schedule", List.of(AT), true),
            command("briefcast shows list", List.of(), false)));
    private final CommandRouter router = new CommandRouter(
            catalogue,
            List.of(
                    button("more", Answer.toAsker(says("Thank you"))),
                    button("page", Answer.replacing(says("Page two"))),
                    button("share", Answer.toEverybody(says("Shared")))));
    private final DiscordCommands commands = new DiscordCommands(
            catalogue,
            router,
            new Completion(catalogue, (kind, typed, asker, limit) -> List.of("compute", "chips")),
            new DiscordPeople(),
            clock);
    private final DiscordConnection connection = Connections.ready(discord, List.of(commands));

    @AfterEach
    void close() {
        connection.close();
        discord.close();
    }

    @Test
    void registersEveryCommandOnceWithItsOptionsEverywhereAndInSeveralLanguages() {
        Call registered = next("PUT", "/commands");

        assertThat(registered.body())
                .contains("\"name\":\"insights\"", "\"autocomplete\":true", "\"de\":\"erkenntnisse\"")
                .contains("\"contexts\":", "\"integration_types\":", DiscordDefinitions.RELATED);
    }

    @Test
    void defersAtOnceAndAnswersTheAskerAlone() throws InterruptedException {
        dispatch(FakeInteractions.slash("insights", FakeInteractions.option("topic", "compute")));

        assertThat(next("POST", "/callback").body()).contains("\"type\":5", "\"flags\":64");
        assertThat(next("PATCH", "/@original").body()).contains("Answer to insights", "\"parse\":[]");
        CommandRequest request = asked.poll(10, TimeUnit.SECONDS);
        assertThat(request.options()).containsEntry("topic", "compute");
        assertThat(request.asker().admin()).isTrue();
        assertThat(request.place().address()).isEqualTo(FakeDiscord.GUILD + "/" + FakeDiscord.CHANNEL);
        assertThat(request.place().name()).isEqualTo("#briefs");
    }

    @Test
    void findsCommandsInGroups() {
        dispatch(FakeInteractions.slash("briefcast shows list"));

        assertThat(next("PATCH", "/@original").body()).contains("Answer to briefcast shows list");
    }

    @Test
    void answersInADirectConversationForThePersonAlone() throws InterruptedException {
        dispatch(FakeInteractions.inConversation(FakeInteractions.slash("brief")));

        CommandRequest request = asked.poll(10, TimeUnit.SECONDS);
        assertThat(request.place().direct()).isTrue();
        assertThat(request.place().address()).isEqualTo("@me/" + FakeDiscord.CONVERSATION);
        assertThat(next("PATCH", "/@original").body()).contains("Answer to brief");
    }

    @Test
    void completesWhileSomebodyTypes() {
        dispatch(FakeInteractions.typing("insights", "topic", "c"));

        assertThat(next("POST", "/callback").body()).contains("\"type\":8", "compute", "chips");
    }

    @Test
    void opensAFormForACommandWithoutItsOptionsAndTakesItBack() throws InterruptedException {
        dispatch(FakeInteractions.slash("briefcast schedule"));

        DataObject modal = DataObject.fromJson(next("POST", "/callback").body());
        assertThat(modal.getInt("type")).isEqualTo(9);
        String id = modal.getObject("data").getString("custom_id");

        dispatch(FakeInteractions.form(id, "at", "8:00"));

        CommandRequest request = asked.poll(10, TimeUnit.SECONDS);
        assertThat(request.path()).isEqualTo("briefcast schedule");
        assertThat(request.options()).containsEntry("at", "8:00");
    }

    @Test
    void thanksForAVoteAlone() throws InterruptedException {
        dispatch(FakeInteractions.press("more:4f0c~abcdefghijklm"));

        assertThat(pressed.poll(10, TimeUnit.SECONDS).actionId()).isEqualTo("more:4f0c");
        assertThat(next("POST", "/callback").body()).contains("\"type\":6");
        assertThat(next("POST", "/interaction-token").body()).contains("Thank you", "\"parse\":[]");
    }

    @Test
    void turnsAPageInPlace() {
        dispatch(FakeInteractions.press("page:2~abcdefghijklm"));

        assertThat(next("PATCH", "/@original").body()).contains("Page two", "\"parse\":[]");
    }

    @Test
    void saysThatItFailedInThePersonsLanguage() {
        dispatch(FakeInteractions.slash("insights", FakeInteractions.option("topic", "break")));

        assertThat(next("PATCH", "/@original").body()).contains("schiefgegangen");
    }

    @Test
    void resumesWhenDiscordAsksToReconnect() {
        discord.gateway().reconnect(0);

        awaitSession("resume");
        dispatch(FakeInteractions.slash("brief"));
        assertThat(next("PATCH", "/@original").body()).contains("Answer to brief");
        assertThat(discord.gateway().identified()).hasSize(1);
    }

    private void awaitSession(String wanted) {
        List<String> seen = new ArrayList<>();
        try {
            for (String session = ""; !wanted.equals(session); ) {
                session = discord.gateway().sessions().poll(20, TimeUnit.SECONDS);
                assertThat(session).as("sessions so far: %s", seen).isNotNull();
                seen.add(session);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void dispatch(DataObject interaction) {
        discord.gateway().dispatch(0, "INTERACTION_CREATE", interaction);
    }

    /** The next request of that kind; others before it are passed over. */
    private Call next(String method, String end) {
        try {
            while (true) {
                Call call = discord.calls().poll(10, TimeUnit.SECONDS);
                assertThat(call).as("%s …%s", method, end).isNotNull();
                if (call.is(method, end)) {
                    return call;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Command command(String path, List<Option> options, boolean adminOnly) {
        CommandSpec spec = new CommandSpec(path, "Does " + path, options, "/" + path, adminOnly);
        return new Command() {
            @Override
            public CommandSpec spec() {
                return spec;
            }

            @Override
            public Answer answer(CommandRequest request) {
                asked.add(request);
                if (request.options().containsValue("break")) {
                    throw new IllegalStateException("broken on purpose");
                }
                return Answer.toAsker(says("Answer to " + path));
            }
        };
    }

    private Button button(String verb, Answer answer) {
        return new Button() {
            @Override
            public String verb() {
                return verb;
            }

            @Override
            public Answer press(Press press, String argument) {
                pressed.add(press);
                return answer;
            }
        };
    }

    private static Message says(String words) {
        return new Message(words, List.of(new Block.Paragraph(words)));
    }
}
