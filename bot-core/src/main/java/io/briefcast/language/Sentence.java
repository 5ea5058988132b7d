package io.briefcast.language;

import java.time.Duration;

/**
 * A sentence as it was spoken.
 *
 * @param raw the transcript's own words, white space folded
 * @param clean the same without fillers and restarts, for display and scoring only
 * @param speaker empty when the transcript names nobody
 * @param turn number of the speaker's turn; sentences of one turn were said in one go
 * @param start offset from the start of the episode
 */
public record Sentence(String raw, String clean, String speaker, int turn, Duration start, Duration end) {}
