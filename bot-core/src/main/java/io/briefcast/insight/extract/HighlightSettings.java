package io.briefcast.insight.extract;

/**
 * How choosy the extractor is.
 *
 * @param threshold lowest score that is published; 8.5 is about an even chance that an editor would print it
 * @param perEpisode most insights of one episode
 */
public record HighlightSettings(double threshold, int perEpisode) {
    /** What was calibrated against labelled sentences. */
    public static final HighlightSettings DEFAULTS = new HighlightSettings(8.5, 8);
}
