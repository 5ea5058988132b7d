package io.briefcast.transcript;

import io.briefcast.podcast.Ids;
import io.briefcast.podcast.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who said what when.
 *
 * @param format name of the {@link TranscriptFormat} that read it, such as {@code webvtt}
 * @param origin where the words came from: {@code published}, {@code speech to text} or {@code show notes}
 * @param approximate whether times were interpolated (165 words a minute) because the transcript gives none
 * @param cues in time order
 */
public record Transcript(String format, String origin, boolean approximate, List<Cue> cues, List<Problem> problems) {
    public Transcript {
        cues = List.copyOf(cues);
        problems = List.copyOf(problems);
    }

    /** Stands for who said what when: the same for the same cues, however they are written. */
    public String digest() {
        return Ids.of(cues.stream()
                .flatMap(cue -> Stream.of(cue.start().toString(), cue.end().toString(), cue.speaker(), cue.text()))
                .toArray(String[]::new));
    }

    /** The same words from another origin. */
    public Transcript from(String newOrigin) {
        return new Transcript(format, newOrigin, approximate, cues, problems);
    }
}
