package io.briefcast.transcript;

import io.briefcast.podcast.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a transcript of any known format from bytes as they came; looks at the body, because declared types lie. */
public final class TranscriptReader {
    /** A ten-hour episode with a time for every word is below this. */
    public static final int MAX_BYTES = 20_000_000;

    /** Text has next to no control characters; audio and archives are full of them. */
    private static final double MAX_CONTROL_SHARE = 0.05;

    private final List<TranscriptFormat> formats;

    /**
     * @param formats in the order in which they are asked; the last should take any text
     */
    public TranscriptReader(List<TranscriptFormat> formats) {
        this.formats = List.copyOf(formats);
    }

    /** What the bytes turned out to be. */
    public sealed interface Outcome {
        /** A transcript with at least one cue. */
        record Read(Transcript transcript) implements Outcome {}

        /**
         * Something else.
         *
         * @param why completes the sentence "there is no transcript: ..."
         */
        record NotATranscript(String why) implements Outcome {}
    }

    /**
     * Never throws for what the bytes hold.
     *
     * @param contentType the Content-Type header; only its charset is used, and only where the bytes do not tell
     */
    public Outcome read(byte[] bytes, Optional<String> contentType) {
        if (bytes.length > MAX_BYTES) {
            return new Outcome.NotATranscript("it has more than %d MB".formatted(MAX_BYTES / 1_000_000));
        }
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes, contentType);
        if (decoded.text().isBlank()) {
            return new Outcome.NotATranscript("it is empty");
        }
        return controlShare(decoded.text()) > MAX_CONTROL_SHARE
                ? new Outcome.NotATranscript("it is not text")
                : read(decoded);
    }

    private Outcome read(TextDecoder.Decoded decoded) {
        return formats.stream()
                .filter(format -> format.recognises(decoded.text()))
                .findFirst()
                .map(format -> judge(format.read(decoded.text()), decoded.problems()))
                .orElseGet(() -> new Outcome.NotATranscript("no known format"));
    }

    private static Outcome judge(Transcript transcript, List<Problem> problems) {
        if (transcript.cues().isEmpty()) {
            return new Outcome.NotATranscript(transcript.problems().stream()
                    .findFirst()
                    .map(Problem::message)
                    .orElse("it holds no words"));
        }
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(transcript.problems());
        return new Outcome.Read(new Transcript(
                transcript.format(), transcript.origin(), transcript.approximate(), transcript.cues(), all));
    }

    private static double controlShare(String text) {
        return (double) text.chars().filter(TranscriptReader::isControl).count() / text.length();
    }

    private static boolean isControl(int c) {
        return (c < ' ' && !Character.isWhitespace(c)) || c == 0x7F;
    }
}
