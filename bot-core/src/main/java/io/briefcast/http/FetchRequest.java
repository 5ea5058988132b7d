package io.briefcast.http;

import java.util.Optional;

/**
 * One conditional GET.
 *
 * @param address as typed or as found in a feed; checked by the fetcher
 * @param etag validator of the last answer from this address, byte for byte
 * @param lastModified validator of the last answer from this address, byte for byte
 * @param maxBytes most bytes of the decoded body; more is refused
 * @param accept value of the Accept header
 */
public record FetchRequest(
        String address, Optional<String> etag, Optional<String> lastModified, long maxBytes, String accept) {
    /** An unconditional request. */
    public static FetchRequest of(String address, long maxBytes) {
        return new FetchRequest(address, Optional.empty(), Optional.empty(), maxBytes, "*/*");
    }
}
