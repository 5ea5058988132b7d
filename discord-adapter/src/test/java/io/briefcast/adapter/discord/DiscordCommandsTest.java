package io.briefcast.adapter.discord;

import static io.briefcast.adapter.discord.FakeInteractions.byVisitor;
import static io.briefcast.adapter.discord.FakeInteractions.in;
import static io.briefcast.adapter.discord.FakeInteractions.inConversation;
import static io.briefcast.adapter.discord.FakeInteractions.option;
import static io.briefcast.adapter.discord.FakeInteractions.slash;
import static io.briefcast.adapter.discord.Talk.button;
import static io.briefcast.adapter.discord.Talk.command;
import static io.briefcast.adapter.discord.Talk.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.adapter.discord.FakeAnswers.Kind;
import io.briefcast.adapter.discord.FakeAnswers.Said;
import io.briefcast.command.Answer;
import io.briefcast.message.Message;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.data.SerializableData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DiscordCommandsTest {
    private final CountDownLatch slow = new CountDownLatch(1);
    private final Conversation talk = new Conversation(
            List.of(
                    command(
                            "brief",
                            false,
                            List.of(),
                            request -> "Brief for %s in %s at %s"
                                    .formatted(
                                            request.asker().name(),
                                            request.asker().locale(),
                                            request.place().address())),
                    command(
                            "insights",
                            false,
                            List.of(Talk.TOPIC),
                            request -> "About " + request.option("topic").orElse("nothing")),
                    command(
                            "briefcast schedule",
                            true,
                            List.of(Talk.AT),
                            request -> "Scheduled " + request.place().name()),
                    command("briefcast shows list", false, List.of(), request -> "Shows"),
                    command("briefcast break", false, List.of(), request -> {
                        throw new IllegalStateException("a bug");
                    }),
                    command("briefcast wait", false, List.of(), request -> waited())),
            List.of(
                    button(
                            "share",
                            press -> Answer.toEverybody(said("Shared by %s, a %s"
                                            .formatted(
                                                    press.asker().name(),
                                                    press.asker().managesPlace() ? "manager" : "visitor")))
                                    .labelled(Map.of("share:1", "Shared"))),
                    button("more", press -> Answer.replacing(said("More of " + press.actionId()))),
                    button(
                            "less",
                            press -> Answer.toAsker(said("Less, then")).labelled(Map.of("less:4f0c", "Less (noted)"))),
                    button("page", press -> Answer.replacing(said("Page of " + press.actionId()))),
                    button("open", press -> Answer.toAsker(said("Opened " + press.actionId()))),
                    button("why", press -> Answer.toAsker(said("Because of " + press.messageId())))));

    @AfterEach
    void close() {
        slow.countDown();
        talk.close();
    }

    @Test
    void answersOnlyThePersonWhoAsks() {
        Said reply = talk.types("brief");

        assertThat(reply.alone()).isTrue();
        assertThat(reply.words()).contains("Brief for Ada in en_GB at 100000000000000001/200000000000000001");
    }

    @Test
    void addressesTheConversationInADirectConversation() {
        Said reply = talk.does(inConversation(slash("brief"))).getFirst();

        assertThat(reply.words()).contains("at @me/300000000000000001");
    }

    @Test
    void answersThePersonWhereOnlyThePersonHasTheBot() {
        Said reply = talk.does(FakeInteractions.elsewhere(slash("brief"))).getFirst();

        assertThat(reply.alone()).isTrue();
        assertThat(reply.words()).contains("at " + FakeServer.ADA);
    }

    @Test
    void namesCommandsAsMentionsSoThatTheyAreReadInTheReadersLanguage() {
        DataObject topic = option("topic", "/briefcast shows list, /briefcast showsx and /briefcast schedule at:8");

        talk.discord.await(
                () -> talk.types("insights", topic).words().contains("</briefcast schedule:600000000000000002> at"));

        assertThat(talk.types("insights", topic).words())
                .contains("</briefcast shows list:600000000000000002>", " /briefcast showsx ");
    }

    @Test
    void findsCommandsInGroups() {
        assertThat(talk.types("briefcast shows list").words()).contains("Shows");
    }

    @Test
    void sharesToTheChannelAndSaysWhoDid() {
        Said reply = talk.types("insights", option("topic", "compute strategy"));

        Said shared = talk.presses(reply, "Share");

        assertThat(shared.alone()).isFalse();
        assertThat(shared.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(shared.words()).contains("Shared by Ada");
    }

    @Test
    void saysOnTheButtonThatSomethingIsShared() {
        Said shown = talk.types("insights", option("topic", "chips"));

        List<Said> replies = talk.does(pressed(shown, "Share"), 2);

        assertThat(replies.getFirst().alone()).isFalse();
        assertThat(replies.getLast().kind()).isEqualTo(Kind.REPLACEMENT);
        assertThat(replies.getLast().words()).contains("About chips", "\"label\":\"Shared\"");
    }

    @Test
    void saysOnceWhatDiscordTookWhenAGatewayGaveUp() {
        Said shown = talk.types("insights", option("topic", "chips"));
        talk.discord.atNextAnswer(new Fault.AcceptThenStatus(502));

        List<Said> replies = talk.does(pressed(shown, "Less"), 2);

        assertThat(replies).extracting(Said::kind).containsExactly(Kind.MESSAGE, Kind.REPLACEMENT);
    }

    @Test
    void replacesTheMessageUnderAVote() {
        Said reply = talk.types("insights", option("topic", "chips"));

        Said replaced = talk.presses(reply, "More");

        assertThat(replaced.kind()).isEqualTo(Kind.REPLACEMENT);
        assertThat(replaced.words()).contains("More of more:4f0c");
    }

    @Test
    void showsAVoteInTheMessageWhereOnlyTheVoterSeesIt() {
        Said shown = talk.types("insights", option("topic", "chips"));

        List<Said> replies = talk.does(pressed(shown, "Less"), 2);

        assertThat(replies.getFirst().words()).contains("Less, then");
        assertThat(replies.getLast().kind()).isEqualTo(Kind.REPLACEMENT);
        assertThat(replies.getLast().words()).contains("About chips", "Less (noted)", "more:4f0c", "a.png");
        Said relabelled = new Said(Kind.MESSAGE, true, replies.getLast().body());
        assertThat(talk.settled(pressed(relabelled, "Less (noted)")))
                .as("pressed again, it says so already")
                .hasSize(1);
    }

    @Test
    void showsAVoteInADirectMessage() {
        Said shown = talk.types("insights", option("topic", "chips"));
        Said sent = new Said(Kind.MESSAGE, false, shown.body());

        assertThat(talk.does(inConversation(pressed(sent, "Less")), 2).getLast().words())
                .contains("Less (noted)");
    }

    @Test
    void showsAVoteInAListThatStandsForButtons() {
        Said list = new Said(Kind.MESSAGE, true, listed());
        DataObject picked = FakeInteractions.press(list, "pick~");
        picked.getObject("data")
                .put("component_type", 3)
                .put("values", DataArray.empty().add("less:4f0c"));

        assertThat(talk.does(picked, 2).getLast().words()).contains("Less (noted)", "\"label\":\"More like this\"");
    }

    @Test
    void showsAVoteToNobodyElseInAChannel() {
        Said shown = talk.types("insights", option("topic", "chips"));
        Said shared = new Said(Kind.MESSAGE, false, shown.body());

        assertThat(talk.settled(pressed(shared, "Less"))).singleElement().satisfies(said -> {
            assertThat(said.alone()).isTrue();
            assertThat(said.words()).contains("Less, then");
        });
    }

    @Test
    void turnsPagesInPlace() {
        Said page = talk.presses(talk.types("insights", option("topic", "chips")), "Next");

        assertThat(page.kind()).isEqualTo(Kind.REPLACEMENT);
        assertThat(page.words()).contains("Page of page:2");
    }

    @Test
    void tellsThePresserAloneWhy() {
        Said why = talk.presses(talk.types("insights", option("topic", "chips")), "Why");

        assertThat(why.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(why.alone()).isTrue();
    }

    @Test
    void opensWhatIsPickedFromAList() {
        assertThat(talk.does(FakeInteractions.pick("open~", "4f0c")).getFirst().words())
                .contains("Opened open:4f0c");
        assertThat(talk.does(FakeInteractions.pick("pick~", "why:4f0c"))
                        .getFirst()
                        .words())
                .contains("Because of");
    }

    @Test
    void mentionsNobodyInAnyAnswer() {
        Said reply = talk.types("insights", option("topic", "<@400000000000000002> @everyone"));

        assertThat(reply.body().getObject("allowed_mentions").getArray("parse").isEmpty())
                .isTrue();
        assertThat(reply.text()).doesNotContain("About <@").doesNotContain(" @everyone");
    }

    @Test
    void findsInsightsRelatedToAnyMessage() {
        Said reply = talk.does(FakeInteractions.about("What do we do about compute?"))
                .getFirst();

        assertThat(reply.alone()).isTrue();
        assertThat(reply.words()).contains("About What do we do about compute?");
    }

    @Test
    void saysSoWhenAMessageHasNoWords() {
        assertThat(talk.does(FakeInteractions.about(" ")).getFirst().words()).contains("no words to look for");
    }

    @Test
    void letsOnlyThoseWhoManageTheServerChangeAChannel() {
        assertThat(talk.does(byVisitor(slash("briefcast schedule", option("at", "9"))))
                        .getFirst()
                        .words())
                .contains("Only people who manage this channel");
        assertThat(talk.types("briefcast schedule", option("at", "9")).words()).contains("Scheduled #briefs");
    }

    @Test
    void saysWhichRightsAreMissingWhereBeforeAChannelIsScheduled() {
        assertThat(talk.does(in(FakeServer.QUIET, slash("briefcast schedule", option("at", "9"))))
                        .getFirst()
                        .words())
                .contains("lacks these rights in #quiet: Send Messages");
    }

    @Test
    void saysSoWhenSomethingBreaks() {
        Said reply = talk.types("briefcast break");

        assertThat(reply.alone()).isTrue();
        assertThat(reply.words()).contains("Something went wrong on our side").doesNotContain("a bug");
    }

    @Test
    void saysItsOwnTextsInThePersonsLanguage() {
        assertThat(talk.does(FakeInteractions.speaking("de", slash("briefcast break")))
                        .getFirst()
                        .words())
                .contains("schiefgegangen");
        assertThat(talk.does(FakeInteractions.speaking("es-419", slash("briefcast break")))
                        .getFirst()
                        .words())
                .contains("Algo");
        assertThat(talk.does(FakeInteractions.speaking("ja", slash("briefcast break")))
                        .getFirst()
                        .words())
                .contains("Something went wrong");
    }

    @Test
    void tellsWithEveryPressWhetherThePresserManagesTheServer() {
        String id = Conversation.button(talk.types("insights", option("topic", "chips")), "Share");

        assertThat(talk.does(FakeInteractions.press(id)).getFirst().words()).contains("Shared by Ada, a manager");
        assertThat(talk.does(byVisitor(FakeInteractions.press(id))).getFirst().words())
                .contains("Shared by Bob, a visitor");
    }

    @Test
    void acknowledgesBeforeItKnowsTheAnswer() {
        DataObject asked = slash("briefcast wait");
        talk.discord.interact(0, asked);
        talk.discord.await(() -> acknowledged(asked));

        assertThat(acknowledged(asked)).isTrue();
        assertThat(talk.discord.answers(asked.getString("token"))).isEmpty();
    }

    @Test
    void answersNobodyTwiceWhoseAcknowledgementWasNotTaken() {
        DataObject late = slash("brief").put("token", "token-that-discord-forgot");
        talk.discord.gateway().dispatch(0, "INTERACTION_CREATE", late);

        assertThat(talk.types("brief").words()).contains("Brief for");
        assertThat(talk.discord.answers("token-that-discord-forgot")).isEmpty();
    }

    @Test
    void answersNobodyWhoseQuestionItHeardTooLate() {
        talk.discord.atNextAcknowledgement(new Fault.Meanwhile(() -> talk.discord.pass(Duration.ofSeconds(4))));
        DataObject late = slash("brief");
        talk.discord.interact(0, late);
        talk.discord.await(() -> acknowledged(late));

        assertThat(talk.types("brief").words()).contains("Brief for");
        assertThat(talk.discord.answers(late.getString("token"))).isEmpty();
    }

    @Test
    void goesOnWhenAnAnswerComesSoLateThatDiscordTakesItNoMore() {
        DataObject asked = slash("briefcast wait");
        talk.discord.interact(0, asked);
        talk.discord.await(() -> acknowledged(asked));
        talk.discord.pass(Duration.ofMinutes(16));
        slow.countDown();
        talk.discord.await(() -> answered(asked));

        assertThat(answered(asked)).isTrue();
        assertThat(talk.discord.answers(asked.getString("token"))).isEmpty();
        assertThat(talk.types("brief").words()).contains("Brief for");
    }

    @Test
    void answersWhenItsAcknowledgementWasTakenAndAGatewayGaveUp() {
        talk.discord.atNextAcknowledgement(new Fault.AcceptThenStatus(502));
        Said shown = talk.types("insights", option("topic", "chips"));
        talk.discord.atNextAcknowledgement(new Fault.AcceptThenDrop());

        List<Said> pressed = talk.does(pressed(shown, "Less"), 2);

        assertThat(shown.alone()).isTrue();
        assertThat(shown.words()).contains("About chips");
        assertThat(pressed).extracting(Said::kind).containsExactly(Kind.MESSAGE, Kind.REPLACEMENT);
    }

    @Test
    void letsOnlyThoseWhomTheOperatorNamesChangeTheShowsThatAllServersShare() {
        try (Conversation other = new Conversation(
                List.of(
                        command("briefcast shows add", true, List.of(), request -> "Added"),
                        command("briefcast schedule", true, List.of(), request -> "Scheduled")),
                List.of(button(
                        "remove",
                        press -> Answer.toAsker(said(press.asker().managesWorkspace() ? "Removed" : "Refused")))),
                Set.of(FakeServer.BOB))) {
            assertThat(other.types("briefcast schedule").words()).contains("Scheduled");
            assertThat(other.types("briefcast shows add").words()).contains("Only people who manage");
            assertThat(other.does(FakeInteractions.press("remove:1~"))
                            .getFirst()
                            .words())
                    .contains("Refused");
            assertThat(other.does(byVisitor(slash("briefcast shows add")))
                            .getFirst()
                            .words())
                    .contains("Added");
            assertThat(other.does(byVisitor(slash("briefcast schedule")))
                            .getFirst()
                            .words())
                    .contains("Scheduled");
            assertThat(other.does(byBobAlone(FakeInteractions.press("remove:1~")))
                            .getFirst()
                            .words())
                    .contains("Removed");
        }
    }

    private static DataObject byBobAlone(DataObject interaction) {
        return inConversation(interaction).put("user", FakeServer.user(FakeServer.BOB));
    }

    @Test
    void answersWhileSomethingElseTakesLong() {
        talk.discord.interact(0, slash("briefcast wait"));

        assertThat(talk.types("brief").words()).contains("Brief for");
    }

    @Test
    void answersWithoutPicturesThatDiscordCannotLoad() {
        talk.discord.refuseImages();

        assertThat(talk.types("insights", option("topic", "chips")).words())
                .contains("About chips")
                .doesNotContain("a.png");
    }

    private static DataObject pressed(Said shown, String label) {
        return FakeInteractions.press(shown, Conversation.button(shown, label));
    }

    private static DataObject listed() {
        DataArray components = DataArray.empty();
        // So many that their buttons are lists.
        Message message = new Message("Many", Collections.nCopies(8, Cards.card(1, "Claim", "", "Quote")));
        DiscordRenderer.complete(new DiscordMentions())
                .render(message)
                .forEach(component -> components.add(((SerializableData) component).toData()));
        return DataObject.empty().put("components", components);
    }

    private boolean answered(DataObject asked) {
        String end = "/%s/messages/@original".formatted(asked.getString("token"));
        return talk.discord.calls().stream().anyMatch(call -> call.is("PATCH", end));
    }

    private boolean acknowledged(DataObject asked) {
        String end = "/%s/callback".formatted(asked.getString("token"));
        return talk.discord.calls().stream().anyMatch(call -> call.is("POST", end));
    }

    private String waited() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "Waited";
    }
}
