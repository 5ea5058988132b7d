package io.briefcast.transcript.source.speech;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptReader.Outcome;
import io.briefcast.transcript.source.speech.AudioPieces.Piece;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts pieces together to one transcript. */
final class WrittenDown {
    private final TranscriptReader reader;

    /**
     * @param reader of words without times
     */
    WrittenDown(TranscriptReader reader) {
        this.reader = reader;
    }

    /** The transcript; empty when nobody speaks. */
    Optional<Transcript> transcript(List<Piece> pieces, List<Heard> heard) {
        List<Cue> cues = new ArrayList<>();
        boolean approximate = false;
        for (int i = 0; i < pieces.size(); i++) {
            boolean timed = !heard.get(i).cues().isEmpty();
            List<Cue> words = timed ? heard.get(i).cues() : spread(heard.get(i), pieces.get(i));
            approximate |= !timed && !words.isEmpty();
            Duration start = pieces.get(i).start();
            words.forEach(cue -> add(cues, moved(cue, start)));
        }
        return cues.isEmpty()
                ? Optional.empty()
                : Optional.of(new Transcript("speech", "speech to text", approximate, cues, List.of()));
    }

    /** Recognisers that lose the thread say the same again and again; once is enough. */
    private static void add(List<Cue> cues, Cue cue) {
        if (cues.isEmpty() || !cues.getLast().text().equals(cue.text())) {
            cues.add(cue);
        }
    }

    private static Cue moved(Cue cue, Duration by) {
        return new Cue(cue.start().plus(by), cue.end().plus(by), cue.speaker(), cue.text());
    }

    /** Words without times, laid evenly over their piece. */
    private List<Cue> spread(Heard heard, Piece piece) {
        Outcome outcome = reader.read(heard.text().getBytes(StandardCharsets.UTF_8), Optional.empty());
        if (!(outcome instanceof Outcome.Read read)) {
            return List.of();
        }
        List<Cue> cues = read.transcript().cues();
        long all = Math.max(1, cues.getLast().end().toMillis());
        long length = heard.duration().orElse(piece.duration()).toMillis();
        return cues.stream()
                .map(cue -> new Cue(
                        Duration.ofMillis(cue.start().toMillis() * length / all),
                        Duration.ofMillis(cue.end().toMillis() * length / all),
                        "",
                        cue.text()))
                .toList();
    }
}
