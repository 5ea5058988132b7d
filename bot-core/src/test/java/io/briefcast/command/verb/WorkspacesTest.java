package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Asker;
import io.briefcast.command.CommandSpec.Kind;
import io.briefcast.command.Place;
import io.briefcast.command.Question;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.delivery.Installation;
import io.briefcast.message.Message;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.store.JdbcInstallations;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cleo and Dan, each in a workspace that installed the bot by itself; Ada with the list of the installation. */
class WorkspacesTest extends Dialogue {
    private static final Asker CLEO = asker("T1", "Cleo");
    private static final Asker DAN = asker("T2", "Dan");

    private Show cleos;
    private Show dans;

    private static Asker asker(String workspace, String name) {
        return new Asker("slack", workspace, "u3", name, true, true, BERLIN, Locale.ENGLISH);
    }

    @BeforeEach
    void install() {
        for (String workspace : List.of("T1", "T2")) {
            new JdbcInstallations(store.database())
                    .save(new Installation("slack", workspace, "B", "U", "sealed", Optional.empty(), NOON));
        }
        show("The Rack", "Rents fall");
        cleos = show(CLEO.home(), "Open Grid", "Rents rise with power");
        dans = show(DAN.home(), "Board Room", "Rents of our rival double");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/briefcast shows list",
                "/briefcast shows export",
                "/briefcast status",
                "/brief",
                "/insights rents",
                "/insights rents show:\"Board Room\"",
                "/briefcast shows remove board",
                "/briefcast shows backfill board",
                "/briefcast shows reread board",
                "/briefcast topics mute Bored Room kind:show",
                "/briefcast subscribe shows:\"Bored Room\""
            })
    void nobodySaysAnythingOfTheShowsOfAnother(String command) {
        trouble(dans);

        for (Asker other : List.of(CLEO, ADA)) {
            assertThat(say(other, CHANNEL, command).replace("'Board Room'", "").replace("'Bored Room'", ""))
                    .isNotEmpty()
                    .doesNotContain("Board Room", "board-room", "rival", "It is gone.");
        }
        assertThat(say(CLEO, CHANNEL, "/briefcast shows list")).contains("The Rack", "Open Grid");
        assertThat(say(DAN, CHANNEL, "/briefcast shows list"))
                .contains("The Rack", "Board Room")
                .doesNotContain("Open Grid");
    }

    private void trouble(Show show) {
        FeedState state = ports.shows().state(show.id());
        ports.shows()
                .update(new FeedState(
                        show.id(),
                        state.etag(),
                        state.lastModified(),
                        FeedState.NEVER,
                        Optional.of(NOON),
                        3,
                        Optional.of("It is gone."),
                        state.move(),
                        state.pace(),
                        state.source()));
    }

    @Test
    void everybodySeesTheirOwn() {
        assertThat(say(DAN, CHANNEL, "/brief")).contains("Rents fall", "rival").doesNotContain("power");
        assertThat(say(DAN, CHANNEL, "/insights rents")).contains("rival");
        assertThat(say(CLEO, CHANNEL, "/brief")).contains("Rents fall", "power");
        assertThat(say(ADA, CHANNEL, "/brief")).contains("Rents fall").doesNotContain("power");
    }

    @Test
    void whatIsRelatedIsFromOnesOwnShows() {
        assertThat(press(DAN, "related:rents-fall")).contains("rival").doesNotContain("power");
        assertThat(press(CLEO, "related:rents-fall")).contains("power").doesNotContain("rival");
        assertThat(press(ADA, "related:rents-fall")).contains("No other show");
    }

    @ParameterizedTest
    @ValueSource(strings = {"related:", "open:", "why:", "save:", "more:"})
    void noButtonLeadsToAnInsightOfAnother(String verb) {
        String insight = verb + id("Rents of our rival double");

        assertThat(press(CLEO, insight)).contains("That insight is gone").doesNotContain("rival");
        assertThat(press(DAN, insight)).doesNotContain("That insight is gone");
    }

    @Test
    void noButtonChangesAShowOfAnother() {
        trouble(dans);

        assertThat(press(CLEO, "again:" + dans.id())).contains("not followed any more");
        assertThat(press(CLEO, "remove:" + dans.id())).contains("not followed any more");
        assertThat(press(CLEO, "aside:" + dans.id())).contains("a show that is gone");
        assertThat(press(DAN, "again:" + dans.id())).contains("Board Room is asked once more");
    }

    @Test
    void nobodyHasTheShowsOfAnotherReadAgain() {
        for (String headline : List.of("Rents fall", "Rents rise with power", "Rents of our rival double")) {
            readBy("the rival's reader", headline);
        }
        assertThat(say(CLEO, CHANNEL, "/briefcast status")).contains("read 2 episodes");

        assertThat(say(CLEO, CHANNEL, "/briefcast shows reread")).contains("none reads 2 episodes again");

        assertThat(ports.episodes().reading("e-rents-of-our-rival-double"))
                .map(Reading::state)
                .contains(Reading.State.READ);
        assertThat(say(ADA, CHANNEL, "/briefcast status")).contains("Waiting to be read again: 1 episode\n");
        assertThat(say(DAN, CHANNEL, "/briefcast shows reread")).contains("none reads 1 episode again");
    }

    @Test
    void optionsAreCompletedFromOnesOwnShows() {
        for (String user : List.of("u4", "u5")) {
            Asker colleague = new Asker("slack", "T2", user, "Eve", false, false, BERLIN, Locale.ENGLISH);
            say(colleague, new Place("T2/" + user, "you", true), "/briefcast topics follow takeover");
        }
        var vocabulary = new KnownVocabulary(
                ports.shows(),
                ports.lists(),
                ports.insights(),
                ports.subscriptions(),
                ports.showDesk(),
                ports.aliases(),
                clock::now,
                Runnable::run);

        assertThat(vocabulary.matching(Kind.SHOW, "", CLEO, 9)).containsExactly("Open Grid", "The Rack");
        assertThat(vocabulary.matching(Kind.SHOW, "", DAN, 9)).containsExactly("Board Room", "The Rack");
        assertThat(vocabulary.matching(Kind.SHOW, "", ADA, 9)).containsExactly("The Rack");
        assertThat(vocabulary.matching(Kind.TOPIC, "take", DAN, 9)).containsExactly("takeover");
        assertThat(vocabulary.matching(Kind.TOPIC, "take", CLEO, 9)).isEmpty();
        assertThat(vocabulary.matching(Kind.TOPIC, "take", ADA, 9)).isEmpty();
    }

    @Test
    void theStatusCountsTheBriefsOfOnesOwnWorkspace() {
        for (Asker asker : List.of(CLEO, DAN, ADA)) {
            say(asker, new Place(asker.directAddress(), "you", true), "/briefcast subscribe at:9:00");
        }
        due(DAN, Delivery.State.DEAD);
        due(ADA, Delivery.State.PENDING);

        assertThat(say(CLEO, CHANNEL, "/briefcast status")).contains("No brief was due yet today.");
        assertThat(say(DAN, CHANNEL, "/briefcast status")).contains("Briefs today: 1 failed");
        assertThat(say(ADA, CHANNEL, "/briefcast status")).contains("Briefs today: 1 waiting\n");
    }

    private void due(Asker asker, Delivery.State state) {
        var order = ports.subscriptions().ofAudience(asker.id()).getFirst();
        Delivery pending = Delivery.pending(
                new DeliveryKey(order.id(), LocalDate.of(2026, 3, 9)),
                asker.id(),
                asker.platform(),
                asker.directAddress(),
                new Message("Your brief", List.of()),
                NOON.minus(Duration.ofHours(1)));
        ports.deliveries().add(state == Delivery.State.PENDING ? pending : pending.unsent(state, "told off"));
    }

    @Test
    void whatIsSavedOfAShowThatAWorkspaceLeftOutKeepsItsHeadline() {
        press(CLEO, "save:rents-rise-with-power");
        ports.lists().follow(DAN.home(), cleos, FeedState.untried(cleos.id(), NOON));

        press(CLEO, "remove:" + cleos.id());

        assertThat(say(CLEO, CHANNEL, "/briefcast saved"))
                .contains("Rents rise with power")
                .doesNotContain("[Rents");
        assertThat(say(CLEO, CHANNEL, "/briefcast saved as:markdown"))
                .contains("Rents rise with power")
                .doesNotContain("Open Grid", "um.");
    }

    @Test
    void aShowOfTwoWorkspacesGoesWithTheLastOfThem() {
        web.put("https://board-room.example/feed", "<rss><channel><title>Board Room</title></channel></rss>");
        assertThat(say(CLEO, CHANNEL, "/briefcast shows add https://board-room.example/feed"))
                .contains("Following Board Room from now on");
        assertThat(say(CLEO, CHANNEL, "/brief")).contains("rival");

        remove(DAN, "Board Room");

        assertThat(say(DAN, CHANNEL, "/brief")).doesNotContain("rival");
        assertThat(say(CLEO, CHANNEL, "/brief")).contains("rival");
        remove(CLEO, "Board Room");
        assertThat(ports.shows().find(dans.id())).isEmpty();
        assertThat(ports.insights().find(id("Rents of our rival double"))).isEmpty();
    }

    @Test
    void aWorkspaceLeavesOutForItselfWhatTheInstallationOffers() {
        remove(CLEO, "The Rack");

        assertThat(say(CLEO, CHANNEL, "/briefcast shows list")).doesNotContain("The Rack");
        assertThat(say(DAN, CHANNEL, "/briefcast shows list")).contains("The Rack");
        assertThat(say(ADA, CHANNEL, "/briefcast shows list")).contains("The Rack");
    }

    private void remove(Asker asker, String title) {
        var question = answer(asker, CHANNEL, "/briefcast shows remove " + title);
        assertThat(text(pressed(asker, CHANNEL, button(question, "Stop following"))))
                .contains(title + " is not followed any more");
    }

    @Test
    void aWorkspaceThatLeavesTakesItsShowsAlong() {
        ports.scheduleDesk().eraseTenant("slack", "T2");

        assertThat(ports.shows().all()).extracting(Show::title).containsExactly("Open Grid", "The Rack");
        assertThat(say(CLEO, CHANNEL, "/briefcast shows list")).contains("The Rack", "Open Grid");
    }

    @Test
    void whoManagesAChannelSchedulesItsPostsAndChangesNoShows() {
        Asker maker = new Asker("slack", "T1", "u8", "Gus", true, false, BERLIN, Locale.ENGLISH);
        Place direct = new Place("T1/D8", "you", true);

        assertThat(say(maker, CHANNEL, "/briefcast schedule at:9:00")).contains("gets a post");
        for (String command : List.of(
                "shows add https://x.example/",
                "shows remove rack",
                "shows import technology",
                "shows backfill rack",
                "shows reread",
                "shows reread rack")) {
            for (Place place : List.of(CHANNEL, direct)) {
                assertThat(say(maker, place, "/briefcast " + command))
                        .as("%s in %s", command, place.name())
                        .contains("Only people who manage this workspace");
            }
        }
        for (String button : List.of("remove:" + dans.id(), "aside:" + dans.id(), "page:" + question())) {
            assertThat(text(pressed(maker, direct, button))).contains("Only people who manage this workspace");
        }
        assertThat(say(CLEO, direct, "/briefcast shows remove rack")).contains("Stop following The Rack");
    }

    /** As the buttons under several shows of one name carry it. */
    private String question() {
        var question = new Question("briefcast shows add", Map.of("show", "https://x.example/feed"));
        ports.questions().remember(question);
        return question.id();
    }
}
