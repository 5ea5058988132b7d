package io.briefcast.feed;

import io.briefcast.podcast.Chapter;
import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Person;
import io.briefcast.podcast.TranscriptLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One item of a feed.
 *
 * @param title plain text, empty when there is none
 * @param published empty when missing or unreadable
 * @param number as given, may be decimal
 * @param kind what the publisher calls it; full when not said
 * @param persons the item's own, else the feed's
 * @param chapters address of a chapters file
 * @param outline chapters in the feed itself (Podlove Simple Chapters)
 * @param soundbites parts that the publisher recommends
 * @param license the item's own; empty when it has the show's
 * @param blocked whether the publisher hides the item (itunes:block)
 * @param notesMarkup the longest of the item's descriptions, as written
 */
public record FeedItem(
        Optional<String> guid,
        String title,
        Optional<URI> link,
        Optional<Instant> published,
        Optional<Enclosure> enclosure,
        Optional<Duration> duration,
        Optional<Integer> season,
        Optional<String> number,
        Episode.Kind kind,
        List<Person> persons,
        List<TranscriptLink> transcripts,
        Optional<URI> chapters,
        List<Chapter> outline,
        List<Soundbite> soundbites,
        Optional<License> license,
        boolean blocked,
        String notesMarkup) {
    public FeedItem {
        persons = List.copyOf(persons);
        transcripts = List.copyOf(transcripts);
        outline = List.copyOf(outline);
        soundbites = List.copyOf(soundbites);
    }

    /** The chapters in the feed, else those in the show notes. */
    public List<Chapter> chapterList() {
        return outline.isEmpty() ? NoteTimes.chapters(notes()) : outline;
    }

    /** The show notes as plain text, a line for each paragraph; made anew at each call. */
    public String notes() {
        return FeedMarkup.lines(notesMarkup);
    }
}
