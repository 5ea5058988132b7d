package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.adapter.slack.FakeSlack.Reply;
import io.briefcast.command.Answer;
import io.briefcast.command.Button;
import io.briefcast.command.Command;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.CommandSpec;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.CommandSpec.Option;
import io.briefcast.command.Press;
import io.briefcast.command.Right;
import io.briefcast.message.Action;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlackCommandsTest {
    private final CountDownLatch slow = new CountDownLatch(1);
    private final Conversation talk = new Conversation(
            List.of(
                    command(
                            "brief",
                            false,
                            request -> "Brief for " + request.asker().name() + " in "
                                    + request.asker().zone() + " at "
                                    + request.place().address()),
                    command(
                            "insights",
                            false,
                            request -> "About " + request.option("topic").orElse("nothing")),
                    command(
                            "briefcast schedule",
                            true,
                            request -> "Scheduled " + request.place().name()),
                    command("briefcast shows add", true, request -> "Following it"),
                    command("briefcast break", false, request -> {
                        throw new IllegalStateException("a bug");
                    }),
                    command("briefcast wait", false, request -> waited())),
            List.of(
                    button(
                            "share",
                            press -> Answer.toEverybody(
                                    said("Shared by " + press.asker().name()))),
                    button(
                            "vote",
                            press -> Answer.toAsker(said("Voted")).labelled(Map.of(press.actionId(), "Voted ✓"))),
                    button("more", press -> Answer.replacing(said("More of " + press.actionId()))),
                    button("why", press -> Answer.toAsker(said("Because of " + press.messageId())))));

    @BeforeEach
    void meet() {
        talk.slack.person("U0ADA", "Ada", "Europe/Berlin", false);
        talk.slack.person("U0BOSS", "Bo", "America/New_York", true);
    }

    @AfterEach
    void close() {
        slow.countDown();
        talk.close();
    }

    @Test
    void answersOnlyThePersonWhoAsks() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/brief").getFirst();

        assertThat(reply.type()).isEqualTo("ephemeral");
        assertThat(reply.text()).contains("Brief for Ada in Europe/Berlin at T0TEAM/C0BRIEFS");
    }

    @Test
    void addressesAPersonInADirectConversation() {
        Reply reply = talk.types("U0ADA", "D0WITHBO", "/brief").getFirst();

        assertThat(reply.text()).contains("at T0TEAM/U0ADA");
    }

    @Test
    void sharesToTheChannelAndSaysWhoDid() {
        Reply reply =
                talk.types("U0ADA", "C0BRIEFS", "/insights compute strategy").getFirst();

        Reply shared = talk.presses("U0BOSS", "C0BRIEFS", reply, "Share").getFirst();

        assertThat(shared.type()).isEqualTo("in_channel");
        assertThat(shared.text()).contains("Shared by Bo");
    }

    @Test
    void showsOnAMessageOfOnesOwnWhatWasChosenThere() {
        Reply reply = talk.types("U0ADA", "D0ADA", "/insights chips").getFirst();

        List<Reply> answers = talk.presses("U0ADA", "D0ADA", reply, "Vote", 2);

        assertThat(answers.getFirst().text()).contains("Voted");
        Reply relabelled = answers.getLast();
        assertThat(relabelled.body().get("replace_original").getAsBoolean()).isTrue();
        assertThat(relabelled.body().has("response_type")).isFalse();
        assertThat(relabelled.text())
                .contains("About chips", "\"text\":\"Voted ✓\"", "\"text\":\"Share\"")
                .doesNotContain("\"text\":\"Vote\"");
    }

    @Test
    void keepsAChoiceToItselfWhereOthersSeeTheMessage() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/insights chips").getFirst();
        reply.body().addProperty("response_type", "in_channel");

        talk.presses("U0ADA", "C0BRIEFS", reply, "Vote");
        talk.types("U0ADA", "C0BRIEFS", "/brief");

        assertThat(talk.slack.replies())
                .noneMatch(answer -> answer.body().get("replace_original").getAsBoolean());
    }

    @Test
    void replacesTheMessageUnderAVote() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/insights chips").getFirst();

        Reply replaced = talk.presses("U0ADA", "C0BRIEFS", reply, "More").getFirst();

        assertThat(replaced.body().get("replace_original").getAsBoolean()).isTrue();
        assertThat(replaced.text()).contains("More of more:4f0c");
    }

    @Test
    void saysNothingWhenALinkIsOpened() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/insights chips").getFirst();

        assertThat(talk.presses("U0ADA", "C0BRIEFS", reply, "Listen")).isEmpty();
    }

    @Test
    void readsWhatSlackEscapesAsItWasMeant() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/insights R&amp;D &lt;3 <https://example.org/x|example>")
                .getFirst();

        assertThat(reply.text()).contains("About R&amp;D &lt;3 https://example.org/x");
    }

    @Test
    void findsInsightsRelatedToAnyMessage() {
        Reply reply = talk.asksAbout("U0ADA", "C0OTHER", "*What* do we do about <https://x.example|compute>?")
                .getFirst();

        assertThat(reply.type()).isEqualTo("ephemeral");
        assertThat(reply.text()).contains("About What do we do about ?");
    }

    @Test
    void letsOnlyThoseWhoMayManageAChannelChangeIt() {
        talk.slack.person("U0NAMED", "Ned", "Europe/Berlin", false);
        talk.slack.person("U0MAKER", "Mia", "Europe/Berlin", false);
        talk.slack.created("C0BRIEFS", "U0MAKER");

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/briefcast schedule 9")
                        .getFirst()
                        .text())
                .contains("Only people who manage this channel");
        for (String allowed : List.of("U0BOSS", "U0NAMED", "U0MAKER")) {
            assertThat(talk.types(allowed, "C0BRIEFS", "/briefcast schedule 9")
                            .getFirst()
                            .text())
                    .contains("Scheduled #briefs");
        }
    }

    @Test
    void letsWhoMadeAChannelChangeNoShowsOfTheWorkspace() {
        assertThat(added("U0MAKER")).contains("Only people who manage this workspace");
        assertThat(added("U0ADA")).contains("Only people who manage this workspace");
        assertThat(added("U0BOSS")).contains("Following it");
        assertThat(added("U0NAMED")).contains("Following it");
    }

    private String added(String user) {
        return talk.types(user, "C0BRIEFS", "/briefcast shows add x").getFirst().text();
    }

    @Test
    void takesAnAdminOfAnotherWorkspaceForNoAdminHere() {
        talk.slack.stranger("U0BOSS");

        assertThat(talk.types("U0BOSS", "C0BRIEFS", "/briefcast schedule 9")
                        .getFirst()
                        .text())
                .contains("Only people who manage this channel");
    }

    @Test
    void remembersForAMinuteThatSlackDoesNotSayWhoMadeAChannel() {
        talk.types("U0ADA", "C0SECRET", "/brief");
        talk.types("U0ADA", "C0SECRET", "/brief");

        assertThat(talk.slack.calls("conversations.info")).hasSize(1);
    }

    @Test
    void remembersForAMinuteWhoSomebodyIs() {
        talk.types("U0BOSS", "C0BRIEFS", "/briefcast schedule 9");
        talk.slack.person("U0BOSS", "Bo", "America/New_York", false);
        talk.types("U0BOSS", "C0BRIEFS", "/briefcast schedule 9");
        assertThat(talk.slack.calls("users.info")).hasSize(1);

        talk.clock.advance(SlackPeople.MEMORY);

        assertThat(talk.types("U0BOSS", "C0BRIEFS", "/briefcast schedule 9")
                        .getFirst()
                        .text())
                .contains("Only people who manage this channel");
    }

    @Test
    void saysSoWhenSomethingBreaks() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/briefcast break now").getFirst();

        assertThat(reply.type()).isEqualTo("ephemeral");
        assertThat(reply.text()).contains("Something went wrong on our side").doesNotContain("a bug");
    }

    @Test
    void acknowledgesWhileSomethingElseTakesLong() {
        String waiting = talk.typed("U0BOSS", "C0OTHER", "/briefcast wait long");

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/brief")).hasSize(1);

        assertThat(talk.slack.replies(waiting)).isEmpty();
        slow.countDown();
        assertThat(talk.replies(waiting).getFirst().text()).contains("Waited");
    }

    @Test
    void acknowledgesWhileSlackItselfAnswersNothing() {
        talk.slack.hold();

        String waiting = talk.typed("U0ADA", "C0BRIEFS", "/brief");

        assertThat(talk.slack.replies(waiting)).isEmpty();
        talk.slack.release();
        assertThat(talk.replies(waiting)).hasSize(1);
    }

    @Test
    void answersWhenSlackDoesNotSayWhoseTokenItIs() {
        talk.slack.misbehave(new Fault.Refusal("internal_error"));

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/brief")).hasSize(1);
        assertThat(talk.types("U0ADA", "C0BRIEFS", "/brief")).hasSize(1);
        assertThat(talk.slack.calls("auth.test")).isEmpty();
    }

    @Test
    void saysHowToInstallItWhereItIsNotInstalled() {
        talk.uninstall();

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/brief").getFirst().text())
                .contains("not installed", Conversation.INSTALL.toString());
        assertThat(talk.types("U0ADA", "C0BRIEFS", "/briefcast schedule")
                        .getFirst()
                        .text())
                .contains("not installed", Conversation.INSTALL.toString());
    }

    @Test
    void saysThatThereIsTooMuchToDoUnderAButtonAsWell() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/insights chips").getFirst();
        for (int i = 0; i < SlackWork.AT_ONCE; i++) {
            talk.typed("U0BOSS", "C0OTHER", "/briefcast wait long");
        }

        assertThat(talk.presses("U0ADA", "C0BRIEFS", reply, "Why").getFirst().text())
                .contains("too much to do");
    }

    @Test
    void answersWithoutRightsWhenSlackDoesNotSayWhoAsks() {
        talk.slack.takeScope("users:read");

        assertThat(talk.types("U0BOSS", "C0BRIEFS", "/briefcast schedule 9")
                        .getFirst()
                        .text())
                .contains("Only people who manage this channel");
    }

    @Test
    void answersWithoutPicturesThatSlackCannotLoad() {
        talk.slack.refuseImages();

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/insights chips").getFirst().text())
                .contains("About chips")
                .doesNotContain("image_url");
    }

    @Test
    void answersAgainWhenSlackDoesNotTakeAnAnswerAtOnce() {
        talk.slack.misbehaveOnReply(new Fault.Status(503, Map.of()));

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/brief")).hasSize(1);
    }

    @Test
    void showsNothingTwiceWhenTheConnectionBreaksAfterAnAnswer() {
        Reply reply = talk.types("U0ADA", "C0BRIEFS", "/insights chips").getFirst();
        talk.slack.misbehaveOnReply(new Fault.AcceptThenDrop());
        String id = talk.presses("U0ADA", "C0BRIEFS", reply, "Share").getFirst().id();

        talk.types("U0ADA", "C0BRIEFS", "/brief");

        assertThat(talk.slack.replies(id)).hasSize(1);
    }

    @Test
    void staysConnectedWhenSlackAsksForANewConnection() {
        talk.slack.socket().announceRefresh();
        talk.slack.socket().connection();

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/brief")).hasSize(1);
    }

    @Test
    void comesBackAfterABadAnswerDuringAReconnect() {
        talk.slack.misbehave(new Fault.Refusal("internal_error"));
        talk.slack.socket().breakAll();
        talk.looksAfterItsConnection();
        talk.looksAfterItsConnection();
        talk.slack.socket().connection();

        assertThat(talk.types("U0ADA", "C0BRIEFS", "/brief")).hasSize(1);
    }

    private String waited() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "Waited";
    }

    private static Message said(String words) {
        return new Message(words, List.of(new Block.Paragraph(words)));
    }

    private static Button button(String verb, Function<Press, Answer> press) {
        return new Button() {
            @Override
            public String verb() {
                return verb;
            }

            @Override
            public Answer press(Press pressed, String argument) {
                return press.apply(pressed);
            }
        };
    }

    private static Command command(String path, boolean adminOnly, Function<CommandRequest, String> says) {
        Right right = !adminOnly ? Right.NONE : path.startsWith("briefcast shows ") ? Right.WORKSPACE : Right.PLACE;
        CommandSpec spec = new CommandSpec(
                path, "Does it", List.of(Option.optional("topic", "What about", Kind.TOPIC)), "/" + path, right);
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
                                new Block.Image(URI.create("https://example.org/a.png"), "A picture"),
                                new Block.Buttons(List.of(
                                        Action.press("share:1", "Share"),
                                        Action.press("more:4f0c", "More"),
                                        Action.press("vote:4f0c", "Vote"),
                                        Action.press("why:4f0c", "Why"),
                                        Action.open("listen:1", "Listen", URI.create("https://example.org/e")))))));
            }
        };
    }
}
