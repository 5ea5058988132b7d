package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.CommandRequest;
import io.briefcast.command.Place;
import io.briefcast.command.Press;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Block;
import io.briefcast.message.Inline.Moment;
import io.briefcast.message.Message;
import io.briefcast.subscription.Audience;
import io.briefcast.subscription.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscribingTest extends Dialogue {
    @Test
    void aPersonSubscribesChangesPausesAndGoesOn() {
        assertThat(say("/briefcast subscribe 7:30 days:weekdays"))
                .contains("every", "7:30 (Europe/Berlin)", "up to 5 insights on everything")
                .contains("The next one comes on Tuesday, 10 March at 7:30.");

        assertThat(say("/briefcast subscribe count:3")).contains("on weekdays at 7:30", "up to 3 insights");

        assertThat(say("/briefcast pause")).contains("no more daily briefs");
        assertThat(say("/briefcast pause")).contains("nothing to stop");
        assertThat(ports.subscriptions().active()).isEmpty();

        assertThat(say("/briefcast resume")).contains("on weekdays at 7:30", "up to 3 insights", "Tuesday, 10 March");
        assertThat(ports.subscriptions().all()).hasSize(1);
    }

    @Test
    void settingsSayWhatComesAndOfferWhatCanBeDone() {
        assertThat(say("/briefcast settings")).contains("You get no daily brief yet.");

        say("/briefcast subscribe 7:30 days:weekdays");
        assertThat(say("/briefcast settings"))
                .contains("You get a direct message on weekdays at 7:30 (Europe/Berlin)")
                .contains("The next one comes on Tuesday, 10 March at 7:30.");
        assertThat(labels(answer(ADA, CHANNEL, "/briefcast settings")))
                .containsExactly("Pause", "Quiet for a week", "Stop");

        press(ADA, button(answer(ADA, CHANNEL, "/briefcast settings"), "Quiet for a week"));
        assertThat(say("/briefcast settings")).contains("No briefs until and including Monday, 16 March.");
        assertThat(labels(answer(ADA, CHANNEL, "/briefcast settings"))).containsExactly("Go on", "Stop");

        press(ADA, button(answer(ADA, CHANNEL, "/briefcast settings"), "Stop"));
        assertThat(say("/briefcast settings")).contains("Your daily brief is paused.");
        assertThat(labels(answer(ADA, CHANNEL, "/briefcast settings"))).containsExactly("Go on");
    }

    @Test
    void theNextOneIsAMomentThatReadersSeeByTheirOwnClock() {
        Answer answer = answer(ADA, CHANNEL, "/briefcast subscribe at:7:30");

        assertThat(answer.message().blocks())
                .filteredOn(Block.Paragraph.class::isInstance)
                .flatExtracting(block -> ((Block.Paragraph) block).parts())
                .contains(new Moment(
                        Instant.parse("2026-03-10T06:30:00Z"), Moment.Length.LONG, "Tuesday, 10 March at 7:30"));
    }

    @Test
    void aDirectMessageGoesWhereItWasAskedFor() {
        say(ADA, CHANNEL, "/briefcast subscribe");
        assertThat(order().audience().kind()).isEqualTo(Audience.Kind.PERSON);
        assertThat(order().audience().address()).isEqualTo("u1");

        say(ADA, DIRECT, "/briefcast subscribe at:9:00");

        assertThat(order().audience().address()).isEqualTo("d1");
        assertThat(order().audience().id()).isEqualTo(ADA.id());
    }

    @Test
    void aConversationThatIsKnownIsNotForgottenForTheBareIdOfThePerson() {
        say(ADA, DIRECT, "/briefcast subscribe");
        Place elsewhere = new Place(ADA.directAddress(), "your direct messages", true);

        say(ADA, elsewhere, "/briefcast subscribe count:3");

        assertThat(order().audience().address()).isEqualTo("d1");
        assertThat(order().interests().count()).isEqualTo(3);
    }

    @Test
    void whatWouldBeRefusedIsToldBeforeAndChangesNothing() {
        assertThat(refusal("briefcast resume", Map.of())).contains("never had a daily brief");
        assertThat(refusal("briefcast subscribe", Map.of("at", "25:00"))).contains("is no time of day");
        assertThat(refusal("briefcast subscribe", Map.of("at", "8:00"))).isEmpty();

        assertThat(ports.subscriptions().all()).isEmpty();
    }

    @Test
    void aButtonThatWouldBeRefusedIsToldBeforeAndChangesNothing() {
        say("/briefcast subscribe");
        Subscription stopped = order().activated(false);
        ports.subscriptions().save(stopped);

        assertThat(refusal(BOB, "resume:" + stopped.id())).contains("That brief is not yours to resume");
        assertThat(refusal(ADA, "unknown:1")).contains("from an older version");
        assertThat(refusal(ADA, "resume:" + stopped.id())).isEmpty();
        assertThat(refusal(BOB, "subscribe:" + stopped.id())).isEmpty();

        assertThat(ports.subscriptions().all()).containsExactly(stopped);
    }

    private String refusal(Asker asker, String actionId) {
        return router.refusal(new Press(asker, CHANNEL, actionId, "m1", NOON))
                .map(answer -> answer.message().title())
                .orElse("");
    }

    @Test
    void saysBeforehandWhatIsRefusedWhateverItsOptionsAre() {
        assertThat(beforehand(ADA, DIRECT, "briefcast schedule")).contains("channel posts are set up in their channel");
        assertThat(beforehand(BOB, CHANNEL, "briefcast schedule")).contains("Only people who manage this channel");
        assertThat(beforehand(BOB, CHANNEL, "briefcast shows add")).contains("Only people who manage this workspace");
        assertThat(beforehand(ADA, CHANNEL, "briefcast shows add")).isEmpty();
        assertThat(beforehand(BOB, CHANNEL, "briefcast subscribe")).isEmpty();
        assertThat(beforehand(ADA, CHANNEL, "briefcast nothing")).contains("There is no command");
    }

    private String beforehand(Asker asker, Place place, String path) {
        return router.refusalBeforehand(asker, place, path, NOON)
                .map(Dialogue::text)
                .orElse("");
    }

    private String refusal(String path, Map<String, String> options) {
        return router.refusal(new CommandRequest(ADA, CHANNEL, path, options, NOON))
                .map(answer -> answer.message().title())
                .orElse("");
    }

    @Test
    void aZoneThatNobodyNamedIsCalledAsOneTypesIt() {
        Asker somebody = new Asker("chat", "", "u9", "Somebody", true, true, ZoneOffset.UTC, Locale.ENGLISH);

        assertThat(say(somebody, CHANNEL, "/briefcast subscribe at:8:00")).contains("at 8:00 (UTC)");
        assertThat(catalogue.find("briefcast subscribe").orElseThrow().current(somebody, CHANNEL))
                .containsEntry("zone", List.of("UTC"));
        assertThat(say(somebody, CHANNEL, "/briefcast subscribe zone:UTC")).contains("at 8:00 (UTC)");
    }

    @Test
    void whoeverOrderedABriefThatWasSwitchedOffHearsItOnce() {
        say("/briefcast subscribe");
        Subscription order = order();
        Delivery lost = Delivery.pending(
                new DeliveryKey(order.id(), LocalDate.of(2026, 3, 8)),
                order.audience().id(),
                "chat",
                "u1",
                new Message("Brief", List.of()),
                NOON);
        ports.deliveries().add(lost.unsent(Delivery.State.DEAD, "the person takes no direct messages"));
        ports.subscriptions().save(order.activated(false));

        assertThat(say(BOB, CHANNEL, "/briefcast help")).doesNotContain("did not arrive");
        assertThat(say("/briefcast help"))
                .contains("Your brief did not arrive on Sunday, 8 March: the person takes no direct messages.")
                .contains("/briefcast resume goes on");
        assertThat(say("/briefcast help")).doesNotContain("did not arrive");
        assertThat(new SwitchedOff(ports.subscriptions(), ports.deliveries()).of(ADA))
                .as("after a restart")
                .isEmpty();
    }

    @Test
    void aWrongHourSaysWhichHoursThereAre() {
        assertThat(say("/briefcast subscribe at:25:00"))
                .contains("'25:00' is no time of day.")
                .contains("0:00 to 23:59")
                .contains("Example: /briefcast subscribe at:8:00");
        assertThat(ports.subscriptions().all()).isEmpty();
    }

    @Test
    void anUnknownZoneSuggestsTheNearest() {
        assertThat(say("/briefcast subscribe zone:Europe/Berlim")).contains("Did you mean Europe/Berlin");
        assertThat(say("/briefcast subscribe zone:Tokio")).contains("Asia/Tokyo");
        assertThat(say("/briefcast subscribe zone:qqqqqqqqqqqq")).contains("America/New_York");
        assertThat(say("/briefcast subscribe zone:new_york")).contains("America/New_York");
    }

    @Test
    void wrongDaysCountsAndShowsAreNamed() {
        show("The Rack");

        assertThat(say("/briefcast subscribe days:someday")).contains("names no weekdays", "mon,wed,fri");
        assertThat(say("/briefcast subscribe count:11")).contains("'11' is no number", "1 to 10");
        assertThat(say("/briefcast subscribe shows:\"The Rock\"")).contains("No show called", "Did you mean The Rack?");
        assertThat(say("/briefcast subscribe topics:\"🎉🎉\"")).contains("has no words in it");
        assertThat(say("/briefcast subscribe shows:rack")).contains("from The Rack");
    }

    @Test
    void aHolidayIsNamedWithTheDayAfter() {
        assertThat(say("/briefcast holiday 2w")).contains("nothing to keep quiet");
        say("/briefcast subscribe 8:00");

        assertThat(say("/briefcast holiday 2026-03-20"))
                .contains("until and including Friday, 20 March")
                .contains("Saturday, 21 March at 8:00");
        assertThat(say("/briefcast holiday yesterday")).contains("is no day");
        assertThat(say("/briefcast holiday 2026-03-01")).contains("is over");
        assertThat(say("/briefcast holiday off")).contains("The holiday is over.", "Tuesday, 10 March");
    }

    @Test
    void movingToAnotherZoneKeepsTheHourThere() {
        say("/briefcast subscribe 8pm");

        assertThat(say("/briefcast subscribe zone:Asia/Tokyo")).contains("20:00 (Asia/Tokyo)", "Tuesday, 10 March");
        assertThat(order().time().at()).isEqualTo(LocalTime.of(20, 0));
        assertThat(order().time().zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void whoManagesAChannelSchedulesItsPosts() {
        assertThat(say(BOB, CHANNEL, "/briefcast schedule at:9:00")).contains("Only people who manage this channel");

        assertThat(say("/briefcast schedule at:9:00 topics:\"compute strategy, power\" count:3"))
                .contains("#insights gets a post every day at 9:00")
                .contains("up to 3 insights on compute strategy, power");
        assertThat(order().owner()).isEqualTo(ADA.id());
        assertThat(order().name()).isEqualTo("#insights");

        assertThat(say("/briefcast unschedule")).contains("no more posts");
        assertThat(say("/briefcast unschedule")).contains("Nothing is scheduled");
        assertThat(say(ADA, DIRECT, "/briefcast schedule at:9:00")).contains("This is a direct message");
    }

    @Test
    void onlyTheOwnerPressesPause() {
        var answer = answer(ADA, CHANNEL, "/briefcast subscribe 8:00");
        String pause = button(answer, "Pause");

        assertThat(press(BOB, pause)).contains("not yours to pause");
        assertThat(press(ADA, pause)).contains("Paused");
        assertThat(press(ADA, pause)).contains("paused already");
        assertThat(press(ADA, "pause:gone")).contains("not yours to pause");
    }

    @Test
    void theButtonsOfAPersonsBriefKeepItQuietStopItAndGoOn() {
        say("/briefcast subscribe 8:00");
        String id = order().id();

        Answer week = pressed(ADA, DIRECT, "holiday:" + id);
        assertThat(text(week)).contains("until and including Monday, 16 March", "Tuesday, 17 March at 8:00");
        assertThat(week.labels()).as("would still say so after Go on").isEmpty();
        assertThat(press(ADA, button(week, "Go on"))).contains("It goes on: a brief every day", "Tuesday, 10 March");

        Answer stop = pressed(ADA, DIRECT, "stop:" + id);
        assertThat(text(stop)).contains("Stopped: no more briefs come.", "What you follow is kept");
        assertThat(stop.labels()).isEmpty();
        assertThat(press(ADA, "stop:" + id)).contains("stopped already");
        assertThat(press(ADA, "holiday:" + id)).contains("paused, so no briefs come anyway");
        assertThat(order().active()).isFalse();
        assertThat(press(ADA, button(stop, "Go on"))).contains("It goes on");
        assertThat(order().active()).isTrue();

        for (String verb : List.of("holiday", "stop", "resume")) {
            assertThat(press(BOB, verb + ":" + id)).as(verb).contains("That brief is not yours to");
        }
    }

    @Test
    void theButtonOfAChannelsBriefBringsTheSameByDirectMessage() {
        say("/briefcast schedule at:9:00 topics:power count:3");
        String channel = order().id();

        assertThat(press(BOB, "subscribe:" + channel))
                .contains("You get a direct message every day at 9:00", "3 insights on power", "Tuesday, 10 March");
        assertThat(ports.subscriptions().ofAudience(BOB.id()))
                .singleElement()
                .satisfies(own -> assertThat(own.audience().kind()).isEqualTo(Audience.Kind.PERSON));
        assertThat(press(BOB, "subscribe:" + channel)).contains("You get it already");
    }

    @Test
    void whoFollowedSomethingBeforeGetsThatAndOtherWorkspacesAreNoModel() {
        say("/briefcast schedule at:9:00 topics:power");
        String channel = order().id();
        say(BOB, CHANNEL, "/briefcast topics follow rents");
        Asker far = new Asker("slack", "T9", "u9", "Cleo", false, false, BERLIN, Locale.ENGLISH);

        assertThat(press(BOB, "subscribe:" + channel))
                .contains("insights on rents")
                .doesNotContain("power");
        assertThat(press(far, "subscribe:" + channel))
                .contains("insights on everything")
                .doesNotContain("power");
    }

    @Test
    void aFormSentTwiceIsOneOrder() {
        say("/briefcast schedule at:9:00");
        clock.set(NOON.plus(Duration.ofSeconds(1)));
        say("/briefcast schedule at:9:00");

        assertThat(ports.subscriptions().all()).hasSize(1);
    }

    private Subscription order() {
        return ports.subscriptions().all().getFirst();
    }
}
