package io.briefcast.app.evaluate;

import io.briefcast.transcript.Transcript;
import io.briefcast.transcript.TranscriptReader;
import io.briefcast.transcript.TranscriptReader.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the transcripts that labels are about. */
final class Transcripts {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private Transcripts() {}

    static Optional<Transcript> read(TranscriptReader reader, Path file) {
        return switch (reader.read(Labels.bytes(file), Optional.empty())) {
            case Outcome.Read read -> Optional.of(read.transcript());
            case Outcome.NotATranscript ignored -> Optional.empty();
        };
    }

    /** The first number in the file's name, by which these shows name their episodes. */
    static Optional<Integer> number(Path file) {
        Matcher number = NUMBER.matcher(String.valueOf(file.getFileName()));
        return number.find() ? Optional.of(Integer.parseInt(number.group())) : Optional.empty();
    }
}
