package io.briefcast.command.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

    @Test
    void showsAreAddedOnceAndListed() {
        assertThat(say("/briefcast shows list")).contains("No show is followed yet");
        assertThat(say("/briefcast shows add <https://rack.example/feed.xml|rack>"))
                .contains("Following https://rack.example");
        assertThat(say("/briefcast shows add https://rack.example/feed.xml")).contains("followed already");
        assertThat(say("/briefcast shows add rack")).contains("'rack' is no web address.", "Example: ");
        assertThat(say("/briefcast shows add file:///etc/passwd")).contains("is no web address");
        assertThat(say(BOB, CHANNEL, "/briefcast shows add https://x.example/")).contains("Only people who manage");

        assertThat(say("/briefcast shows list")).contains("Followed: 1 show", "https://rack.example/feed.xml");
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
