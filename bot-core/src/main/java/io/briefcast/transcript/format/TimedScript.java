package io.briefcast.transcript.format;

import io.briefcast.transcript.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cues of a format that times every one of them; finds out who speaks in each. */
final class TimedScript {
    private record Utterance(Duration start, Duration end, List<CueText.Piece> pieces, int line) {}

    private final Draft draft = new Draft();
    private final List<Utterance> utterances = new ArrayList<>();
    private boolean voices;

    boolean isFull() {
        return utterances.size() > Draft.MAX_CUES;
    }

    void problem(String message, int line) {
        draft.problem(message, line);
    }

    void add(Duration start, Duration end, List<CueText.Piece> pieces, int line) {
        voices |= pieces.stream().anyMatch(piece -> piece.speaker().isPresent());
        utterances.add(new Utterance(start, end, pieces, line));
    }

    /**
     * The transcript. A speaker holds until the next one is named, because both voice tags and {@code Name:} labels are
     * written "when they change" (podcast namespace, transcripts.md). Labels are looked for only where no voice is.
     */
    Transcript finish(String format) {
        SpeakerNames names = new SpeakerNames();
        if (!voices) {
            utterances.forEach(utterance -> lines(utterance).forEach(names::look));
        }
        String speaker = "";
        for (Utterance utterance : utterances) {
            List<CueText.Piece> pieces = voices ? utterance.pieces() : labelled(utterance, names);
            speaker = write(utterance, pieces, speaker);
        }
        return draft.finish(format, false);
    }

    private static List<String> lines(Utterance utterance) {
        return utterance.pieces().stream()
                .flatMap(piece -> piece.text().lines())
                .toList();
    }

    private static List<CueText.Piece> labelled(Utterance utterance, SpeakerNames names) {
        List<CueText.Piece> pieces = new ArrayList<>();
        Optional<String> speaker = Optional.empty();
        StringBuilder words = new StringBuilder();
        for (String line : lines(utterance)) {
            Optional<SpeakerNames.Labelled> label = names.split(line);
            if (label.isPresent()) {
                pieces.add(new CueText.Piece(speaker, words.toString()));
                words.setLength(0);
                speaker = label.map(SpeakerNames.Labelled::name);
            }
            words.append(label.map(SpeakerNames.Labelled::words).orElse(line)).append('\n');
        }
        pieces.add(new CueText.Piece(speaker, words.toString()));
        return pieces;
    }

    /** Shares the time of the utterance among its pieces by words; gives the last speaker. */
    private String write(Utterance utterance, List<CueText.Piece> pieces, String before) {
        long all = Math.max(
                1, pieces.stream().mapToLong(piece -> Words.count(piece.text())).sum());
        Duration length = utterance.end().minus(utterance.start());
        String speaker = before;
        long spoken = 0;
        for (CueText.Piece piece : pieces) {
            speaker = piece.speaker().map(SpeakerNames::known).orElse(speaker);
            Duration start = utterance.start().plus(length.multipliedBy(spoken).dividedBy(all));
            spoken += Words.count(piece.text());
            Duration end = utterance.start().plus(length.multipliedBy(spoken).dividedBy(all));
            draft.cue(start, end, speaker, piece.text(), utterance.line());
        }
        return speaker;
    }
}
