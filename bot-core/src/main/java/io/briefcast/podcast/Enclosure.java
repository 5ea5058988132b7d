package io.briefcast.podcast;

import java.net.URI;

/**
 * The media file of an episode.
 *
 * @param type as declared, may be wrong or empty
 * @param lengthBytes as declared, 0 when unknown
 */
public record Enclosure(URI url, String type, long lengthBytes) {}
