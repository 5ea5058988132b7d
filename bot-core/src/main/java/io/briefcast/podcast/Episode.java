package io.briefcast.podcast;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One published item of a show.
 *
 * @param id short, stable and opaque
 * @param guid the feed's guid, or what stands for it where there is none
 * @param published the feed's date; the moment it was first seen where the date is missing, unreadable or in the future
 * @param number as the feed gives it, may be decimal such as {@code 100.5}
 * @param chapters address of a chapters file
 * @param notes show notes as plain text
 * @param outline chapters that stand in the feed itself
 */
public record Episode(
        String id,
        String showId,
        String guid,
        String title,
        Optional<URI> link,
        Instant published,
        Optional<Enclosure> enclosure,
        Optional<Duration> duration,
        Optional<Integer> season,
        Optional<String> number,
        Kind kind,
        List<Person> persons,
        List<TranscriptLink> transcripts,
        Optional<URI> chapters,
        String notes,
        List<Chapter> outline) {
    public Episode {
        persons = List.copyOf(persons);
        transcripts = List.copyOf(transcripts);
        outline = List.copyOf(outline);
    }

    /** An episode without chapters in its feed. */
    public Episode(
            String id,
            String showId,
            String guid,
            String title,
            Optional<URI> link,
            Instant published,
            Optional<Enclosure> enclosure,
            Optional<Duration> duration,
            Optional<Integer> season,
            Optional<String> number,
            Kind kind,
            List<Person> persons,
            List<TranscriptLink> transcripts,
            Optional<URI> chapters,
            String notes) {
        this(
                id,
                showId,
                guid,
                title,
                link,
                published,
                enclosure,
                duration,
                season,
                number,
                kind,
                persons,
                transcripts,
                chapters,
                notes,
                List.of());
    }

    /** What the publisher calls the item; trailers and bonus items are not read by default. */
    public enum Kind {
        FULL,
        TRAILER,
        BONUS
    }
}
