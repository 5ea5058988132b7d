package io.briefcast.transcript.source.speech;

import java.time.Instant;
import java.util.Optional;

/** What servers answered to pieces of audio, so that nothing is listened to twice. */
public interface HeardPieces {
    /** The answer to this piece, as it came. */
    Optional<String> find(String key);

    /** Keeps an answer; what is older than a season may be forgotten. */
    void remember(String key, String answer, Instant now);
}
