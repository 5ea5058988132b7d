package io.briefcast.pipeline;

import io.briefcast.podcast.Enclosure;
import io.briefcast.podcast.Episode;
import io.briefcast.podcast.Reading;
import io.briefcast.podcast.TranscriptLink;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides whether an episode that its publisher changed is read again. A transcript at a new address is worth reading at
 * once. Everything else is read a day after the last reading: notes and audio are touched up many times in their first
 * hours, and some feeds word them anew at every request.
 *
 * @param reading to be stored; it waits
 * @param at when to read
 */
record SecondReading(Reading reading, Instant at) {
    private static final Duration REST = Duration.ofHours(24);

    /** Corrections come within days; whoever moves an archive to another host changes all of it. */
    private static final Duration MAY_CHANGE = Duration.ofDays(14);

    static Optional<SecondReading> of(Episode before, Episode after, Reading last, Instant now) {
        if (after.published().plus(MAY_CHANGE).isBefore(now)) {
            return Optional.empty();
        }
        return switch (last.state()) {
            case SKIPPED -> Optional.empty();
            case WAITING ->
                offersTranscript(before, after) ? Optional.of(new SecondReading(last, now)) : Optional.empty();
            case READ, NOTHING, FAILED -> ofRead(before, after, last, now);
        };
    }

    private static Optional<SecondReading> ofRead(Episode before, Episode after, Reading last, Instant now) {
        if (offersTranscript(before, after)) {
            return Optional.of(new SecondReading(last.again("its publisher added a transcript", now), now));
        }
        Instant rested = last.at().plus(REST);
        return change(before, after)
                .map(what -> new SecondReading(
                        last.again("its publisher changed " + what, now), rested.isAfter(now) ? rested : now));
    }

    /** A query alone makes no new transcript: signed addresses have another at every request. */
    private static boolean offersTranscript(Episode before, Episode after) {
        return !addresses(before, SecondReading::place).containsAll(addresses(after, SecondReading::place));
    }

    private static Optional<String> change(Episode before, Episode after) {
        if (!addresses(before, URI::toString).containsAll(addresses(after, URI::toString))) {
            return Optional.of("the transcript");
        }
        if (!audio(after).isEmpty() && !audio(before).equals(audio(after))) {
            return Optional.of("the audio");
        }
        return words(before.notes()).equals(words(after.notes())) ? Optional.empty() : Optional.of("the show notes");
    }

    private static Set<String> addresses(Episode episode, Function<URI, String> as) {
        return episode.transcripts().stream().map(TranscriptLink::url).map(as).collect(Collectors.toSet());
    }

    private static Optional<String> audio(Episode episode) {
        return episode.enclosure().map(Enclosure::url).map(SecondReading::place);
    }

    private static String place(URI address) {
        return address.getRawAuthority()
                + Optional.ofNullable(address.getRawPath()).orElse("");
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
