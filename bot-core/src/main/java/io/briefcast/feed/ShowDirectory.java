package io.briefcast.feed;

import java.net.URI;
import java.util.List;

/** A directory of the world's podcasts. Never throws for what its server does. */
public interface ShowDirectory {
    /** Shows whose title or maker has these words, best first. */
    Answer search(String words);

    /** The same for words that are still being typed, which must not use up what others may ask. */
    default Answer suggest(String words) {
        return search(words);
    }

    /** What was found for the longest beginning of these words and still fits them; never asks anybody. */
    default List<Listed> remembered(String words) {
        return List.of();
    }

    /**
     * The show with this number at Apple Podcasts.
     *
     * @param appleId digits
     */
    Answer lookUp(String appleId);

    /**
     * A show as a directory lists it.
     *
     * @param author who makes it, empty when not said
     */
    record Listed(String title, String author, URI feed) {}

    /** What a directory had to say. */
    sealed interface Answer {
        /** The shows it knows; none when it knows none. */
        record Found(List<Listed> shows) implements Answer {
            public Found {
                shows = List.copyOf(shows);
            }
        }

        /** No answer now, and why, in one sentence. */
        record Unavailable(String sentence) implements Answer {}
    }
}
