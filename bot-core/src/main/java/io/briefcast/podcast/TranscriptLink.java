package io.briefcast.podcast;

import java.net.URI;

/**
 * A transcript that a feed offers.
 *
 * @param type media type as declared; declared types lie, so look at the body
 * @param language BCP 47 tag, empty when not said
 */
public record TranscriptLink(URI url, String type, String language) {}
