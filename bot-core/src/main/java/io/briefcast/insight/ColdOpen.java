package io.briefcast.insight;

import io.briefcast.language.Embedding;
import java.util.List;

/**
 * What an episode teaches about highlights: sentences that its editor repeats at the front, and some that were said
 * beside them.
 *
 * @param clips what the editor chose
 * @param others what the same editor did not choose; never empty where there are clips
 */
public record ColdOpen(List<Example> clips, List<Example> others) {
    /** Of an episode that begins with no clips. */
    public static final ColdOpen NONE = new ColdOpen(List.of(), List.of());

    public ColdOpen {
        clips = List.copyOf(clips);
        others = List.copyOf(others);
    }

    /**
     * A sentence, without its words.
     *
     * @param score what all that is not learnt gives it
     */
    public record Example(Embedding meaning, double score) {}
}
