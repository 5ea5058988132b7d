package io.briefcast.podcast;

import java.net.URI;
import java.util.Optional;

/**
 * A transcript as its publisher had it when it was last fetched.
 *
 * @param address where the feed offers it
 * @param etag validator for the next look
 * @param lastModified validator for the next look
 * @param source the address that issued the validators, after redirects
 * @param format name of the format that read it
 * @param cues digest of who said what when: other bytes may well say the same
 */
public record Edition(
        URI address, Optional<String> etag, Optional<String> lastModified, URI source, String format, String cues) {}
