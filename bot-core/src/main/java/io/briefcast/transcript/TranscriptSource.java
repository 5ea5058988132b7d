package io.briefcast.transcript;

import io.briefcast.podcast.Episode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One way to get at an episode's words. Sources are asked in bean order until one finds something. */
public interface TranscriptSource {
    /** {@code published}, {@code speech to text} or {@code show notes}. */
    String name();

    Search find(Episode episode);

    /** How it is doing, for people to know: a sentence each; none when there is nothing to say. */
    default List<String> report(Instant now) {
        return List.of();
    }

    /** What came of looking. */
    sealed interface Search {
        /** A transcript with at least one cue. */
        record Found(Transcript transcript) implements Search {}

        /** Nothing here, and why, in words. */
        record Nothing(String why) implements Search {}

        /**
         * A passing failure: look again later.
         *
         * @param again after how long that makes sense; empty when nobody knows
         */
        record Later(String why, Optional<Duration> again) implements Search {
            /** Nobody knows when. */
            public Later(String why) {
                this(why, Optional.empty());
            }
        }
    }
}
