package io.briefcast.adapter.discord;

import static io.briefcast.adapter.discord.FakeInteractions.about;
import static io.briefcast.adapter.discord.FakeInteractions.form;
import static io.briefcast.adapter.discord.FakeInteractions.inConversation;
import static io.briefcast.adapter.discord.FakeInteractions.option;
import static io.briefcast.adapter.discord.FakeInteractions.press;
import static io.briefcast.adapter.discord.FakeInteractions.slash;
import static io.briefcast.adapter.discord.FakeInteractions.typing;
import static io.briefcast.adapter.discord.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.briefcast.adapter.discord.FakeAnswers.Said;
import io.briefcast.adapter.discord.FakeDiscord.Call;
import io.briefcast.command.Answer;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Holds requests against the file that the environment variable DISCORD_OPENAPI names. {@link FakeDiscord} does so with
 * every request of every test when it closes; here is a day that brings each kind of them, and what is found when one
 * is wrong.
 */
class DiscordOpenApiTest {
    private static final Message BRIEF =
            new Message("Brief", List.of(new Block.Heading("Your brief"), Cards.card(1, "Claim", "", "Quote")));

    @BeforeEach
    void needsTheFile() {
        assumeTrue(
                OpenApi.ofDiscord().isPresent(),
                "DISCORD_OPENAPI names no file with Discord's OpenAPI description: no request is held against it");
    }

    @Test
    void everyRequestOfADayIsAsDiscordDescribesIt() throws DeliveryException {
        List<Call> calls = aDay();

        assertThat(calls)
                .extracting(DiscordOpenApiTest::kind)
                .contains("GET bot", "GET active", "GET commands", "PUT commands", "POST threads", "PATCH @original");
        described().require(calls);
        System.out.println("Held against Discord's OpenAPI description: " + calls.size() + " requests, "
                + calls.stream().map(DiscordOpenApiTest::kind).collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "POST, /users/@me/channels, ``, {\"recipient_id\": true}",
                "POST, /users/@me/channels, ``, ``",
                "GET, /users/@me/friends, ``, ``",
                "GET, /users/@me, ``, {}",
                "GET, /channels/1/messages, limit=many, ``",
                "GET, /channels/1/messages, since=5, ``"
            })
    void findsWhatDiscordDescribesOtherwise(String method, String path, String query, String body) {
        assertThat(described().faults(new Call(method, path, query, body))).isNotEmpty();
        assertThat(described().faults(new Call("GET", "/channels/1/messages", "limit=100&before=5", "")))
                .isEmpty();
    }

    @Test
    void aFakeThatWasAskedSomethingElseSaysSoWhenItCloses() throws Exception {
        FakeDiscord discord = new FakeDiscord(InstantSource.system());
        new Caller(discord).call("POST", "users/@me/channels", "{\"recipient_id\": true}");

        assertThatThrownBy(discord::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /users/@me/channels")
                .hasMessageContaining("recipient_id");
    }

    private static OpenApi described() {
        return OpenApi.ofDiscord().orElseThrow();
    }

    private static String kind(Call call) {
        return call.method() + " "
                + call.path().substring(call.path().lastIndexOf('/') + 1).replaceAll("token-\\d+", "message");
    }

    /** Everything that people and schedules do. */
    private static List<Call> aDay() throws DeliveryException {
        try (Conversation talk = new Conversation(
                List.of(
                        Talk.command("insights", false, List.of(Talk.TOPIC), request -> "About"),
                        Talk.command(
                                "briefcast subscribe",
                                false,
                                List.of(Talk.AT, Talk.ZONE, Talk.DAYS, Talk.COUNT, Talk.FORMAT),
                                request -> "Noted"),
                        Talk.command("briefcast shows add", true, List.of(Talk.FORMAT), request -> "Added"),
                        Talk.command("briefcast schedule", true, List.of(Talk.AT), request -> "Noted")),
                List.of(
                        Talk.button("share", press -> Answer.toEverybody(BRIEF)),
                        Talk.button(
                                "less",
                                press -> Answer.toAsker(said("Less")).labelled(Map.of("less:4f0c", "Less (noted)"))),
                        Talk.button("more", press -> Answer.replacing(said("More"))),
                        Talk.button("why", press -> Answer.toAsker(said("Because")))))) {
            talk.discord.await(() -> talk.discord.commands().length() > 0);
            Said reply = talk.types("insights", option("topic", "chips"));
            List.of("Share", "More", "Why").forEach(label -> talk.presses(reply, label));
            talk.does(press(reply, Conversation.button(reply, "Less")), 2);
            talk.does(about("What do we do about compute?"));
            talk.does(inConversation(slash("insights", option("topic", "chips"))));
            talk.discord.gateway().dispatch(0, "GUILD_CREATE", FakeServer.joined());
            talk.discord.await(() -> !talk.discord.posted().isEmpty());
            talk.does(typing("insights", "topic", "c"));
            Said form = talk.does(slash("briefcast subscribe")).getFirst();
            talk.does(form(form.body().getString("custom_id"), "at", "8:00"));
            for (ForumPosts wanted : ForumPosts.values()) {
                post(talk, wanted);
            }
            return List.copyOf(talk.discord.calls());
        }
    }

    private static void post(Conversation talk, ForumPosts wanted) throws DeliveryException {
        DiscordPlatform platform = Platforms.of(talk.connection, talk.clock, wanted);
        DeliveryKey key = new DeliveryKey(wanted.name(), LocalDate.of(2026, 6, 10));
        for (String place : List.of(
                FakeServer.ID + "/" + FakeServer.BRIEFS,
                FakeServer.ID + "/forum/" + FakeServer.FORUM,
                FakeServer.ADA)) {
            platform.post(place, key, BRIEF);
        }
    }
}
