package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Episode;
import io.briefcast.podcast.FeedState;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.store.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowingTest extends Dialogue {
    @Test
    void topicsAreFollowedListedAndDropped() {
        assertThat(say("/briefcast topics list"))
                .contains("follow no topic", "Nothing is muted", "Nothing was learned");

        assertThat(say("/briefcast topics follow Compute  strategy")).contains("You follow Compute strategy.");
        assertThat(say("/briefcast topics follow power")).contains("Compute strategy, power");
        assertThat(say("/briefcast topics list")).contains("Topics: Compute strategy, power");
        assertThat(say(BOB, CHANNEL, "/briefcast topics list")).contains("follow no topic");

        assertThat(say("/briefcast topics unfollow compute STRATEGY")).contains("You follow power.");
        assertThat(say("/briefcast topics unfollow rockets"))
                .contains("You do not follow 'rockets'.", "You follow power.");
        assertThat(ports.subscriptions().active()).isEmpty();
    }

    @Test
    void aTopicIsFollowedOnceByWhicheverName() throws IOException {
        say("/briefcast topics follow GPU capacity");
        say("/briefcast topics follow Open AI");
        Files.writeString(folder.resolve("aliases.txt"), "compute = GPU capacity, racks");

        assertThat(say("/briefcast topics list")).contains("Topics: compute, Open AI");
        assertThat(say("/briefcast topics follow racks")).contains("You follow Open AI, compute.");
        assertThat(say("/briefcast topics follow OpenAI")).contains("You follow compute, OpenAI.");
        assertThat(say("/briefcast topics unfollow gpu capacity")).contains("You follow OpenAI.");
    }

    @Test
    void aTopicIsMutedByWhicheverName() throws IOException {
        show("The Rack", "GPU capacity falls", "Power is short");
        Files.writeString(folder.resolve("aliases.txt"), "compute = GPU capacity");
        clock.set(NOON.plusSeconds(1));

        assertThat(say("/briefcast topics mute compute")).contains("Muted the topic compute.");
        assertThat(say("/brief")).contains("[Power is short]").doesNotContain("[GPU capacity falls]");
        assertThat(say("/briefcast topics unmute GPU capacity")).contains("You hear of compute again.");
        assertThat(say("/brief")).contains("[GPU capacity falls]");
    }

    @Test
    void whatIsWrongWithTheAliasesIsInTheStatus() throws IOException {
        Files.writeString(folder.resolve("aliases.txt"), "compute GPU capacity");

        assertThat(say("/briefcast status")).contains("aliases.txt, line 1: there is no = in it");
    }

    @Test
    void speakersPhrasesAndShowsAreFollowedByName() {
        show("The Rack", "Rents fall", "Chips rise");
        show("Slow Money", "Banks wait", "Power falls short");

        assertThat(say("/briefcast topics follow the rack kind:show")).contains("You follow the show The Rack.");
        assertThat(say("/brief")).contains("[Rents fall]", "[Chips rise]").doesNotContain("[Banks wait]");
        assertThat(say("/briefcast topics follow falls short kind:phrase"))
                .contains("You follow the show The Rack, the phrase falls short.", "fits any of these")
                .contains("/briefcast topics unfollow falls short kind:phrase takes it back.");
        assertThat(say("/brief"))
                .contains("[Rents fall]", "[Power falls short]")
                .doesNotContain("[Banks wait]");
        assertThat(say("/briefcast topics follow Rock kind:show")).contains("No show called");
        assertThat(say("/briefcast topics follow x kind:smell")).contains("Allowed are topic, show, speaker, phrase.");

        assertThat(say("/briefcast topics unfollow The Rack kind:phrase"))
                .contains("You do not follow 'The Rack'.", "You follow the show The Rack, the phrase falls short.");
        assertThat(say("/briefcast topics unfollow The Rack")).contains("You follow the phrase falls short.");
        say("/briefcast topics unfollow falls short");
        assertThat(say("/briefcast topics follow li MOSS kind:speaker")).contains("You follow the speaker li MOSS.");
        assertThat(say("/brief")).contains("[Banks wait]");
    }

    @Test
    void whatIsFollowedEndsAfterItsLastDay() {
        show("The Rack", "Rents fall");
        show("Slow Money", "Banks wait");

        assertThat(say("/briefcast topics follow rents until:2d"))
                .contains("You follow rents until Wednesday, 11 March.");
        assertThat(say("/briefcast topics follow slow kind:show until:2026-03-08"))
                .contains("is over");
        assertThat(say("/brief")).contains("[Rents fall]").doesNotContain("[Banks wait]");
        assertThat(say("/briefcast topics list")).contains("Topics: rents until Wednesday, 11 March");

        clock.set(NOON.plus(Duration.ofDays(2)).plus(Duration.ofHours(12)));
        assertThat(say("/brief")).contains("[Banks wait]");
        assertThat(say("/briefcast topics list")).contains("follow no topic");
    }

    @Test
    void theListNamesTheShowsThatBriefsArePickedFrom() {
        show("The Rack");
        say("/briefcast topics follow li moss kind:speaker until:2w");
        say("/briefcast subscribe shows:rack topics:power");

        assertThat(say("/briefcast topics list"))
                .contains("Topics: power\nAlso: the speaker li moss until Monday, 23 March", "Only from: The Rack");
        assertThat(say("/briefcast subscribe topics:all")).contains("insights on everything from The Rack");
    }

    @Test
    void thirtyThingsAreFollowedAtMost() {
        for (int i = 1; i <= 30; i++) {
            say("/briefcast topics follow topic " + i);
        }

        assertThat(say("/briefcast topics follow li moss kind:speaker")).contains("You follow 30 things already.");
    }

    @Test
    void ofTwoCommandsAtTheSameTimeNoneIsLost() throws Exception {
        List<String> topics =
                IntStream.rangeClosed(1, 12).mapToObj("topic %d"::formatted).toList();
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<String>> answers = people.invokeAll(topics.stream()
                    .map(topic -> (Callable<String>) () -> say("/briefcast topics follow " + topic))
                    .toList());
            for (Future<String> answer : answers) {
                assertThat(answer.get()).contains("You follow ");
            }
        }

        assertThat(ports.subscriptions().all().getFirst().interests().topics())
                .containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void aCommandDoesNotSwitchOnWhatWasSwitchedOffMeanwhile() {
        say("/briefcast subscribe at:8:00");
        var seen = ports.subscriptions().ofAudience(ADA.id()).getFirst();
        ports.subscriptions().save(seen.activated(false));

        ports.scheduleDesk().change(seen, order -> order.with(order.interests().following("power")));

        var now = ports.subscriptions().ofAudience(ADA.id()).getFirst();
        assertThat(now.active()).isFalse();
        assertThat(now.interests().topics()).containsExactly("power");
    }

    @Test
    void mutesSilenceTheBriefAndEnd() {
        show("The Rack", "Rents fall");
        show("Slow Money", "Banks wait");

        assertThat(say("/briefcast topics mute rents fall kind:phrase until:2d"))
                .contains("Muted the phrase rents fall until and including Wednesday, 11 March");
        assertThat(say("/brief")).contains("[Banks wait]").doesNotContain("[Rents fall]");

        clock.set(NOON.plus(Duration.ofDays(2)).plus(Duration.ofHours(12)));
        assertThat(say("/brief")).contains("[Rents fall]");
        assertThat(say("/briefcast topics list")).contains("Nothing is muted");
    }

    @Test
    void showsAndSpeakersAreMutedByName() {
        show("The Rack", "Rents fall");

        assertThat(say("/briefcast topics mute rack kind:show")).contains("Muted the show The Rack.");
        assertThat(say("/briefcast topics mute li moss kind:speaker")).contains("Muted the speaker li moss.");
        assertThat(say("/briefcast topics mute Rock kind:show")).contains("No show called");
        assertThat(say("/briefcast topics mute x kind:smell")).contains("Allowed are topic, show, speaker, phrase.");
        assertThat(say("/briefcast topics list")).contains("show: The Rack", "speaker: li moss");

        assertThat(say("/briefcast topics unmute li moss")).contains("not muted", "show: The Rack; speaker: li moss");
        assertThat(say("/briefcast topics unmute li moss kind:speaker")).contains("hear of li moss again");
    }

    private static final String FEED = """
            <rss><channel><title>The Rack</title>
            <item><title>Rents fall</title><pubDate>Fri, 06 Mar 2026 08:00:00 GMT</pubDate>
              <podcast:transcript url="https://rack.example/3.vtt" type="text/vtt"/></item>
            <item><title>Chips rise</title><pubDate>Fri, 27 Feb 2026 08:00:00 GMT</pubDate></item>
            <item><title>Power waits</title><pubDate>Fri, 20 Feb 2026 08:00:00 GMT</pubDate></item>
            <item><title>Hello</title><itunes:episodeType>trailer</itunes:episodeType></item>
            </channel></rss>""";
    private static final String APPLE = "https://apple.example/search?media=podcast&entity=podcast&limit=25&term=";

    @Test
    void showsAreAddedOnceAndListed() {
        web.put("https://rack.example/feed.xml", FEED);

        assertThat(say("/briefcast shows list")).contains("No show is followed yet");
        assertThat(say("/briefcast shows add <https://rack.example/feed.xml|rack>"))
                .contains(
                        "Following The Rack",
                        "An episode about every 7 days.",
                        "33 % of the last 3 episodes have a transcript.",
                        "Latest episode: Rents fall, Friday, 6 March 2026.");
        assertThat(say("/briefcast shows add rack.example/feed.xml")).contains("The Rack is followed already");
        assertThat(say("/briefcast shows add https://rack.example/gone"))
                .contains("leads to no show", "nothing at this address", "Example: ");
        assertThat(say("/briefcast shows add file:///etc/passwd")).contains("is no web address");
        assertThat(say(BOB, CHANNEL, "/briefcast shows add https://x.example/")).contains("Only people who manage");

        assertThat(say("/briefcast shows list")).contains("Followed: 1 show", "https://rack.example/feed.xml");
    }

    @Test
    void aFeedThatStoppedIsTriedAgainWithOnePressFromWhereverItIsNamed() {
        web.put("https://rack.example/feed.xml", FEED);
        say("/briefcast shows add https://rack.example/feed.xml");
        Show show = ports.shows().all().getFirst();
        assertThat(labels(answer(ADA, CHANNEL, "/briefcast status"))).isEmpty();
        stop(show);

        assertThat(say("/briefcast status")).contains("stopped; There is nothing at this address.");
        String again = button(answer(BOB, CHANNEL, "/briefcast status"), "Try again");
        assertThat(button(answer(BOB, CHANNEL, "/briefcast shows list"), "Try again"))
                .isEqualTo(again);
        var added = answer(ADA, CHANNEL, "/briefcast shows add https://rack.example/feed.xml");
        assertThat(text(added)).contains("The Rack is followed already", "nothing at this address");
        assertThat(button(added, "Try again")).isEqualTo(again);

        assertThat(press(BOB, again)).contains("is asked once more in a moment");
        assertThat(press(BOB, again)).contains("is being read");
        stop(show);
        assertThat(press(BOB, again)).contains("within the last hour");
        assertThat(press(BOB, "again:unknown")).contains("not followed any more");
    }

    @Test
    void ofSeveralStoppedFeedsEachHasItsButton() {
        stop(show("The Rack"));
        stop(show("A show with a very long name"));

        assertThat(labels(answer(BOB, CHANNEL, "/briefcast shows list")))
                .containsExactly("Try A show with a very … again", "Try The Rack again");
    }

    @Test
    void olderEpisodesAreReadOnRequestCountedAndPaused() {
        Show show = show("The Rack");
        for (int i = 0; i < 30; i++) {
            Episode old = Samples.bareEpisode(show, "old" + i, NOON.minus(Duration.ofDays(30 + i)));
            ports.episodes().save(old, List.of(old.id()));
            ports.episodes().save(new Reading(old.id(), Reading.State.SKIPPED, "an old item", "", 0, Map.of(), NOON));
        }

        assertThat(say(BOB, CHANNEL, "/briefcast shows backfill rack")).contains("Only people who manage");
        assertThat(say("/briefcast shows backfill rack episodes:0")).contains("Allowed are 1 to 200");
        assertThat(say("/briefcast shows backfill rack episodes:201")).contains("Allowed are 1 to 200");
        var begun = answer(ADA, CHANNEL, "/briefcast shows backfill rack");
        assertThat(text(begun)).contains("20 older episodes of The Rack are read, one every two minutes");
        ports.episodes().save(new Reading("old0", Reading.State.READ, "", "published", 2, Map.of(), NOON));
        assertThat(say("/briefcast status")).contains("The Rack: 1 of 20 older episodes read");

        String pause = button(begun, "Pause");
        assertThat(press(BOB, pause)).contains("Only people who manage");
        assertThat(press(ADA, pause)).contains("19 older episodes of The Rack are set aside");
        assertThat(press(ADA, pause)).contains("No older episode of The Rack waits any more");
        assertThat(say("/briefcast status")).doesNotContain("older episodes read");

        assertThat(say("/briefcast shows backfill rack episodes:200")).contains("29 older episodes");
        assertThat(say("/briefcast shows backfill rack episodes:200")).contains("No older episode");
    }

    @Test
    void whatAnotherReaderReadIsReadAgainOnRequest() {
        show("The Rack", "Rents fall", "Rents rise", "Rents stay");
        show("Slow Money", "Banks wait");
        readBy("fake-1", "Rents fall");
        readBy("fake-1", "Rents rise");
        readBy("none", "Rents stay");
        readBy("fake-1", "Banks wait");
        clock.set(NOON.plusSeconds(1));
        readerCosts = Optional.of("about 2,000 tokens are needed, and 8,000 of 10,000 are left today");

        assertThat(say(BOB, CHANNEL, "/briefcast shows reread rack")).contains("Only people who manage");
        assertThat(say("/briefcast shows reread since:yesteryear")).contains("is no time that I can count from");
        assertThat(say("/briefcast shows reread the rock")).contains("Did you mean The Rack?");
        assertThat(say("/briefcast shows reread The Rack since:1h"))
                .contains("There is nothing more for none to read again.");
        assertThat(say("/briefcast shows reread rack"))
                .contains(
                        "none reads 2 episodes of The Rack again, behind everything that is new.",
                        "One every two minutes; until then, what was found stays.",
                        "What it costs: about 2,000 tokens are needed, and 8,000 of 10,000 are left today.",
                        "Left as they are, because none read them: 1 episode",
                        "Only what came out in the last 30 days; since: goes further back.");
        assertThat(say("/briefcast shows reread since:2w"))
                .contains(
                        "none reads 1 episode again, behind everything that is new.",
                        "Waiting to be read again: 2 episodes")
                .doesNotContain("in the last 30 days");
        assertThat(say("/briefcast shows reread"))
                .contains("There is nothing more for none to read again.", "Waiting to be read again: 3 episodes")
                .doesNotContain("What it costs");
        assertThat(say("/brief")).contains("Rents fall");
    }

    @Test
    void moreThanAThousandAreReadAgainAfterOneAnother() {
        Show show = show("The Rack");
        for (int i = 0; i < 1_200; i++) {
            Episode old = Samples.bareEpisode(show, "old" + i, NOON.minus(Duration.ofMinutes(i)));
            ports.episodes().save(old, List.of(old.id()));
            ports.episodes()
                    .save(new Reading(old.id(), Reading.State.NOTHING, "", "published", 0, Map.of(), NOON, "fake-1"));
        }

        assertThat(say("/briefcast shows reread"))
                .contains("none reads 1,000 episodes again", "200 episodes more can be asked for after these.");
        assertThat(say("/briefcast shows reread")).contains("none reads 200 episodes again");
        assertThat(ports.episodes().reading("old1199").orElseThrow().at())
                .isEqualTo(NOON.plus(Duration.ofMinutes(2 * 1_199)));
    }

    private void stop(Show show) {
        ports.shows()
                .update(new FeedState(
                        show.id(),
                        Optional.of("tag"),
                        Optional.empty(),
                        FeedState.NEVER,
                        Optional.of(NOON),
                        30,
                        Optional.of("There is nothing at this address.")));
    }

    @Test
    void aShowIsFoundOnThePageThatNamesItsFeed() {
        web.put("https://rack.example/", """
                <!doctype html><html><head><title>The Rack</title>
                <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments">
                <link rel="alternate" type="application/rss+xml" title="Episodes" href="feed.xml"></head></html>""");
        web.put("https://rack.example/comments", "<rss><channel><title>Comments</title></channel></rss>");
        web.put("https://rack.example/feed.xml", FEED);

        assertThat(say("/briefcast shows add https://rack.example/")).contains("Following The Rack");
        assertThat(ports.shows().all())
                .extracting(show -> show.feed().toString())
                .containsExactly("https://rack.example/feed.xml");
    }

    @Test
    void aShowIsFoundByItsLinkAtApple() {
        web.put("https://apple.example/lookup?entity=podcast&id=1234567", """
                {"results": [{"collectionName": "The Rack", "feedUrl": "https://rack.example/feed.xml"}]}""");
        web.put("https://apple.example/lookup?entity=podcast&id=7654321", "{\"results\": []}");
        web.put("https://rack.example/feed.xml", FEED);

        assertThat(say("/briefcast shows add https://podcasts.apple.com/us/podcast/the-rack/id1234567?i=99"))
                .contains("Following The Rack");
        assertThat(say("/briefcast shows add https://podcasts.apple.com/de/podcast/id7654321"))
                .contains("Apple names no feed");
    }

    @Test
    void aShowIsFoundByItsNameAndSeveralAreAskedAbout() {
        web.put("https://rack.example/feed.xml", FEED);
        web.put(APPLE + "the+rack", """
                {"results": [{"collectionName": "The Rack", "feedUrl": "https://rack.example/feed.xml"},
                             {"collectionName": "The Racket", "feedUrl": "https://racket.example/feed"}]}""");
        web.put(APPLE + "rack", """
                {"results": [{"collectionName": "The Racket", "artistName": "Li", "feedUrl": "https://racket.example/"},
                             {"collectionName": "The Rack", "feedUrl": "https://rack.example/feed.xml"}]}""");
        web.put(APPLE + "nobody", "<html>busy</html>");

        var which = answer(ADA, CHANNEL, "/briefcast shows add rack");
        assertThat(text(which)).contains("Which one is it?", "The Racket by Li (racket.example)");
        assertThat(text(pressed(BOB, CHANNEL, button(which, "The Rack")))).contains("Only people who manage");
        assertThat(text(pressed(ADA, CHANNEL, button(which, "The Rack")))).contains("Following The Rack");
        assertThat(say("/briefcast shows add the rack")).contains("The Rack is followed already");
        assertThat(say("/briefcast shows add nobody")).contains("Apple's directory answers in a way");
    }

    @Test
    void aListOfShowsComesAndGoes() {
        web.put("https://example.org/shows.opml", """
                <opml version="2.0"><body>
                <outline text="The Rack" xmlUrl="https://rack.example/feed"/>
                <outline text="Slow Money" xmlUrl="https://slow.example/feed"/>
                </body></opml>""");

        assertThat(say("/briefcast shows import https://example.org/shows.opml"))
                .contains("2 shows followed anew");
        assertThat(say("/briefcast shows import https://example.org/shows.opml"))
                .contains("0 shows", "2 were followed");
        assertThat(say("/briefcast shows import https://example.org/none"))
                .contains("No show could be read", "There is nothing at this address.");

        assertThat(say("/briefcast shows export")).contains("<opml version", "https://slow.example/feed");
    }

    @Test
    void aStarterPackIsFollowedByItsName() {
        assertThat(say("/briefcast shows import Technology")).contains("9 shows followed anew");
        assertThat(say("/briefcast shows list")).contains("9");
    }

    @Test
    void aLongListComesInParts() {
        for (int i = 0; i < 200; i++) {
            show("A show with a name that is long enough to fill a line, number " + i);
        }

        var first = answer(ADA, CHANNEL, "/briefcast shows list");
        assertThat(text(first)).contains("Followed: 200 shows, part 1 of 2", "number 0");
        var second = pressed(ADA, CHANNEL, button(first, "Next part"));
        assertThat(text(second)).contains("part 2 of 2", "number 99");
        assertThat(labels(second)).isEmpty();
    }
}
