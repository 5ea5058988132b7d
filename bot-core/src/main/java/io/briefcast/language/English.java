package io.briefcast.language;

import io.briefcast.transcript.Cue;
import io.briefcast.transcript.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether words are English, by how many of them are the words that no English sentence does without. */
public final class English {
    private static final Set<String> COMMON = Set.of(
            "the", "and", "of", "to", "is", "in", "that", "it", "you", "for", "was", "with", "this", "have", "are",
            "be", "we", "they", "not", "what");
    /** English talk has a quarter to a third of them, other languages below a twentieth. */
    private static final double LEAST = 0.12;
    /** Fewer words say nothing. */
    private static final int FEWEST = 60;
    /** Enough to know, and little work. */
    private static final int LOOKED_AT = 5_000;

    private English() {}

    /** True also where there are too few words to tell. */
    public static boolean isLikely(Transcript transcript) {
        int words = 0;
        int common = 0;
        for (Cue cue : transcript.cues()) {
            for (String word : List.of(cue.text().toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1))) {
                words += word.isEmpty() ? 0 : 1;
                common += COMMON.contains(word) ? 1 : 0;
            }
            if (words > LOOKED_AT) {
                break;
            }
        }
        return words < FEWEST || common >= LEAST * words;
    }
}
