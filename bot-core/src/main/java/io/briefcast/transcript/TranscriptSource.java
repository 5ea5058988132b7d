package io.briefcast.transcript;

import io.briefcast.podcast.Edition;
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

    /** Whether it still says the same; empty from a source that gives no editions. */
    default Optional<Look> lookAt(Edition edition) {
        return Optional.empty();
    }

    /** How it is doing, for people to know: a sentence each; none when there is nothing to say. */
    default List<String> report(Instant now) {
        return List.of();
    }

    /** What came of looking. */
    sealed interface Search {
        /**
         * A transcript with at least one cue.
         *
         * @param edition what to look at again; empty where nobody will change it
         */
        record Found(Transcript transcript, Optional<Edition> edition) implements Search {
            /** Words that nobody will change. */
            public Found(Transcript transcript) {
                this(transcript, Optional.empty());
            }
        }

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

    /** What came of looking at a transcript again. */
    sealed interface Look {
        /**
         * It says what it said.
         *
         * @param edition with the validators of now
         */
        record Same(Edition edition) implements Look {}

        /** It says something else. */
        record Changed() implements Look {}

        /**
         * It could not be had.
         *
         * @param again the least time until the next look
         */
        record Unseen(Duration again) implements Look {}
    }
}
