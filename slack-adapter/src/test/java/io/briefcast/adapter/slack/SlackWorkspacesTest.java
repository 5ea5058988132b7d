package io.briefcast.adapter.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.briefcast.adapter.slack.FakeSlack.Reply;
import io.briefcast.command.verb.Dialogue;
import io.briefcast.command.verb.KnownVocabulary;
import io.briefcast.delivery.DeliveryException;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Block;
import io.briefcast.message.Message;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.Tenant;
import io.briefcast.store.JdbcInstallations;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cleo and Dan, each in a workspace that installed the same bot. */
class SlackWorkspacesTest extends Dialogue {
    private static final String EAST = "T0EAST";
    private static final String WEST = "T0WEST";
    private static final String CLEO = "U0CLEO";
    private static final String DAN = "U0DAN";

    private TestClock time;
    private FakeSlack slack;
    private ManyWorkspaces many;
    private Conversation east;
    private Conversation west;

    @BeforeEach
    void install() {
        time = new TestClock(NOON);
        slack = new FakeSlack(time);
        many = new ManyWorkspaces(slack, time, new JdbcInstallations(store.database()), ports.scheduleDesk());
        SlackClient client = SlackClient.of(slack.api());
        Conversation.commands(
                        commands.commands(),
                        commands.buttons(),
                        vocabulary(),
                        client,
                        many.installations,
                        many.work,
                        time)
                .register(many.app);
        east = workspace(EAST, "C0EAST", CLEO, "Cleo");
        west = workspace(WEST, "C0WEST", DAN, "Dan");
        show("The Rack", "Rents fall");
        show(new Tenant("slack", EAST), "Open Grid", "Turbines get dear");
        show(new Tenant("slack", WEST), "Board Room", "Rival doubles its rents");
    }

    private Conversation workspace(String team, String channel, String person, String name) {
        many.install(team, "xoxb-token-of-" + team);
        slack.addChannel(team, channel);
        slack.person(team, person, name, "Europe/Berlin", true);
        return new Conversation(slack, time, many, team);
    }

    private KnownVocabulary vocabulary() {
        return new KnownVocabulary(
                ports.shows(),
                ports.lists(),
                ports.insights(),
                ports.subscriptions(),
                ports.showDesk(),
                ports.aliases(),
                time,
                Runnable::run);
    }

    @AfterEach
    void part() {
        many.close();
        slack.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/brief",
                "/insights rents",
                "/briefcast shows list",
                "/briefcast shows export",
                "/briefcast topics list",
                "/briefcast settings",
                "/briefcast saved",
                "/briefcast status",
                "/briefcast privacy export"
            })
    void nothingOfOneIsInAnAnswerToTheOther(String command) {
        live(east, CLEO, "C0EAST", "Turbines get dear", "turbines");

        String dans = words(west.types(DAN, "C0WEST", command).getFirst());

        assertThat(dans)
                .isNotEmpty()
                .doesNotContainIgnoringCase("Open Grid", "open-grid", "turbines", "C0EAST", CLEO, "Cleo");
    }

    @Test
    void everybodyGetsTheirOwn() {
        live(east, CLEO, "C0EAST", "Turbines get dear", "turbines");
        live(west, DAN, "C0WEST", "Rival doubles its rents", "rival");

        assertThat(cleo("/brief")).contains("Turbines").doesNotContainIgnoringCase("rival");
        assertThat(dan("/brief")).contains("Rival").doesNotContainIgnoringCase("turbines");
        assertThat(cleo("/briefcast topics list")).contains("turbines").doesNotContainIgnoringCase("rival");
        assertThat(dan("/briefcast topics list")).contains("rival").doesNotContainIgnoringCase("turbines");
        assertThat(cleo("/briefcast shows list"))
                .contains("The Rack", "Open Grid")
                .doesNotContainIgnoringCase("Board Room");
        assertThat(dan("/briefcast saved")).containsIgnoringCase("rival").doesNotContainIgnoringCase("turbines");
    }

    /** Uses all there is: orders briefs, follows, votes and keeps. */
    private static void live(Conversation talk, String person, String channel, String headline, String topic) {
        talk.types(person, channel, "/briefcast schedule at:9:00 topics:" + topic);
        talk.types(person, channel, "/briefcast subscribe at:8:00");
        talk.types(person, channel, "/briefcast topics follow " + topic);
        Reply found = talk.types(person, channel, "/insights " + headline).getFirst();
        talk.presses(person, channel, found, "More like this");
        talk.presses(person, channel, found, "Save");
    }

    @Test
    void noButtonOfOneDoesAnythingForTheOther() {
        Reply cleos = east.types(CLEO, "C0EAST", "/insights turbines").getFirst();

        for (String label : List.of("More like this", "Save", "Related", "Why")) {
            assertThat(words(west.presses(DAN, "C0WEST", cleos, label).getFirst()))
                    .as(label)
                    .containsIgnoringCase("That insight is gone")
                    .doesNotContainIgnoringCase("turbines");
        }
    }

    @Test
    void theHomeTabsAreTheirOwn() {
        live(east, CLEO, "C0EAST", "Turbines get dear", "turbines");

        assertThat(words(east.opensHome(CLEO))).contains("Open Grid", "turbines");
        assertThat(words(west.opensHome(DAN)))
                .contains("The Rack", "Board Room", "You get no daily brief yet.")
                .doesNotContainIgnoringCase("Open Grid", "turbines");
    }

    @Test
    void formsOfferTheirOwnShows() {
        String field = "option\tbriefcast subscribe\tshows";

        assertThat(west.searches(DAN, field, "").toString())
                .contains("The Rack", "Board Room")
                .doesNotContainIgnoringCase("Open Grid");
    }

    @Test
    void noPostCrossesOver() throws DeliveryException {
        SlackPlatform platform = new SlackPlatform(
                SlackClient.of(slack.api()),
                many.installations,
                new SlackTurns(time, time),
                Duration.ofMinutes(1),
                time);
        DeliveryKey key = new DeliveryKey("s1", LocalDate.of(2026, 3, 9));
        Message words = new Message("Brief", List.of(new Block.Paragraph("Turbines get dear")));

        platform.post(EAST + "/C0EAST", key, words);
        assertThatThrownBy(() -> platform.post(EAST + "/C0WEST", key, words)).isInstanceOf(DeliveryException.class);
        assertThatThrownBy(() -> platform.post(EAST + "/" + DAN, key, words)).isInstanceOf(DeliveryException.class);

        assertThat(slack.posted())
                .filteredOn(post -> post.channel().startsWith("C0"))
                .hasSize(1);
    }

    @Test
    void whoeverUninstallsItErasesTheirOwnAndNothingElse() {
        live(east, CLEO, "C0EAST", "Turbines get dear", "turbines");
        live(west, DAN, "C0WEST", "Rival doubles its rents", "rival");
        String before = dan("/briefcast privacy export");

        many.says("app_uninstalled", EAST, time.instant());

        assertThat(ports.subscriptions().all())
                .extracting(order -> order.audience().home())
                .containsOnly(new Tenant("slack", WEST));
        assertThat(ports.shows().all()).extracting(Show::title).containsExactlyInAnyOrder("The Rack", "Board Room");
        assertThat(cleo("/brief")).containsIgnoringCase("not installed");
        assertThat(dan("/briefcast privacy export")).isEqualTo(before);
        assertThat(dan("/brief")).contains("Rival");

        many.install(EAST, "xoxb-another-token-of-" + EAST);
        assertThat(cleo("/briefcast saved")).doesNotContainIgnoringCase("turbines");
        assertThat(cleo("/briefcast privacy export")).doesNotContainIgnoringCase("turbines", "turbines-get-dear");
        assertThat(cleo("/briefcast shows list"))
                .containsIgnoringCase("The Rack")
                .doesNotContainIgnoringCase("Open Grid");
    }

    private String cleo(String command) {
        return words(east.types(CLEO, "C0EAST", command).getFirst());
    }

    private String dan(String command) {
        return words(west.types(DAN, "C0WEST", command).getFirst());
    }

    private static String words(Reply reply) {
        return words(reply.body());
    }

    private static String words(JsonObject shown) {
        return JsonParser.parseString(shown.toString().replace("\u200B", "")).toString();
    }
}
