package io.briefcast.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.Show;
import io.briefcast.podcast.TranscriptLink;
import io.briefcast.store.Samples;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecondReadingTest {
    private static final Instant NOON = Samples.NOON;
    private static final Instant RESTED = NOON.plus(Duration.ofHours(24));
    private static final Episode BEFORE =
            episode("https://cdn.example/1.mp3?updated=1", "Notes.", "https://a.example/1.vtt?t=1");

    @Test
    void whatOnlyLooksDifferentIsTheSame() {
        assertThat(again(episode("http://cdn.example/1.mp3?updated=2", "Notes. ", "https://a.example/1.vtt?t=1")))
                .isEmpty();
        assertThat(again(episode("https://cdn.example/1.mp3", "Notes."))).isEmpty();
    }

    @Test
    void aTranscriptAtANewAddressIsReadAtOnce() {
        assertThat(again(episode(
                        "https://cdn.example/1.mp3",
                        "Notes.",
                        "https://a.example/1.vtt?t=1",
                        "https://a.example/1.json")))
                .contains(NOON.plusSeconds(60));
    }

    @Test
    void everythingElseRestsForADay() {
        assertThat(again(episode("https://cdn.example/1.mp3", "Notes.", "https://a.example/1.vtt?t=2")))
                .contains(RESTED);
        assertThat(again(episode("https://cdn.example/1-fixed.mp3", "Notes.", "https://a.example/1.vtt?t=1")))
                .contains(RESTED);
        assertThat(again(episode("https://cdn.example/1.mp3", "Other notes.", "https://a.example/1.vtt?t=1")))
                .contains(RESTED);
    }

    @Test
    void whatRestedIsReadNow() {
        Episode after = episode("https://cdn.example/1.mp3", "Other notes.", "https://a.example/1.vtt?t=1");
        Instant later = BEFORE.published().plus(Duration.ofDays(3));

        assertThat(SecondReading.of(BEFORE, after, read(Reading.State.FAILED), later))
                .map(SecondReading::at)
                .contains(later);
    }

    @Test
    void whatIsTwoWeeksOldStaysAsItIs() {
        Episode after = episode("https://b.example/2.mp3", "Other.", "https://a.example/2.vtt");
        Instant late = BEFORE.published().plus(Duration.ofDays(14)).plusSeconds(1);

        assertThat(SecondReading.of(BEFORE, after, read(Reading.State.READ), late))
                .isEmpty();
    }

    @Test
    void whatIsNotWantedIsNotReadHoweverItChanges() {
        Episode after = episode("https://b.example/2.mp3", "Other.", "https://a.example/2.vtt");

        assertThat(SecondReading.of(BEFORE, after, read(Reading.State.SKIPPED), NOON))
                .isEmpty();
    }

    @Test
    void whatWaitsForItsWordsHurriesWhenTheyAreOffered() {
        Episode after = episode("https://cdn.example/1.mp3", "Notes.", "https://a.example/1.json");

        assertThat(SecondReading.of(BEFORE, after, read(Reading.State.WAITING), NOON))
                .contains(new SecondReading(read(Reading.State.WAITING), NOON));
        assertThat(SecondReading.of(BEFORE, episode("https://b.example/", ""), read(Reading.State.WAITING), NOON))
                .isEmpty();
    }

    private static Optional<Instant> again(Episode after) {
        return SecondReading.of(BEFORE, after, read(Reading.State.READ), NOON.plusSeconds(60))
                .map(SecondReading::at);
    }

    private static Reading read(Reading.State state) {
        return new Reading("e1", state, "", "published", 2, Map.of(), NOON);
    }

    private static Episode episode(String audio, String notes, String... transcripts) {
        Episode bare = Samples.bareEpisode(Show.unread(URI.create("https://rent.example/feed.xml")), "e1");
        return new Episode(
                bare.id(),
                bare.showId(),
                bare.guid(),
                bare.title(),
                bare.link(),
                bare.published(),
                Optional.of(new Enclosure(URI.create(audio), "audio/mpeg", 0)),
                bare.duration(),
                bare.season(),
                bare.number(),
                bare.kind(),
                List.of(),
                Stream.of(transcripts)
                        .map(url -> new TranscriptLink(URI.create(url), "", ""))
                        .toList(),
                bare.chapters(),
                notes);
    }
}
