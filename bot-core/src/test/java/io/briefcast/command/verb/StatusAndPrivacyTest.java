package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.command.Answer;
import io.briefcast.command.Asker;
import io.briefcast.command.Place;
import io.briefcast.delivery.Delivery;
import io.briefcast.delivery.DeliveryKey;
import io.briefcast.message.Message;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatusAndPrivacyTest extends Dialogue {
    @Test
    void statusSaysWhichPlatformIsInTrouble() {
        assertThat(say("/briefcast status")).doesNotContain("chat:");

        platform.suffer("0 of 1 connections are up");

        assertThat(say("/briefcast status")).contains("chat: 0 of 1 connections are up");
    }

    @Test
    void statusNamesShowsInTroubleEpisodesWithoutInsightsAndDeliveries() {
        show("Fine");
        Show show = show("The Rack", "Rents fall");
        ports.shows()
                .update(new FeedState(
                        show.id(),
                        Optional.empty(),
                        Optional.empty(),
                        NOON.plusSeconds(3_600),
                        Optional.of(NOON),
                        3,
                        Optional.of("the server answers 500")));
        ports.episodes()
                .save(new Reading(
                        "e-rents-fall", Reading.State.NOTHING, "there is no transcript", "", 0, Map.of(), NOON));
        say("/briefcast schedule at:9:00");
        var order = ports.subscriptions().all().getFirst();
        ports.deliveries()
                .add(Delivery.pending(
                                new DeliveryKey(order.id(), LocalDate.of(2026, 3, 9)),
                                order.audience().id(),
                                "chat",
                                "c1",
                                new Message("", List.of()),
                                NOON)
                        .unsent(Delivery.State.DEAD, "the channel is archived"));

        assertThat(say("/briefcast status"))
                .contains("2 shows, 1 in trouble")
                .contains("The Rack: last read 9 Mar, 13:00, next 9 Mar, 14:00; the server answers 500")
                .contains("1 episode of the last 7 days without insights")
                .contains("(The Rack): there is no transcript")
                .contains("Briefs today: 1 failed")
                .contains("#insights, due 9 Mar, 13:00: failed, the channel is archived")
                .contains("The next brief here comes on Tuesday, 10 March at 9:00 (Europe/Berlin).");
        assertThat(say(BOB, DIRECT, "/briefcast status"))
                .contains("Briefs today: 1 failed")
                .doesNotContain("archived");
    }

    @Test
    void statusListsEveryShowOnPages() {
        IntStream.rangeClosed(1, 45).forEach(i -> show("Show %02d".formatted(i)));

        Answer first = answer(ADA, CHANNEL, "/briefcast status");
        Answer last = pressed(ADA, CHANNEL, button(pressed(ADA, CHANNEL, button(first, "More")), "More"));

        assertThat(text(first))
                .contains("45 shows, none in trouble", "Show 20", "Page 1 of 3")
                .doesNotContain("Show 21");
        assertThat(text(last)).contains("Show 41", "Show 45", "Page 3 of 3").doesNotContain("Show 40");
        assertThat(labels(last)).contains("Previous").doesNotContain("More");
    }

    @Test
    void statusSaysHowTheReaderIsDoing() {
        readerSays.add("openai/m reads the episodes: 12,000 of 50,000 tokens used today.");

        assertThat(say("/briefcast status")).contains("12,000 of 50,000 tokens used today");
    }

    @Test
    void statusSaysWhatOthersHaveReadThanWhoReadsNow() {
        show("The Rack", "Rents fall", "Rents rise", "Rents stay");
        readBy("none", "Rents fall");
        readBy("none", "Rents rise");
        assertThat(say("/briefcast status")).doesNotContain("shows reread");

        readBy("fake-1", "Rents fall");
        readBy("fake-1", "Rents rise");
        readBy("", "Rents stay");
        clock.set(NOON.plus(Duration.ofDays(29)));
        assertThat(say("/briefcast status"))
                .contains("fake-1 read 2 episodes, 2 of them of the last 30 days")
                .contains("An earlier version read 1 episode, 1 of them of the last 30 days")
                .contains("/briefcast shows reread has those of the last 30 days read again by none;");
        clock.set(NOON.plus(Duration.ofDays(31)));
        assertThat(say("/briefcast status")).contains("fake-1 read 2 episodes, 0 of them of the last 30 days");

        say("/briefcast shows reread since:90d");
        assertThat(say("/briefcast status"))
                .contains("Waiting to be read again: 3 episodes")
                .doesNotContain("fake-1", "shows reread");
    }

    @Test
    void anEmptyInstallationSaysHowToBegin() {
        assertThat(say("/briefcast status"))
                .contains("No show is followed; /briefcast shows add follows one.")
                .contains("No brief was due yet today.");
    }

    @Test
    void everythingAboutAPersonIsExported() {
        everythingOfAda();

        var json = new JsonMapper().readTree(json(answer(ADA, CHANNEL, "/briefcast privacy export")));

        assertThat(json.path("person").asString()).isEqualTo(ADA.id());
        assertThat(json.path("orders").size()).isEqualTo(2);
        assertThat(json.path("votes").path(0).path("insight").asString()).isEqualTo("rents-fall");
        assertThat(json.path("saved").path(0).path("headline").asString()).isEqualTo("Rents fall");
        assertThat(json.path("briefs").size()).isEqualTo(1);
        assertThat(json.path("seen").size()).isEqualTo(1);
        assertThat(say(BOB, CHANNEL, "/briefcast privacy export")).doesNotContain("rents-fall");
    }

    @Test
    void deletingErasesEverythingOfThePersonOnceConfirmed() {
        everythingOfAda();
        Answer question = answer(ADA, CHANNEL, "/briefcast privacy delete");
        String erase = button(question, "Erase everything");

        assertThat(press(BOB, erase)).contains("belongs to somebody else");
        assertThat(ports.saved().of(ADA.id(), 10)).hasSize(1);

        assertThat(press(ADA, erase)).contains("is erased");
        assertThat(press(ADA, erase)).contains("is erased");
        var json = new JsonMapper().readTree(json(answer(ADA, CHANNEL, "/briefcast privacy export")));
        for (String kind : List.of("orders", "votes", "saved", "briefs", "seen")) {
            assertThat(json.path(kind).size()).as(kind).isZero();
        }
        assertThat(ports.subscriptions().active())
                .as("the channel's post goes on, without a name")
                .singleElement()
                .satisfies(order -> assertThat(order.owner()).isEmpty());
    }

    @Test
    void aWorkspaceThatLeavesTakesItsOrdersAndWhatItsPeopleSaidWithIt() {
        Asker cleo = new Asker("slack", "T1", "u3", "Cleo", true, true, BERLIN, Locale.ENGLISH);
        Asker dan = new Asker("slack", "T2", "u3", "Dan", true, true, BERLIN, Locale.ENGLISH);
        everythingOfAda();
        for (Asker asker : List.of(cleo, dan)) {
            answer(asker, new Place(asker.tenant() + "/c", "#insights", false), "/briefcast schedule at:9:00");
            answer(asker, new Place(asker.directAddress(), "you", true), "/briefcast subscribe at:9:00");
            press(asker, "save:rents-fall");
        }

        ports.scheduleDesk().eraseTenant("slack", "T1");

        assertThat(ports.subscriptions().all())
                .hasSize(4)
                .noneMatch(order -> order.audience().tenant().equals("T1"));
        assertThat(ports.saved().of(cleo.id(), 10)).isEmpty();
        assertThat(ports.saved().of(dan.id(), 10)).hasSize(1);
        assertThat(ports.saved().of(ADA.id(), 10)).hasSize(1);
    }

    @Test
    void aWorkspaceThatLeavesTakesPeopleWithoutAnyOrderWithIt() {
        Asker cleo = new Asker("slack", "T1", "u3", "Cleo", false, false, BERLIN, Locale.ENGLISH);
        Asker dan = new Asker("slack", "T2", "u3", "Dan", false, false, BERLIN, Locale.ENGLISH);
        show("The Rack", "Rents fall");
        for (Asker asker : List.of(cleo, dan)) {
            press(asker, "save:rents-fall");
            press(asker, "more:rents-fall");
        }
        assertThat(ports.subscriptions().all()).isEmpty();

        ports.scheduleDesk().eraseTenant("slack", "T1");

        assertThat(ports.saved().of(cleo.id(), 10)).isEmpty();
        assertThat(ports.votes().of(cleo.id(), 10)).isEmpty();
        assertThat(ports.audiences().of(cleo.home())).isEmpty();
        assertThat(ports.saved().of(dan.id(), 10)).hasSize(1);
        assertThat(ports.votes().of(dan.id(), 10)).hasSize(1);
    }

    private void everythingOfAda() {
        show("The Rack", "Rents fall");
        say("/briefcast schedule at:9:00");
        say("/briefcast subscribe 8:00");
        press(ADA, "more:rents-fall");
        press(ADA, "save:rents-fall");
        var order = ports.subscriptions().ofAudience(ADA.id()).getFirst();
        LocalDate today = LocalDate.of(2026, 3, 9);
        ports.deliveries()
                .add(Delivery.pending(
                        new DeliveryKey(order.id(), today),
                        ADA.id(),
                        "chat",
                        "u1",
                        new Message("Your brief", List.of()),
                        Instant.EPOCH));
        ports.seen().mark(ADA.id(), today, List.of("rents-fall"), NOON);
    }

    /** The document without its heading. */
    private static String json(Answer answer) {
        return text(answer).substring(text(answer).indexOf('{'));
    }
}
