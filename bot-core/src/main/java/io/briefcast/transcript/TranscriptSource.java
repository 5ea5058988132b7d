package io.briefcast.transcript;

import io.briefcast.podcast.Episode;

/** One way to get at an episode's words. Sources are asked in bean order until one finds something. */
public interface TranscriptSource {
    /** {@code published}, {@code speech to text} or {@code show notes}. */
    String name();

    Search find(Episode episode);

    /** What came of looking. */
    sealed interface Search {
        /** A transcript with at least one cue. */
        record Found(Transcript transcript) implements Search {}

        /** Nothing here, and why, in words. */
        record Nothing(String why) implements Search {}

        /** A passing failure: look again later. */
        record Later(String why) implements Search {}
    }
}
